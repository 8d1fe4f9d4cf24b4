"""What the verbs for corpora and for review say, in Vietnamese, by the English text."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "--merge needs the files of two reviewers or more": "--merge cần tệp của hai người duyệt trở lên",
    "--on-error skip would lose records on standard output; say --rejects FILE": (
        "--on-error skip sẽ làm mất bản ghi ở đầu ra chuẩn; hãy nêu --rejects TỆP"
    ),
    "--output-file is for --merge: decisions about FILE are kept in FILE.vnreview.jsonl": (
        "--output-file dùng cho --merge: quyết định về FILE được giữ trong FILE.vnreview.jsonl"
    ),
    "--resume and --restart exclude each other": "chỉ dùng một trong hai: --resume, --restart",
    "-o is for --format html; send --format {} to a file with >": (
        "-o dùng cho --format html; hãy chuyển --format {} vào tệp bằng >"
    ),
    "-o writes a page: call it .html, not {}; send a patch to a file with >": (
        "-o ghi một trang: hãy đặt tên đuôi .html, không phải {}; hãy chuyển bản vá vào tệp bằng >"
    ),
    "{}: a directory; name its files, or use `vntextclean check {}`": (
        "{}: đây là thư mục; hãy nêu các tệp, hoặc dùng `vntextclean check {}`"
    ),
    "{}: no regular file; give it on standard input, as - with --format": (
        "{}: không phải tệp thường; hãy đưa qua đầu vào chuẩn, ghi là - cùng với --format"
    ),
    "{}: {} would overwrite an input; choose another place": "{}: {} sẽ ghi đè lên một đầu vào; hãy chọn chỗ khác",
    "{}: the output {} would overwrite an input; choose another place": (
        "{}: đầu ra {} sẽ ghi đè lên một đầu vào; hãy chọn chỗ khác"
    ),
    "a page of HTML is no use on a terminal: name a file with -o": (
        "trang HTML không xem được trên màn hình dòng lệnh: hãy nêu tệp bằng -o"
    ),
    "name the files to review: nothing could be kept beside standard input": (
        "hãy nêu các tệp cần duyệt: không lưu được gì bên cạnh đầu vào chuẩn"
    ),
    "review needs a terminal; in a browser it is `vntextclean diff --format html -o report.html FILE`": (
        "review cần màn hình dòng lệnh; trong trình duyệt thì dùng `vntextclean diff --format html -o report.html FILE`"
    ),
    "review needs the extra `review`: {}; without it, {} shows the changes in a browser": (
        "review cần phần bổ sung `review`: {}; nếu không có, {} cho xem các thay đổi trong trình duyệt"
    ),
    "standard input has no name that tells its format; say --format": (
        "đầu vào chuẩn không có tên để biết định dạng; hãy nêu --format"
    ),
    "the filter {} of the package {} cannot be used: {}; mend or uninstall {}, or leave the filter out": (
        "bộ lọc {} của gói {} không dùng được: {}; hãy sửa hoặc gỡ {}, hoặc bỏ bộ lọc ra"
    ),
    "there are more records like these; the rejects file has them all": ("còn nhiều bản ghi như thế; tệp loại có đủ"),
    "{}: a run was stopped here; go on with --resume, or begin anew with --restart": (
        "{}: có một lần chạy đã bị dừng ở đây; hãy chạy tiếp với --resume, hoặc chạy lại từ đầu với --restart"
    ),
    "{}: cannot be written: {}; make room, and go on with --resume": (
        "{}: không ghi được: {}; hãy dọn chỗ rồi chạy tiếp với --resume"
    ),
    "{}: cannot be written: {}; check its directory or write elsewhere": (
        "{}: không ghi được: {}; hãy kiểm tra thư mục của tệp hoặc ghi ra chỗ khác"
    ),
    "{}: another run is writing here; wait for it, or choose another place": (
        "{}: một lần chạy khác đang ghi ở đây; hãy chờ nó xong, hoặc chọn chỗ khác"
    ),
    "this run is complete already": "lần chạy này đã xong",
    "{} decisions agree or stand alone; {} conflict and are left open": (
        "{} quyết định thống nhất hoặc chỉ có một; {} mâu thuẫn và còn để ngỏ"
    ),
    "{} is no size; write 4096, 256K, 512M or 2G": "{} không phải dung lượng; hãy ghi 4096, 256K, 512M hay 2G",
    "{} of {} questions are decided; `vntextclean clean --decisions auto` respects them": (
        "đã quyết định {} trong {} câu hỏi; `vntextclean clean --decisions auto` làm theo"
    ),
    "{} reads whole files: leave out --documents {}, or it": "{} đọc cả tệp: hãy bỏ --documents {}, hoặc bỏ nó",
    "{} records, {} changes in {} of them{}; {} MB/s": "{} bản ghi, {} thay đổi trong {} bản ghi{}; {} MB/s",
    "{}: a page in {}, and what is written is UTF-8, which its head would deny;"
    " use --keep-encoding, make it UTF-8 first, or leave out --output html": (
        "{}: trang theo bảng mã {}, còn bản ghi ra là UTF-8, trái với phần đầu trang;"
        " hãy dùng --keep-encoding, đổi sang UTF-8 trước, hoặc bỏ --output html"
    ),
    "{}: no page of HTML; leave out --output html, or say --input html": (
        "{}: không phải trang HTML; hãy bỏ --output html, hoặc nêu --input html"
    ),
    "{}: a {} of more than {} MiB; break it into lines of UTF-8 text first": (
        "{}: {} hơn {} MiB; hãy cắt thành các dòng văn bản UTF-8 trước"
    ),
    "{}: {} is not read as prose; {}": "{}: {} không đọc được như văn xuôi; {}",
    "standard output cannot be resumed; give -o FILE": "không chạy tiếp được với đầu ra chuẩn; hãy nêu -o TỆP",
    "standard input cannot be resumed; name files": "không chạy tiếp được với đầu vào chuẩn; hãy nêu các tệp",
    "the column {} holds {}, and not a text a row": "cột {} chứa {}, không phải mỗi hàng một văn bản",
    "the first {} records have no field {}; did you mean {}?": "{} bản ghi đầu không có trường {}; có phải là {}?",
    "the first record has no field {}; did you mean {}?": "bản ghi đầu không có trường {}; có phải là {}?",
    "there is no column {}; there are {}": "không có cột {}; có {}",
    "there is no column {}; there are {}; with --delimiter {} there would be": (
        "không có cột {}; có {}; với --delimiter {} thì có"
    ),
    "there is no column {}; there are {}; if the first line has no names, put a line of names above it": (
        "không có cột {}; có {}; nếu dòng đầu không có tên cột, hãy đặt một dòng tên cột lên trên"
    ),
    "{} columns are called {}; rename those that are not meant": "{} cột cùng tên {}; hãy đổi tên những cột thừa",
    "the first line is empty, and should have the names of the columns": "dòng đầu trống, mà phải có tên các cột",
    "the header cannot be read: {}": "không đọc được hàng tên cột: {}",
    "its first line says that its cells are parted by {}; say --delimiter {}": (
        "dòng đầu nói các ô cách nhau bằng {}; hãy nêu --delimiter {}"
    ),
    "{}: {} and {} would write the same file; choose another place": (
        "{}: {} và {} sẽ ghi cùng một tệp; hãy chọn chỗ khác"
    ),
    "{}: no regular file, and cannot be replaced; write elsewhere, or to standard output (-)": (
        "{}: không phải tệp thường, không thay được; hãy ghi chỗ khác, hoặc ra đầu ra chuẩn (-)"
    ),
    "{}: an output would overwrite this input; choose another place": (
        "{}: một đầu ra sẽ ghi đè lên đầu vào này; hãy chọn chỗ khác"
    ),
    "{}: a shard of another run; choose another place, or discard them with --restart": (
        "{}: là phần của lần chạy khác; hãy chọn chỗ khác, hoặc bỏ chúng bằng --restart"
    ),
    "{}: not as it was written; start again with --restart": "{}: không còn như lúc ghi; hãy chạy lại với --restart",
    "--delimiter {} is no single sign; give one, as ';', or tab": (
        "--delimiter {} không phải một dấu; hãy nêu một dấu, như ';', hoặc tab"
    ),
    "it is in UTF-16, and records are in UTF-8; convert it first: iconv -f UTF-16 -t UTF-8": (
        "tệp ở UTF-16, mà bản ghi phải ở UTF-8; hãy đổi trước: iconv -f UTF-16 -t UTF-8"
    ),
    "its name tells {}, and its bytes do not; rename it, or compress it anew": (
        "tên tệp nói là {}, còn nội dung thì không; hãy đổi tên, hoặc nén lại"
    ),
    "{} rows of row group {} cannot be read: {}": "không đọc được {} hàng của nhóm hàng {}: {}",
    "--shard-size needs a directory, and {} is the name of a file: give -o DIRECTORY": (
        "--shard-size cần một thư mục, mà {} là tên tệp: hãy nêu -o THƯ MỤC"
    ),
    "there is a column {} already; choose another name": "đã có cột {}; hãy chọn tên khác",
    "the quotation mark that opens cell {} is never closed": "dấu ngoặc kép mở ô {} không được đóng lại",
    "the row has {} cells, and the header {}": "hàng có {} ô, còn hàng tên cột có {}",
    "not UTF-8, at byte {} of the record": "không phải UTF-8, tại byte {} của bản ghi",
    "not UTF-8, at byte {} of the text": "không phải UTF-8, tại byte {} của văn bản",
    "a record of more than {} bytes; to clean it, raise --max-text beyond {}": (
        "bản ghi dài hơn {} byte; muốn làm sạch nó thì tăng --max-text quá {}"
    ),
    "the {} file ends in the middle: it is cut off": "tệp {} dừng giữa chừng: nó bị cắt cụt",
    "the {} file is damaged: {}": "tệp {} bị hỏng: {}",
    "zstd needs the package zstandard: {}": "zstd cần gói zstandard: {}",
    "Parquet needs the package pyarrow: {}": "Parquet cần gói pyarrow: {}",
    "Parquet cannot be read from a stream; name the file": "không đọc được Parquet từ luồng; hãy nêu tệp",
    "Parquet cannot be read from a pipe; name the file": "không đọc được Parquet qua ống dẫn; hãy nêu tệp",
    "{}: Parquet cannot be written to a pipe; give -o FILE or DIRECTORY": (
        "{}: không ghi được Parquet ra ống dẫn; hãy nêu -o TỆP hoặc THƯ MỤC"
    ),
    "no Parquet file: {}": "không phải tệp Parquet: {}",
    "--separator {} is no regular expression: {}": "--separator {} không phải biểu thức chính quy: {}",
    "{} has no use for {}: leave it out, or say another --format": (
        "{} không dùng được cho {}: hãy bỏ đi, hoặc nêu --format khác"
    ),
    "{}: its name tells no format; say --format jsonl, csv, tsv, parquet, warc, text or lines": (
        "{}: tên tệp không cho biết định dạng; hãy nêu --format jsonl, csv, tsv, parquet, warc, text hoặc lines"
    ),
    "{}: no {} file in this directory; name files of other names by a pattern, as '{}', and say --format": (
        "{}: thư mục này không có tệp {}; tệp tên khác thì nêu bằng một mẫu tên, như '{}', kèm --format"
    ),
    "{}: the run that was stopped had other {}; give the same ones, or begin anew with --restart": (
        "{}: lần chạy đã bị dừng có {} khác; hãy nêu đúng như thế, hoặc chạy lại từ đầu với --restart"
    ),
    "{}: {}; choose a place that can be written": "{}: {}; hãy chọn chỗ ghi được",
    "{}: {}; check the path": "{}: {}; hãy xem lại đường dẫn",
    "{}: shorter than it was; start again with --restart": "{}: ngắn hơn trước; hãy chạy lại với --restart",
    "{}: it was written, and is gone; start again with --restart": (
        "{}: đã ghi rồi mà nay không còn; hãy chạy lại với --restart"
    ),
    "{} lies in {}, and the next run would read it; name a place beside it": (
        "{} nằm trong {}, nên lần chạy sau sẽ đọc nó; hãy nêu một chỗ bên ngoài"
    ),
    "one output cannot hold {}; give a directory": "một đầu ra không chứa được cả {}; hãy nêu một thư mục",
    "{}: batch does not convert {} to {}; choose another name": ("{}: batch không đổi {} sang {}; hãy chọn tên khác"),
    "--shard-size needs a directory: give -o DIRECTORY": "--shard-size cần một thư mục: hãy nêu -o THƯ MỤC",
    "{}: {} is the output of {} already": "{}: {} đã là đầu ra của {}",
    "worker processes are stopped again and again ({}), perhaps for want of memory; try fewer --jobs,"
    " or a smaller --chunk-size": (
        "các tiến trình con cứ bị dừng ({}), có lẽ vì thiếu bộ nhớ; hãy giảm --jobs, hoặc giảm --chunk-size"
    ),
    "{}: its columns are not those of the inputs before it; give a directory, without --shard-size": (
        "{}: các cột khác với những đầu vào trước nó; hãy nêu một thư mục, không kèm --shard-size"
    ),
    "{}: the decision could not be saved: {}; make room, or make it writable": (
        "{}: không lưu được quyết định: {}; hãy dọn chỗ trống, hoặc cho phép ghi"
    ),
    "{}: it is written in a way that cannot be added to; add {} to keep by hand": (
        "{}: cách viết của tệp không cho thêm vào; hãy tự thêm {} vào keep"
    ),
    "{}: {}; add {} to keep by hand": "{}: {}; hãy tự thêm {} vào keep",
    "{}: {}; correct it, and keep words then": "{}: {}; hãy sửa tệp, rồi mới giữ từ",
}
