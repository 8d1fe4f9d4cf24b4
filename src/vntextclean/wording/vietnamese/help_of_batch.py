"""Help of the verbs for corpora and for review in Vietnamese, by the English text."""

from __future__ import annotations

HELP: dict[str, str] = {
    "Clean the records of a corpus: JSON lines, CSV, Parquet, WARC or text.": (
        "Làm sạch các bản ghi của một kho văn bản: JSON từng dòng, CSV, Parquet, WARC hoặc văn bản."
    ),
    "What is read: prose (text), or the text in a format; auto (default) goes by the names of files.": (
        "Đọc gì: văn xuôi (text), hoặc phần chữ trong một định dạng; auto (mặc định) theo tên tệp."
    ),
    "What becomes of HTML: its text (default), or the page with its markup as it is.": (
        "HTML thành gì: phần chữ (mặc định), hoặc cả trang với mã đánh dấu giữ nguyên."
    ),
    "Where the cleaned records go.": "Nơi ghi các bản ghi đã làm sạch.",
    "A field or column to clean (default: text); meta.text is one of an inner object; repeatable.": (
        "Trường hay cột cần làm sạch (mặc định: text); meta.text là trường của đối tượng bên trong;"
        " dùng được nhiều lần."
    ),
    "What the inputs are, where their names do not tell it; lines is text with a document a line.": (
        "Đầu vào là gì khi tên tệp không cho biết; lines là văn bản mỗi dòng một bài."
    ),
    "Documents of text stand between lines that match.": "Các bài nằm giữa những dòng khớp mẫu.",
    "What parts the cells of CSV and TSV.": "Ký tự ngăn các ô của CSV và TSV.",
    "How outputs are compressed, where their names do not tell it.": "Cách nén đầu ra khi tên tệp không cho biết.",
    "Write files of about this size, before compression.": "Ghi các tệp cỡ chừng này, trước khi nén.",
    "A record that cannot be cleaned goes to the rejects file and passes as it is (keep, default), or is left out"
    " (skip); or it ends the run (stop).": (
        "Bản ghi không làm sạch được thì ghi vào tệp loại và để nguyên (keep, mặc định) hay bỏ ra (skip);"
        " hoặc dừng lại (stop)."
    ),
    "Where rejects go (default: beside the output).": "Nơi ghi các bản ghi bị loại (mặc định: cạnh đầu ra).",
    "Write the manifest here too, with times and rates.": "Ghi cả bản kê vào đây, kèm thời gian và tốc độ.",
    "Add the quality signals of each text as a field or as columns.": (
        "Thêm các chỉ số chất lượng của mỗi văn bản thành một trường hay các cột."
    ),
    "Add a digest of the text and of all that decides its cleaning.": (
        "Thêm mã băm của văn bản và của mọi thứ quyết định việc làm sạch."
    ),
    "Go on with a run that was stopped.": "Chạy tiếp lần chạy đã bị dừng.",
    "Begin anew, and discard a run that was stopped.": "Chạy lại từ đầu, bỏ lần chạy đã bị dừng.",
    "What may go wrong": "Khi có trục trặc",
    "Worker processes (default, 0 and auto: one for each core).": (
        "Số tiến trình con (mặc định, 0 và auto: mỗi nhân một tiến trình)."
    ),
    "How much a worker takes at a time.": "Mỗi lần một tiến trình con nhận bao nhiêu.",
    "How often it is written down how far the outputs are right (default: 5; 0: after each chunk).": (
        "Bao lâu ghi lại một lần đầu ra đã đúng đến đâu (mặc định: 5; 0: sau mỗi phần)."
    ),
    "Texts of more characters are rejects.": "Văn bản dài hơn số ký tự này thì bị loại.",
    "Records that take longer are rejects (default: 0, none is).": (
        "Bản ghi mất nhiều thời gian hơn thế thì bị loại (mặc định: 0, không loại)."
    ),
    "Without a terminal, how often a line of JSON tells how far the run is (default: 60; 0: never).": (
        "Khi không có màn hình, bao lâu in một dòng JSON về tiến độ (mặc định: 60; 0: không bao giờ)."
    ),
    "Write the page of --format html to FILE; a FILE that ends in .html asks for it.": (
        "Ghi trang của --format html vào FILE; FILE có đuôi .html là đã chọn trang ấy."
    ),
    "Another model than the one that is shipped.": "Mô hình khác với mô hình đi kèm.",
    "Perplexity, a tab and the line (default), or a JSON object for each line, with what the perplexity rests on.": (
        "Độ bối rối, một tab và dòng ấy (mặc định), hoặc một đối tượng JSON mỗi dòng kèm căn cứ của nó."
    ),
    "Say nothing on standard error but errors.": "Chỉ báo lỗi ở đầu ra lỗi chuẩn.",
}
