"""What each verb does, in Vietnamese: the paragraphs of its help after the first, by the English text."""

from __future__ import annotations

HELP: dict[str, str] = {
    "Usage: ": "Cách dùng: ",
    "Example:": "Ví dụ:",
    "Exit codes: 0 nothing to report, 1 changes found (check, diff), 2 an error, 70 a fault of this program."
    " `vntextclean VERB --help` shows the options of a verb, with an example.": (
        "Mã thoát: 0 không có gì để báo, 1 có thay đổi (check, diff), 2 có lỗi, 70 lỗi của chương trình này."
        " `vntextclean LỆNH --help` cho xem các tùy chọn của một lệnh, kèm ví dụ."
    ),
    # clean
    "No file, or -, is standard input. A file is replaced whole or not at all, keeps its mode and line ends, and is not"
    " touched if nothing changes. It becomes UTF-8 if it is in another encoding (unless --keep-encoding). --changes"
    " FILE replays what `diff --format json` printed and a reviewer left of it; --decisions FILE makes what was"
    " accepted"
    " in `review`, not what was refused, and the rest as without it.": (
        "Không nêu tệp, hoặc nêu -, là đọc đầu vào chuẩn. Mỗi tệp được thay trọn vẹn hoặc không thay gì, giữ nguyên"
        " quyền truy cập và kiểu xuống dòng, và không bị đụng đến nếu không có gì thay đổi. Tệp theo bảng mã khác sẽ"
        " thành UTF-8 (trừ khi có --keep-encoding). --changes FILE thực hiện những thay đổi mà `diff --format json` đã"
        " in và người duyệt giữ lại; --decisions FILE làm những gì đã chấp nhận trong `review`, không làm những gì đã"
        " từ chối, phần còn lại làm như thường."
    ),
    "A .docx is printed as text. With -o FILE.docx, --output-dir or --write it stays a .docx, in which each repair is a"
    " tracked change with a comment that says why; with --accepted the repairs are made outright.": (
        "Tệp .docx được in ra thành văn bản. Với -o FILE.docx, --output-dir hoặc --write thì vẫn là .docx, mỗi"
        " chỗ sửa là"
        " một thay đổi được theo dõi, có chú thích nêu lý do; với --accepted thì sửa thẳng."
    ),
    # diff
    "Ends with 1 if anything would change, with 0 if not. JSON has one object a document: document, sha256, changes and"
    " suggestions, each with start, end (code points of the source), before, after, rules, confidence and reasons. With"
    " --decisions it shows what is still open; with --changes what `clean --changes` will make. HTML is one file that"
    " loads nothing: accept and refuse in it, and export the decisions for `clean --decisions`.": (
        "Mã thoát là 1 nếu có gì sẽ thay đổi, 0 nếu không. JSON có một đối tượng cho mỗi văn bản: document, sha256,"
        " changes và suggestions, mỗi mục có start, end (tính bằng ký tự của bản gốc), before, after, rules, confidence"
        " và reasons. Với --decisions chỉ cho xem những gì chưa quyết định; với --changes là những gì `clean --changes`"
        " sẽ làm. HTML là một tệp duy nhất, không tải gì từ mạng: chấp nhận và từ chối ngay trong đó, rồi xuất"
        " các quyết"
        " định cho `clean --decisions`."
    ),
    # check
    "A file in another encoding than UTF-8 is one of them, because clean --write makes it UTF-8. Ends with 1 if"
    " there are"
    " any, with 0 if not: for hooks and continuous integration. Standard error names the misreadings that made a file,"
    ' with the words of each, and those that could not be read ("not read").': (
        "Tệp không phải UTF-8 cũng được tính, vì clean --write đổi nó sang UTF-8. Mã thoát là 1 nếu có tệp như"
        " thế, 0 nếu"
        " không: dùng cho hook và CI. Đầu ra lỗi chuẩn nêu các lỗi đọc sai bảng mã của tệp, với số từ của mỗi lỗi, và"
        ' những từ chưa đọc được ("not read").'
    ),
    # review
    "Each answer is saved at once, beside the page, in FILE.vnreview.jsonl; `clean --decisions auto` respects it. One"
    " stops with q and goes on later, also after the page was edited elsewhere. Words come first, the least sure ones"
    " before the others; then suggestions, lines that leave the page, and spaces as one question. Ends with 1"
    " if anything"
    " is left open.": (
        "Mỗi câu trả lời được lưu ngay, bên cạnh trang, trong FILE.vnreview.jsonl; `clean --decisions auto` làm theo."
        " Nhấn q để dừng và làm tiếp lúc khác, kể cả khi trang đã được sửa ở chỗ khác. Từ ngữ đến trước, ít chắc nhất"
        " trước tiên; rồi đến các gợi ý, các dòng bị bỏ, và mọi dấu cách là một câu hỏi. Mã thoát là 1 nếu còn chỗ chưa"
        " quyết định."
    ),
    "--merge makes one file of the decisions of several reviewers, names where they differ and leaves that"
    " open; it ends"
    " with 1 then.": (
        "--merge gộp quyết định của nhiều người duyệt thành một tệp, nêu những chỗ họ khác nhau và để ngỏ chỗ"
        " đó; khi ấy"
        " mã thoát là 1."
    ),
    # restore
    "One word comes out for one word that goes in; words that have marks stay as they are. `clean` never does this by"
    " itself: who writes without marks may want it so. With a --format other than text it ends as `diff` does:"
    " with 1 if"
    " anything would change, with 0 if not. The confidence of a word is the share of such words that are right.": (
        "Mỗi từ vào là một từ ra; từ đã có dấu thì giữ nguyên. `clean` không bao giờ tự làm việc này: người viết không"
        " dấu có thể cố ý. Với --format khác text, mã thoát như của `diff`: 1 nếu có gì sẽ thay đổi, 0 nếu không. Độ"
        " chắc chắn của một từ là tỉ lệ những từ như thế được thêm dấu đúng."
    ),
    # rules
    "The codes are what --select and --ignore take; a filter's name stands for all of its rules.": (
        "--select và --ignore nhận các mã này; tên bộ lọc là mọi quy tắc của nó."
    ),
    # encodings
    "List the misreadings that are undone, or name those that made each FILE (- is standard input).": (
        "Liệt kê các lỗi đọc sai bảng mã sửa được, hoặc nêu lỗi của từng FILE (- là đầu vào chuẩn)."
    ),
    "Ends with 1 if a file holds any.": "Mã thoát là 1 nếu có tệp mắc lỗi.",
    # learn
    "Learn the lines that recur across the pages of a site, for clean --boilerplate.": (
        "Học các dòng lặp lại trên các trang của một website, cho clean --boilerplate."
    ),
    "Memory is bounded, and tables among the inputs (.vnbp) are merged, so that a corpus can be learned shard by"
    " shard.": (
        "Bộ nhớ có giới hạn, và các bảng trong đầu vào (.vnbp) được gộp lại, nên có thể học một kho văn bản"
        " theo từng phần."
    ),
    # model
    "Describe the model: where it is, what it was counted from, how large it is, and whether it is whole.": (
        "Mô tả mô hình: ở đâu, được đếm từ những gì, lớn bao nhiêu, và có nguyên vẹn không."
    ),
    'A line without words gets "-". Words the model does not know count with their letters; JSON has both'
    " figures, and how"
    " many there are. --stats prints the figures of the whole input on standard error.": (
        'Dòng không có từ nào được ghi "-". Từ mà mô hình không biết được tính theo chữ cái; JSON có cả hai số và số từ'
        " như thế. --stats in số liệu của toàn bộ đầu vào ra đầu ra lỗi chuẩn."
    ),
    # lsp
    "An editor starts it and speaks the Language Server Protocol over standard input and output. What is"
    " repaired is set"
    " in the editor, where it is silent by these options, and then by the vntextclean.toml of the document's"
    " directory.": (
        "Trình soạn thảo khởi động lệnh này và trao đổi theo Language Server Protocol qua đầu vào và đầu ra"
        " chuẩn. Sửa gì"
        " là do cài đặt trong trình soạn thảo; nếu ở đó không nêu thì theo các tùy chọn này, rồi theo vntextclean.toml"
        " trong thư mục của văn bản."
    ),
    # batch
    "Clean the records of a corpus: JSON lines, CSV, TSV, Parquet, WARC, WET or text, compressed or not.": (
        "Làm sạch các bản ghi của một kho văn bản: JSON từng dòng, CSV, TSV, Parquet, WARC, WET hoặc văn bản,"
        " nén hay không."
    ),
    "INPUT is a file, a directory, a pattern in quotes, or - for standard input. Only the fields named are changed; all"
    " else stays the same to the byte. Outputs appear when they are complete; a run that was stopped, by whatever, goes"
    " on with --resume and gives the same bytes. Beside them a manifest tells what was done, and a rejects file has the"
    " records that could not be cleaned. Ends with 1 if there are any, with 2 if an input could not be read at all.": (
        "INPUT là một tệp, một thư mục, một mẫu tên đặt trong ngoặc kép, hoặc - là đầu vào chuẩn. Chỉ các"
        " trường được nêu"
        " là thay đổi; mọi thứ khác giữ nguyên từng byte. Tệp kết quả chỉ xuất hiện khi đã xong; lần chạy bị"
        " dừng, vì bất"
        " cứ lý do gì, được làm tiếp bằng --resume và cho đúng các byte ấy. Bên cạnh kết quả có tệp manifest ghi những"
        " gì đã làm, và một tệp chứa các bản ghi không làm sạch được. Mã thoát là 1 nếu có bản ghi như thế, 2"
        " nếu có đầu"
        " vào không đọc được."
    ),
}
