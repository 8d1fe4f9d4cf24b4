"""Help in Vietnamese: what verbs and options do, by the English text."""

from __future__ import annotations

HELP: dict[str, str] = {
    # headings
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "What is read": "Đọc gì",
    "What is repaired": "Sửa gì",
    "Settings": "Cài đặt",
    "How it runs": "Chạy thế nào",
    "required": "bắt buộc",
    # verbs
    "Clean and normalise scraped Vietnamese text: better, and never worse.": (
        "Làm sạch và chuẩn hóa văn bản tiếng Việt lấy từ web: tốt hơn, không bao giờ tệ hơn."
    ),
    "Print the cleaned text, or write it back.": "In văn bản đã làm sạch, hoặc ghi lại vào tệp.",
    "Print the cleaned text, or write it back with --write.": (
        "In văn bản đã làm sạch, hoặc ghi lại vào tệp với --write."
    ),
    "Show what would change: in colour on a terminal, as a patch in a pipe.": (
        "Cho xem những gì sẽ thay đổi: có màu trên màn hình, là bản vá khi chuyển tiếp."
    ),
    "List the files that would change.": "Liệt kê các tệp sẽ thay đổi.",
    "Put every mark back on text typed without marks.": "Thêm lại dấu cho văn bản gõ không dấu.",
    "Serve an editor: problems as you type, reasons, repairs, formatting.": (
        "Phục vụ trình soạn thảo: báo lỗi khi gõ, lý do, cách sửa, định dạng."
    ),
    "Serve an editor: problems as you type, reasons, repairs, formatting (needs the extra `lsp`).": (
        "Phục vụ trình soạn thảo: báo lỗi khi gõ, lý do, cách sửa, định dạng (cần phần thêm `lsp`)."
    ),
    "Speak over standard input and output: the only way, and the default.": (
        "Trao đổi qua đầu vào và đầu ra chuẩn: cách duy nhất, và là mặc định."
    ),
    "List the rules, or explain one.": "Liệt kê các quy tắc, hoặc giải thích một quy tắc.",
    "List the misreadings that are undone, or name those of a file.": (
        "Liệt kê các lỗi đọc sai bảng mã sửa được, hoặc nêu lỗi của một tệp."
    ),
    "Learn what recurs on the pages of a site, for clean --boilerplate.": (
        "Học những gì lặp lại trên các trang của một website, cho clean --boilerplate."
    ),
    "Say what the language model is, or what it thinks of a text.": (
        "Cho biết về mô hình ngôn ngữ, hoặc mô hình đánh giá một văn bản thế nào."
    ),
    "Print the perplexity of every line, a tab, and the line: the higher, the stranger.": (
        "In độ bối rối (perplexity) của từng dòng, một tab, rồi dòng ấy: càng cao càng lạ."
    ),
    # what is read
    "Read the names of files from FILE, one a line.": "Đọc tên các tệp từ FILE, mỗi dòng một tên.",
    "The names in --files-from end in NUL, as `find -print0` has them.": (
        "Các tên trong --files-from kết thúc bằng NUL, như `find -print0`."
    ),
    "Leave out files and directories, as .gitignore names them.": "Bỏ qua tệp và thư mục, mẫu như trong .gitignore.",
    "Take these files from directories, whatever their suffix.": "Lấy các tệp này trong thư mục, dù đuôi tệp là gì.",
    "Take what a .gitignore names, too.": "Lấy cả những gì .gitignore loại ra.",
    "What one document is: file (default), line, jsonl:FIELD or separator:REGEX (a line that matches).": (
        "Thế nào là một văn bản: file (mặc định), line, jsonl:TRƯỜNG hay separator:REGEX (dòng khớp mẫu)."
    ),
    "Of HTML read the main text, as trafilatura finds it (extra html), and not all the text.": (
        "Với HTML chỉ đọc phần văn bản chính do trafilatura tìm ra (phần bổ sung html), không đọc toàn bộ chữ."
    ),
    "The encoding of the input, such as tcvn3; else it is recognised.": (
        "Bảng mã của đầu vào, ví dụ tcvn3; nếu không nêu thì tự nhận ra."
    ),
    "Bytes that are no text: refuse the file (strict, default), put U+FFFD, or keep them.": (
        "Byte không phải văn bản: từ chối tệp (strict, mặc định), thay bằng U+FFFD, hoặc giữ nguyên."
    ),
    # what is repaired
    "Which filters run (default: web).": "Chạy những bộ lọc nào (mặc định: web).",
    "Run this filter only, or with +NAME this one too; repeatable.": (
        "Chỉ chạy bộ lọc này, hoặc với +TÊN thì chạy thêm; dùng được nhiều lần."
    ),
    "Make only repairs of these rules or filters; repeatable.": (
        "Chỉ sửa theo các quy tắc hay bộ lọc này; dùng được nhiều lần."
    ),
    "Make no repairs of these rules or filters; repeatable.": (
        "Không sửa theo các quy tắc hay bộ lọc này; dùng được nhiều lần."
    ),
    "Make a repair if it is this sure (default: 0.98); less sure ones are suggestions.": (
        "Chỉ sửa khi chắc chắn đến mức này (mặc định: 0.98); kém chắc hơn thì chỉ gợi ý."
    ),
    "Leave a word, or the words of a file, as they are.": "Giữ nguyên một từ, hoặc các từ trong một tệp.",
    "Write hòa (old), hoà (new), or as it is (keep).": "Viết hòa (old), hoà (new), hoặc giữ nguyên (keep).",
    "Write hòa (old), hoà (new), or as the page's own words have it (keep, the default; old if they do not tell).": (
        "Viết hòa (old), hoà (new), hoặc theo các từ sẵn có của trang (keep, mặc định; không rõ thì old)."
    ),
    "A table of learned page furniture.": "Bảng phần khung trang đã học.",
    "Do not look first at what recurs on the pages of a directory or of a site.": (
        "Không xem trước những gì lặp lại trên các trang của một thư mục hay website."
    ),
    "Use another language model.": "Dùng mô hình ngôn ngữ khác.",
    # settings
    "Read this configuration file, and no other.": "Chỉ đọc tệp cấu hình này.",
    "Read no configuration file.": "Không đọc tệp cấu hình nào.",
    "Show every setting, its value and its source, and exit.": "Hiện mọi cài đặt, giá trị và nguồn gốc, rồi thoát.",
    "The language of reasons and messages (default: en).": "Ngôn ngữ của lý do và thông báo (mặc định: en).",
    "The language of messages (default: en, or VNTEXTCLEAN_LANG).": (
        "Ngôn ngữ của thông báo (mặc định: en, hoặc VNTEXTCLEAN_LANG)."
    ),
    # how it runs
    "Clean in N processes; 0 or auto: one for each core.": "Chạy N tiến trình; 0 hoặc auto: mỗi nhân một tiến trình.",
    "Write each document at once; documents are lines if not said otherwise.": (
        "Ghi ngay từng văn bản; mỗi dòng là một văn bản nếu không nêu khác."
    ),
    "Say more: which files are skipped and why; all that a diff sums up.": (
        "Nói rõ hơn: tệp nào bị bỏ qua và vì sao; mọi thứ mà diff gộp lại."
    ),
    "Write these counts to FILE.": "Ghi các số đếm này vào FILE.",
    "Say nothing on standard error but errors (and --stats).": "Chỉ báo lỗi ở đầu ra lỗi chuẩn (và --stats).",
    "Print counts by rule on standard error, as JSON.": "In số lần theo quy tắc ra đầu ra lỗi chuẩn, dạng JSON.",
    # options of one verb or two
    "Write the text back into the files, as UTF-8.": "Ghi văn bản lại vào các tệp, bằng UTF-8.",
    "Write to this file, or, from several inputs or with a slash at its end, below this directory.": (
        "Ghi vào tệp này, hoặc vào thư mục này nếu có nhiều đầu vào hay có dấu / ở cuối."
    ),
    "Write files below DIR.": "Ghi các tệp vào thư mục DIR.",
    "Write each file in the encoding it has, not as UTF-8.": "Ghi mỗi tệp bằng bảng mã sẵn có, không đổi sang UTF-8.",
    "Write a .docx with the repairs made, not as tracked changes.": (
        "Ghi .docx với các chỗ sửa đã chấp nhận, không theo dõi thay đổi."
    ),
    "Take the reviewed changes of FILE, and no others.": "Chỉ lấy các thay đổi đã duyệt trong FILE.",
    "Respect what was decided in `review`: the decisions of FILE, or those beside each input (auto).": (
        "Theo những gì đã quyết định trong `review`: của FILE, hoặc của tệp bên cạnh mỗi đầu vào (auto)."
    ),
    "Show every line that is removed, and fold none.": "Cho xem mọi dòng bị bỏ, không thu gọn.",
    "Show the text before and after beside each other.": "Cho xem văn bản trước và sau cạnh nhau.",
    "Colours: on a terminal (auto, default), always, or never; else NO_COLOR and CLICOLOR_FORCE count.": (
        "Màu: trên màn hình (auto, mặc định), luôn luôn (always), không bao giờ (never);"
        " ngoài ra theo NO_COLOR và CLICOLOR_FORCE."
    ),
    "Print to the terminal, not into $PAGER (default: less -FRX).": (
        "In thẳng ra màn hình, không qua $PAGER (mặc định: less -FRX)."
    ),
    "Do not count files that would only become UTF-8.": "Không tính các tệp chỉ đổi sang UTF-8.",
    "Names of files (with -v: every change), annotations of GitHub, SARIF 2.1.0, or JSON lines.": (
        "Tên tệp (với -v: từng thay đổi), chú thích của GitHub, SARIF 2.1.0, hoặc JSON từng dòng."
    ),
    "The text (default), or what would change: diff is terminal or, in a pipe, unified.": (
        "Văn bản (mặc định), hoặc những gì sẽ thay đổi: diff là terminal hoặc, khi chuyển tiếp, unified."
    ),
    "Leave a word bare if its marks are less sure than this (default: 0, none); such words are suggestions.": (
        "Để nguyên không dấu nếu kém chắc chắn hơn mức này (mặc định: 0); các từ ấy chỉ được gợi ý."
    ),
    "For people, or JSON lines.": "Cho người đọc, hoặc JSON từng dòng.",
    "Only the rules of this preset.": "Chỉ các quy tắc của bộ cài đặt này.",
    "The table to write.": "Bảng sẽ ghi.",
    "The field of JSON records that names the site of a page.": "Trường JSON nêu tên website của trang.",
    "Show the version, the kernel and the model, and exit.": "Hiện phiên bản, phần lõi và mô hình, rồi thoát.",
    "Show this message and exit.": "Hiện trợ giúp này, rồi thoát.",
    "Reasons in colour (default on a terminal), a patch (default in a pipe), JSON lines, or a page to review.": (
        "Lý do có màu (mặc định trên màn hình), bản vá (mặc định khi chuyển tiếp), JSON từng dòng, hoặc trang để duyệt."
    ),
    "Decide about each change on the whole screen.": "Quyết định từng thay đổi trên toàn màn hình.",
    "Decide about each change on the whole screen (needs the extra `review`).": (
        "Quyết định từng thay đổi trên toàn màn hình (cần phần bổ sung `review`)."
    ),
    "The files are decisions of several reviewers: make one of them.": (
        "Các tệp là quyết định của nhiều người: gộp thành một."
    ),
    "Where --merge writes.": "Nơi --merge ghi kết quả.",
}
