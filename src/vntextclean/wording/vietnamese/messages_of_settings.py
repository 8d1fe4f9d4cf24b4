"""Errors of settings, configuration files, rules and the model in Vietnamese, by the English ones."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "no command is called {}{}": "không có lệnh nào tên là {}{}",
    "{} is no command; did you mean `vntextclean clean {}`?": "{} không phải lệnh; có phải là `vntextclean clean {}`?",
    "; did you mean {}?": "; có phải là {}?",
    "; there are: {}": "; có: {}",
    "; `vntextclean rules` lists them all": "; `vntextclean rules` liệt kê tất cả",
    "no rule is called {}{}": "không có quy tắc nào tên là {}{}",
    "no filter is called {}{}": "không có bộ lọc nào tên là {}{}",
    "no preset is called {}{}": "không có bộ cài đặt nào tên là {}{}",
    "--keep {}: there is no such file": "--keep {}: không có tệp này",
    "{} is no share from 0 to 1{}": "{} không nằm giữa 0 và 1{}",
    "{} is no number; give a share from 0 to 1, or a percentage": (
        "{} không phải số; hãy ghi một số từ 0 đến 1, hoặc phần trăm"
    ),
    "the current directory is gone; change to one that exists": (
        "thư mục hiện tại không còn; hãy chuyển sang thư mục khác"
    ),
    "{}: unknown key{}": "{}: khóa không biết{}",
    "{}: must be a string, not {}": "{}: phải là chuỗi, không phải {}",
    '{}: must be a list of strings, as in ["a", "b"]': '{}: phải là danh sách chuỗi, như ["a", "b"]',
    "{}: must be a number from 0 to 1, not {}": "{}: phải là số từ 0 đến 1, không phải {}",
    "{}: must be a whole number from 0 on (0: all cores), not {}": (
        "{}: phải là số nguyên từ 0 trở lên (0: mọi nhân), không phải {}"
    ),
    "{}: [{}] must be a table": "{}: [{}] phải là một bảng",
    "{}: {} is no choice{}": "{}: {} không phải lựa chọn{}",
    "{}={} is no choice{}": "{}={} không phải lựa chọn{}",
    "{}: {}; give a file that can be read, or --no-config": "{}: {}; hãy đưa tệp đọc được, hoặc dùng --no-config",
    "{}: {}; give a word list that can be read": "{}: {}; hãy đưa danh sách từ đọc được",
    "--documents {} is none of: file, line, jsonl:FIELD, separator:REGEX": (
        "--documents {} không phải một trong: file, line, jsonl:FIELD, separator:REGEX"
    ),
    "--documents {}: {} is no regular expression: {}": "--documents {}: {} không phải biểu thức chính quy: {}",
    "--group names a field of JSON records: it needs --documents jsonl:FIELD": (
        "--group là tên trường của bản ghi JSON: cần --documents jsonl:FIELD"
    ),
    "{}: this is no table of furniture; 'vntextclean learn' makes one": (
        "{}: đây không phải bảng phần khung; 'vntextclean learn' tạo ra bảng ấy"
    ),
    "{}: the table cannot be written: {}": "{}: không ghi được bảng: {}",
    "{}: the table of furniture cannot be read: {}": "{}: không đọc được bảng phần khung: {}",
    "{}: the table of furniture is damaged ({}); learn it again": "{}: bảng phần khung bị hỏng ({}); hãy học lại",
    "{}: not a usable model: {}. Reinstall the package, or build the model again.": (
        "{}: mô hình không dùng được: {}. Hãy cài lại gói, hoặc dựng lại mô hình."
    ),
    "{}: the model has format {}; this package reads format {}. Install the package version the model was built for.": (
        "{}: mô hình có định dạng {}; gói này đọc định dạng {}. Hãy cài đúng phiên bản của mô hình."
    ),
    "{}: the model cannot be opened ({}). Reinstall the package,"
    " or point VNTEXTCLEAN_MODEL or --model at a model file.": (
        "{}: không mở được mô hình ({}). Hãy cài lại gói, hoặc chỉ VNTEXTCLEAN_MODEL hay --model đến tệp mô hình."
    ),
    "the extra `html` is installed but broken ({}); repair it with: {}": (
        "phần bổ sung `html` đã cài nhưng bị hỏng ({}); sửa bằng: {}"
    ),
    "the main text of a page is found by trafilatura, which is not installed;"
    " install it with: pip install 'vntextclean[html]', or leave out --main-text": (
        "văn bản chính của trang do trafilatura tìm, mà gói này chưa được cài;"
        " cài bằng: pip install 'vntextclean[html]', hoặc bỏ --main-text"
    ),
    "line {}, column {}: no TOML: {}; correct it: strings stand in quotes, lists in brackets": (
        "dòng {}, cột {}: không phải TOML: {}; hãy sửa: chuỗi đặt trong ngoặc kép, danh sách trong ngoặc vuông"
    ),
    "{}: nested too deeply to be read; write lists of words and tables of keys": (
        "{}: lồng quá sâu, không đọc được; hãy viết danh sách từ và bảng khóa"
    ),
    "{}, not true or false": "{}, không phải true hay false",
    "a truth value": "giá trị đúng sai",
    "a text": "chuỗi",
    "a number": "số",
    "a list": "danh sách",
    "a table": "bảng",
    "no format is called {}{}": "không có định dạng nào tên là {}{}",
}
