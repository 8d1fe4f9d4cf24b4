"""What the verb ``batch`` says, in Vietnamese."""

from __future__ import annotations

HELP: dict[str, str] = {
    "What may go wrong": "Khi có trục trặc",
    "Clean the records of a corpus: JSON lines, CSV, Parquet, WARC or text.": (
        "Làm sạch các bản ghi của một kho ngữ liệu: dòng JSON, CSV, Parquet, WARC hoặc văn bản."
    ),
    "Where the cleaned records go.": "Nơi ghi các bản ghi đã làm sạch.",
    "A field or column to clean (default: text); meta.text is one of an inner object; repeatable.": (
        "Trường hay cột cần làm sạch (mặc định: text); meta.text là trường của đối tượng trong; dùng được nhiều lần."
    ),
    "What the inputs are, where their names do not tell it; lines is text with a document a line.": (
        "Định dạng đầu vào, khi tên tệp không cho biết; lines là văn bản mỗi dòng một tài liệu."
    ),
    "Documents of text stand between lines that match.": "Các tài liệu nằm giữa những dòng khớp mẫu này.",
    "What parts the cells of CSV and TSV.": "Dấu ngăn các ô của CSV và TSV.",
    "How outputs are compressed, where their names do not tell it.": ("Cách nén đầu ra, khi tên tệp không cho biết."),
    "Write files of about this size, before compression.": "Ghi thành các tệp cỡ chừng này, tính trước khi nén.",
    "A record that cannot be cleaned passes as it is (keep, default), is left out, or ends the run."
    " The rejects file has it in each case.": (
        "Bản ghi không làm sạch được thì giữ nguyên (keep, mặc định), bỏ ra, hoặc dừng lại. Tệp bản ghi lỗi luôn có nó."
    ),
    "Where rejects go (default: beside the output).": "Nơi ghi các bản ghi lỗi (mặc định: cạnh đầu ra).",
    "Write the manifest here too, with times and rates.": "Ghi cả bản kê vào đây, kèm thời gian và tốc độ.",
    "Add the quality signals of each text as a field or as columns.": (
        "Thêm các chỉ số chất lượng của mỗi văn bản thành trường hay cột."
    ),
    "Add a digest of the text and of all that decides its cleaning.": (
        "Thêm mã băm của văn bản và của mọi thứ quyết định việc làm sạch."
    ),
    "Go on with a run that was stopped.": "Chạy tiếp lượt đã bị dừng.",
    "Begin anew, and discard a run that was stopped.": "Bắt đầu lại, bỏ lượt đã bị dừng.",
    "Worker processes (default, or 0: one for each core).": "Số tiến trình (mặc định, hoặc 0: mỗi lõi một tiến trình).",
    "How much a worker takes at a time.": "Mỗi lần một tiến trình nhận chừng bao nhiêu.",
    "How often it is written down how far the outputs are right (default: 5; 0: after each chunk).": (
        "Bao lâu ghi lại một lần mức đầu ra đã đúng (mặc định: 5; 0: sau mỗi phần)."
    ),
    "Texts of more characters are rejects.": "Văn bản dài hơn số ký tự này thành bản ghi lỗi.",
    "Without a terminal, how often a line of JSON tells how far the run is (default: 60; 0: never).": (
        "Khi không có màn hình, bao lâu một dòng JSON báo tiến độ (mặc định: 60; 0: không báo)."
    ),
}

MESSAGES: dict[str, str] = {
    "--resume and --restart exclude each other": "--resume và --restart không dùng chung được",
    "--on-error skip would lose records on standard output; say --rejects FILE": (
        "--on-error skip sẽ làm mất bản ghi ở đầu ra chuẩn; hãy ghi --rejects FILE"
    ),
    "standard input has no name that tells its format; say --format": (
        "đầu vào chuẩn không có tên cho biết định dạng; hãy ghi --format"
    ),
    "there are more records like these; the rejects file has them all": (
        "còn nhiều bản ghi như vậy; tệp bản ghi lỗi có đủ"
    ),
    "this run is complete already": "lượt này đã xong",
    "{}: a run was stopped here; go on with --resume, or begin anew with --restart": (
        "{}: có một lượt đã bị dừng ở đây; hãy chạy tiếp với --resume, hoặc bắt đầu lại với --restart"
    ),
    "{}: cannot be written: {}; make room, and go on with --resume": (
        "{}: không ghi được: {}; hãy dọn chỗ rồi chạy tiếp với --resume"
    ),
    "{}: another run is writing here; wait for it, or choose another place": (
        "{}: một lượt khác đang ghi ở đây; hãy chờ nó xong, hoặc chọn chỗ khác"
    ),
    "{} is no size; write 4096, 256K, 512M or 2G": "{} không phải kích thước; hãy ghi 4096, 256K, 512M hoặc 2G",
}
