"""What to do with a file that has no reader, in Vietnamese, by the English text of the catalogue of formats."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "name the field that holds the text, as in --documents jsonl:text": (
        "hãy nêu trường chứa văn bản, ví dụ --documents jsonl:text"
    ),
    "unpack it first, as in `zcat FILE | vntextclean clean`": (
        "hãy giải nén trước, ví dụ `zcat FILE | vntextclean clean`"
    ),
    "unpack it first, and give its text on standard input": "hãy giải nén trước, rồi đưa văn bản qua đầu vào chuẩn",
    "unpack it first, and name the files in it": "hãy giải nén trước, rồi nêu tên các tệp trong đó",
    "take its text first, as in `pandoc -t plain FILE | vntextclean clean`": (
        "hãy lấy văn bản ra trước, ví dụ `pandoc -t plain FILE | vntextclean clean`"
    ),
    "take its text first, as in `pdftotext FILE - | vntextclean clean --preset ocr`": (
        "hãy lấy văn bản ra trước, ví dụ `pdftotext FILE - | vntextclean clean --preset ocr`"
    ),
    "save the sheet as CSV first": "hãy lưu bảng tính thành CSV trước",
    "take its text first": "hãy lấy văn bản ra trước",
    "write its text as CSV or as JSON lines first": "hãy ghi văn bản ra CSV hoặc JSON từng dòng trước",
    "take the text out of it first, or insist with --input text, which reads all of it as prose": (
        "hãy lấy văn bản ra trước, hoặc buộc đọc bằng --input text, coi tất cả là văn xuôi"
    ),
    "leave it out": "hãy bỏ nó ra",
}
