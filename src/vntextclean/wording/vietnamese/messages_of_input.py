"""Errors of the input and of the output in Vietnamese, by the English ones with ``{}`` for what they are about.

Names of files, options and values stand in both languages; ``{}`` of the Vietnamese sentence are in the same order, or
numbered.
"""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "{}: no such file or directory; check the path, or give - for standard input": (
        "{}: không có tệp hay thư mục này; hãy xem lại đường dẫn, hoặc ghi - để đọc từ đầu vào chuẩn"
    ),
    "{}: {}; check the path, or give - for standard input": (
        "{}: {}; hãy xem lại đường dẫn, hoặc ghi - để đọc từ đầu vào chuẩn"
    ),
    "{}: {}; make it readable or leave it out": "{}: {}; hãy cho phép đọc hoặc bỏ nó ra",
    "{}: no file fits this pattern": "{}: không có tệp nào khớp với mẫu này",
    "{}: no {} file in this directory; name the files, or use --include": (
        "{}: thư mục này không có tệp {}; hãy nêu tên tệp, hoặc dùng --include"
    ),
    "{}: no {} file in this directory; name the files, or use --include, or --input html for its pages": (
        "{}: thư mục này không có tệp {}; hãy nêu tên tệp, hoặc dùng --include, hoặc --input html để đọc các trang HTML"
    ),
    "{}: JSON lines are not read as prose; {}, or insist with --input text": (
        "{}: JSON từng dòng không được đọc như văn xuôi; {}, hoặc buộc đọc bằng --input text"
    ),
    "{}: begins as {} does, and is read so; --input text reads it as prose": (
        "{}: mở đầu như {} nên được đọc như thế; --input text để đọc như văn xuôi"
    ),
    "{}: no regular file, and cannot be replaced; leave out --write": (
        "{}: không phải tệp thường nên không thay được; hãy bỏ --write"
    ),
    "{}: no regular file, and cannot be replaced; write elsewhere": (
        "{}: không phải tệp thường nên không thay được; hãy ghi ra chỗ khác"
    ),
    "{}: read-only, and is as it was; make it writable or write elsewhere": (
        "{}: tệp chỉ đọc, vẫn giữ nguyên; hãy cho phép ghi hoặc ghi ra chỗ khác"
    ),
    "{}: cannot be written, and is as it was: {}; make room or write elsewhere": (
        "{}: không ghi được, tệp vẫn giữ nguyên: {}; hãy dọn chỗ trống hoặc ghi ra chỗ khác"
    ),
    "{}: cannot be written, and is as it was: {}; check its directory or write elsewhere": (
        "{}: không ghi được, tệp vẫn giữ nguyên: {}; hãy kiểm tra thư mục của tệp hoặc ghi ra chỗ khác"
    ),
    "{}: writing it failed ({}); it has other names, so it was written through: the whole new text is in {}": (
        "{}: ghi không thành ({}); tệp có nhiều tên nên được ghi thẳng vào: toàn bộ văn bản mới ở trong {}"
    ),
    "standard input is closed; name a file, or open it": "đầu vào chuẩn đã đóng; hãy nêu tên tệp, hoặc mở nó ra",
    "reading from the terminal; end with Ctrl-D": "đang đọc từ bàn phím; bấm Ctrl-D để kết thúc",
    "still reading standard input, and cleaning begins at its end; --line-buffered cleans each line at once": (
        "vẫn đang đọc đầu vào chuẩn, đọc hết mới bắt đầu sửa; --line-buffered sửa ngay từng dòng"
    ),
    "{} is no number of processes; give one, or auto for one a core": (
        "{} không phải số tiến trình; hãy cho một số, hoặc auto: mỗi nhân một tiến trình"
    ),
    "{}: {}; --files-from takes a file of paths, or -": "{}: {}; --files-from cần một tệp ghi các đường dẫn, hoặc -",
    "standard input cannot be written back: leave out --write": (
        "không ghi ngược vào đầu vào chuẩn được: hãy bỏ --write"
    ),
    "standard input has no name below a directory: use -o FILE, or leave it out": (
        "đầu vào chuẩn không có tên để ghi vào thư mục: hãy dùng -o TỆP, hoặc bỏ đi"
    ),
    "{}: a page of HTML would be lost for its text; use --output-dir": (
        "{}: trang HTML sẽ mất, chỉ còn phần chữ; hãy dùng --output-dir"
    ),
    "{}: {} would overwrite it; name another place, or use --write": (
        "{}: {} sẽ ghi đè lên chính nó; hãy chọn chỗ khác, hoặc dùng --write"
    ),
    "{}: {} would overwrite it; name another file": "{}: {} sẽ ghi đè lên tệp này; hãy chọn tệp khác",
    "{}: --report would overwrite the text; name another file": (
        "{}: --report sẽ ghi đè lên văn bản; hãy chọn tệp khác"
    ),
    "{}: --report would overwrite the text of {}; name another file": (
        "{}: --report sẽ ghi đè lên văn bản của {}; hãy chọn tệp khác"
    ),
    "{}: {} was already written from {}": "{}: {} đã được ghi từ {}",
    "{}: the input is the output too; write elsewhere, or use --write": (
        "{}: đầu vào cũng là đầu ra; hãy ghi ra chỗ khác, hoặc dùng --write"
    ),
    "-o {}: several inputs cannot go to one file; end it with a slash for a directory": (
        "-o {}: nhiều đầu vào không thể ghi vào một tệp; thêm dấu / ở cuối nếu là thư mục"
    ),
    "{} lies in {}, and the next run would read it; name a directory beside it": (
        "{} nằm trong {}, lần chạy sau sẽ đọc lại; hãy chọn thư mục nằm ngoài"
    ),
    "--write, --output-file and --output-dir exclude each other": (
        "chỉ dùng một trong ba: --write, --output-file, --output-dir"
    ),
    "--format {} shows what would change: leave out --write and -o": (
        "--format {} chỉ cho xem những gì sẽ thay đổi: hãy bỏ --write và -o"
    ),
    "{} is for the diff on a terminal: leave it out, or use --format terminal": (
        "{} chỉ dùng cho diff trên màn hình: hãy bỏ đi, hoặc dùng --format terminal"
    ),
    "lsp needs the extra `lsp`: pip install {}": "lsp cần phần thêm `lsp`: pip install {}",
    "save the document first: the words to keep stand in a file of its folder": (
        "hãy lưu văn bản trước: các từ cần giữ nằm trong một tệp ở thư mục của nó"
    ),
    "editor settings: {}: unknown key{}": "cài đặt của trình soạn thảo: {}: không có khóa này{}",
    "editor settings: {}: {}": "cài đặt của trình soạn thảo: {}: {}",
    "--changes takes the reviewed changes and no others: leave out {}": (
        "--changes chỉ thực hiện những thay đổi đã duyệt: hãy bỏ {}"
    ),
    "{}: a {} file; unpack it first, or clean its records with vntextclean batch": (
        "{} là tệp {}: hãy giải nén trước, hoặc làm sạch các bản ghi của nó bằng vntextclean batch"
    ),
    "{}: looks binary{}; it is no text in any encoding known here; leave it out": (
        "{}: có vẻ là tệp nhị phân{}; không phải văn bản theo bảng mã nào; hãy bỏ nó ra"
    ),
    "{}: byte 0x{} at offset {} is not {}; declare the encoding with --encoding ({}, …),"
    " or pass --errors replace or --errors keep": (
        "{}: byte 0x{} ở vị trí {} không phải {}; hãy khai báo bảng mã bằng --encoding ({}, …),"
        " hoặc dùng --errors replace hay --errors keep"
    ),
    "{}: byte 0x{} at offset {} is no character of {}; declare another --encoding,"
    " or pass --errors replace or --errors keep": (
        "{}: byte 0x{} ở vị trí {} không phải ký tự của {}; hãy khai báo --encoding khác,"
        " hoặc dùng --errors replace hay --errors keep"
    ),
    "{}: byte 0x{} at offset {} is no character of {}, but all is UTF-8; leave out --encoding {}": (
        "{}: byte 0x{} ở vị trí {} không phải ký tự của {}, nhưng tất cả là UTF-8; hãy bỏ --encoding {}"
    ),
    "{}: bytes of {} cannot be kept as they are; use --errors replace": (
        "{}: không giữ nguyên được byte của {}; hãy dùng --errors replace"
    ),
    "no encoding is called {}; there are {}, and those of Python (utf-8, utf-16, cp1252, latin-1, …)": (
        "không có bảng mã nào tên là {}; có {}, và các bảng mã của Python (utf-8, utf-16, cp1252, latin-1, …)"
    ),
    "{}: what was repaired cannot be read back as {}; leave out --keep-encoding": (
        "{}: phần đã sửa không đọc lại được theo {}; hãy bỏ --keep-encoding"
    ),
    "{}: {} has no {} (U+{}); leave out --keep-encoding to get UTF-8": (
        "{}: {} không có {} (U+{}); hãy bỏ --keep-encoding để ghi UTF-8"
    ),
    "{}:{}: the JSON on this line is nested too deeply to be read": (
        "{}:{}: JSON ở dòng này lồng quá sâu, không đọc được"
    ),
    "{}:{}: the record has no field {}": "{}:{}: bản ghi không có trường {}",
    "{}:{}: no JSON object on this line: {}": "{}:{}: dòng này không phải đối tượng JSON: {}",
    "{}:{}: the field {} is no string but {}": "{}:{}: trường {} không phải chuỗi mà là {}",
    "{}: not UTF-8, at byte {}": "{}: không phải UTF-8, tại byte {}",
    "{}: not UTF-8, at byte {}; write it as UTF-8": "{}: không phải UTF-8, tại byte {}; hãy ghi bằng UTF-8",
    "{} holds no changes for this text (sha256 {}…); make them anew with `vntextclean diff --format json`": (
        "{} không có thay đổi nào cho văn bản này (sha256 {}…); hãy tạo lại bằng `vntextclean diff --format json`"
    ),
    "{}: changes overlap or leave the text, at {}; leave one out": (
        "{}: các thay đổi chồng lên nhau hoặc ra ngoài văn bản, tại {}; hãy bỏ bớt một"
    ),
    "{}:{}: no record of `diff --format json`: {}": "{}:{}: không phải bản ghi của `diff --format json`: {}",
    "--decisions auto looks beside a file: for standard input give the file of decisions": (
        "--decisions auto tìm bên cạnh tệp: với đầu vào chuẩn, hãy nêu tệp quyết định"
    ),
    "{}: {}; make the decisions with `vntextclean review`": "{}: {}; hãy tạo quyết định bằng `vntextclean review`",
    "{}:{}: no decision: {}; correct the line or delete it": (
        "{}:{}: không phải quyết định: {}; hãy sửa hoặc xóa dòng này"
    ),
    "{}: a device, which may never end; name a file, or pipe a part of it in": (
        "{}: là thiết bị, có thể không bao giờ hết; hãy nêu một tệp, hoặc dẫn một phần của nó vào"
    ),
    "{}:{}: the record has no field {}; it has {}": "{}:{}: bản ghi không có trường {}; nó có {}",
    "something follows the object": "sau đối tượng còn có gì đó",
    "expected {} at column {}": "cần {} ở cột {}",
    "expected a name in quotes before column {}": "cần một tên trong ngoặc kép trước cột {}",
    "the JSON is nested too deeply to be read; --input text reads it as prose": (
        "JSON lồng quá sâu, không đọc được; --input text để đọc như văn xuôi"
    ),
    "line {}, column {}: no JSON: {}; mend it, or read it as prose with --input text": (
        "dòng {}, cột {}: không phải JSON: {}; hãy sửa nó, hoặc đọc như văn xuôi bằng --input text"
    ),
    "line {}, column {}: no JSON: {}; for one object a line use --documents jsonl:FIELD, for prose --input text": (
        "dòng {}, cột {}: không phải JSON: {}; mỗi dòng một đối tượng thì dùng --documents jsonl:FIELD,"
        " văn xuôi thì --input text"
    ),
    "no line has a time code (00:00:01,000 --> 00:00:02,000), so this is no {} file; --input text reads it as prose": (
        "không dòng nào có mã thời gian (00:00:01,000 --> 00:00:02,000), nên đây không phải tệp {};"
        " --input text để đọc như văn xuôi"
    ),
    "start and end must be numbers, after a string": "start và end phải là số, sau một chuỗi",
    "rules and reasons must be lists of strings": "rules và reasons phải là danh sách chuỗi",
    "--keep-encoding is for files, and standard output is UTF-8: add --write or -o FILE": (
        "--keep-encoding dùng cho tệp, còn đầu ra chuẩn là UTF-8: hãy thêm --write hoặc -o TỆP"
    ),
}
