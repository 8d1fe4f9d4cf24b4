"""The words Vietnamese pages dress their furniture in, by the part of the page they belong to.

A phrase is evidence, not a verdict: "Trang chủ" alone on a line is a menu, "Trang chủ FIFA giới thiệu…" opens a
sentence. So phrases are kept in three strengths: a whole line, the start of a line, anywhere in a line. What is removed
is decided by the classifier from these and from shape and neighbourhood; the phrases name the reason.
"""

from __future__ import annotations

from vntextclean.named_tuple import NamedTuple


class Kind(NamedTuple):
    """One part of a page's furniture: its code, what a reader is told, and the phrases that give it away."""

    code: str
    say: str
    say_vi: str
    whole: str
    start: str = ""
    within: str = ""


#: Phrases are separated by "|". All are lower case; a line is compared without the marks around it (bullets, colons,
#: brackets, arrows). Written from general knowledge of Vietnamese pages, and none of them decides alone.
KINDS: tuple[Kind, ...] = (
    Kind(
        "menu",
        "menu item",
        "mục trong trình đơn",
        "trang chủ|1. trang chủ|trang nhất|giới thiệu|giới thiệu chung|liên hệ|tin tức"
        "|tin tức sự kiện|tin tức - sự kiện|sơ đồ cổng"
        "|sơ đồ trang|sơ đồ website|sơ đồ site|hỏi đáp|thời sự|thế giới|kinh doanh|kinh tế|pháp luật|giáo dục|đời sống"
        "|sức khỏe|sức khoẻ|giải trí|thể thao|văn hóa|văn hoá|văn hóa - xã hội|xã hội|chính trị|du lịch|công nghệ"
        "|số hóa|khoa học|xe|bất động sản|bạn đọc|ý kiến|tâm sự|góc nhìn|podcast|podcasts|video|videos|media|multimedia"
        "|infographic|infographics|longform|emagazine|e-magazine|ảnh|thư viện ảnh|thư viện video|hình ảnh|mới nhất"
        "|tin mới nhất|tin nóng|tin mới|đọc nhiều|xem nhiều|trực tiếp|lịch sử|thị trường|chứng khoán|doanh nghiệp"
        "|quốc tế|trong nước|quân sự|an ninh|quốc phòng|quốc phòng - an ninh|y tế|môi trường|nông nghiệp|lao động"
        "|việc làm|tuyển dụng|nhịp sống trẻ|giới trẻ|phóng sự|diễn đàn|rao vặt|quảng cáo|cần biết|dịch vụ|sản phẩm"
        "|dự án|bảng giá|khuyến mãi|chính sách|hướng dẫn|tài liệu|thư viện|thông báo|văn bản|văn bản mới|chuyên mục"
        "|danh mục|danh mục sản phẩm|tất cả chuyên mục|chuyên đề|sự kiện|cơ cấu tổ chức|chức năng nhiệm vụ"
        "|chức năng, nhiệm vụ|ban lãnh đạo|lịch công tác|lịch tiếp dân|thủ tục hành chính|dịch vụ công"
        "|dịch vụ công trực tuyến|công khai ngân sách|cải cách hành chính|chuyển đổi số|thư điện tử|hộp thư góp ý"
        "|góp ý|phản ánh kiến nghị|phản ánh, kiến nghị|tra cứu|tra cứu hồ sơ|câu hỏi thường gặp|mua sắm|bóng đá"
        "|thời trang|làm đẹp|gia đình|ẩm thực|nhà đẹp|tin trong tỉnh|tin trong nước|tin thế giới|tin thể thao"
        "|về chúng tôi|đối tác|khách hàng|hệ thống cửa hàng|blog|faq|faqs|home|about|about us|contact|contact us|news"
        "|menu|english|tiếng việt|tiếng anh|vietnamese|rss|sitemap|skip to content|toggle navigation"
        "|chuyển đến nội dung|chuyển tới nội dung|bỏ qua nội dung|truy cập nội dung luôn|đến nội dung chính"
        "|nội dung chính|mục lục|nội dung bài viết|toggle|mục lục [ẩn]|mục lục ẩn|lên đầu trang|về đầu trang|đầu trang"
        "|quay lại|trở về|trở lại|back to top|về trang chủ|tags|tag|từ khóa|từ khoá|chủ đề|chủ đề hot|chủ đề nóng"
        "|quay về trang chủ"
        "|thẻ|nhãn|thông tin tòa soạn|toà soạn|tòa soạn|đặt báo|báo in|nhật báo|báo giấy|đóng|mở rộng|thu gọn|tải về"
        "|tải app|tải ứng dụng|thoát|tất cả|khác|các trang khác|trang chu|tổng hợp|giải thưởng|hoạt động|đào tạo"
        "|tuyển sinh|học sinh|sinh viên|phụ huynh|cựu sinh viên|nghiên cứu|hợp tác quốc tế|thời khóa biểu|tra cứu điểm"
        "|ban giám hiệu|tổ chuyên môn|công đoàn|đoàn thanh niên|hoạt động chuyên môn|hoạt động ngoại khóa|thực đơn"
        "|văn bản chỉ đạo|văn bản pháp quy|lịch công tác tuần|thư viện đề thi"
        "|bài giảng điện tử|góc học sinh|góc phụ huynh"
        "|tra cứu văn bằng|giáo án|đề thi|tài nguyên|chuyên khoa|đội ngũ bác sĩ|gói khám|bảng giá dịch vụ"
        "|hướng dẫn khám bệnh|tra cứu kết quả|hỏi đáp chuyên gia|cẩm nang sức khỏe"
        "|dịch vụ y tế|tiếp dân|công báo|đấu thầu"
        "|khiếu nại tố cáo|phòng chống tham nhũng|thông tin tuyên truyền|chỉ đạo điều hành|góp ý dự thảo|danh bạ|bản đồ"
        "|chỉ đường|hệ thống chính trị|bộ máy tổ chức|chương trình công tác|người phát ngôn|tin mới nhận|nóng trên mạng"
        "|đa phương tiện|phim|âm nhạc|hậu trường|khám phá|chuyện lạ|tài chính|ngân hàng|thuế|địa ốc|khởi nghiệp|du học"
        "|hồ sơ|chuyển nhượng|ngoại hạng anh|tennis|tin công nghệ|hệ thống showroom|hàng mới về|thương hiệu|khuyến mại"
        "|download|tải xuống|tải xuống ngay|gửi câu hỏi|đặt câu hỏi|mục lục bài viết|hỗ trợ kỹ thuật|tin khuyến mãi"
        "|thể loại|thể loại ẩn|cổng thông tin|tiêu đề chuẩn|bách khoa toàn thư mở wikipedia"
        "|close menu|open menu|đóng menu|mở menu|main menu|primary menu|menu chính|trang cá nhân|bản tin"
        "|tin tuyển dụng|video clip|clip|album ảnh|phóng sự ảnh|văn bản pháp luật|văn bản điều hành"
        "|liên kết|liên kết nhanh|quick links|khóa học|khoá học|lịch khai giảng|học phí|giảng viên|đội ngũ"
        "|đội ngũ giáo viên|cơ sở vật chất|tầm nhìn|tầm nhìn - sứ mệnh|lịch sử hình thành|câu lạc bộ"
        "|chỉnh sửa liên kết ảnh|lưu trữ|kho lưu trữ|archives|categories|meta|hiện mục lục"
        "|ẩn mục lục|xem sơ đồ|thông tin cần biết|tiện ích|góc nhìn khác|sites"
        "|trên trang này|trong trang này|on this page|sửa trang này|sửa trang này trên github|chỉnh sửa trang này"
        "|edit this page|edit on github|tìm ctrl k|tìm kiếm ctrl k|search ctrl k|skip to main content"
        "|chuyển tới nội dung chính|chuyển đến nội dung chính|đi tới nội dung chính|đi đến nội dung chính"
        "|bước tới nội dung|trình đơn chính|bảng chọn chính|công cụ cá nhân|xem lịch sử|bài viết ngẫu nhiên"
        "|trang ngẫu nhiên|thay đổi gần đây|các liên kết đến đây|thay đổi liên quan|trang đặc biệt"
        "|liên kết thường trực|trích dẫn trang này|gửi bài cộng tác",
        "lấy từ “http|lấy từ http|trang chủ ›|trang chủ »|trang chủ >|trang chủ /|trở lại |về trang |quay lại "
        "|quay về |xem trang |tải ứng dụng|tải app"
        "|bạn đang ở|bạn đang xem|you are here|this page location|chuyên mục:|danh mục:|thẻ:|tags:|tag:"
        "|từ khóa:|từ khoá:|chủ đề:|categories:|nhãn:",
        "sửa mã nguồn|toggle navigation|skip to content",
    ),
    Kind(
        "share",
        "share bar",
        "thanh chia sẻ",
        "chia sẻ|chia sẻ bài viết|chia sẻ bài viết này|share|facebook|fb|twitter|twitter / x|x|zalo|linkedin|pinterest"
        "|whatsapp|telegram|reddit|email|e-mail|mail|print|in|in báo|in bài viết|in trang|in bài|gửi email|copy link"
        "|sao chép liên kết|copy|link|messenger|google+|google|google news|gmail|tumblr|viber|instagram|tiktok|youtube"
        "|like|thích|yêu thích|lưu|lưu tin|lưu bài|lưu bài viết|nghe|nghe đọc bài|nghe bài viết|theo dõi|follow"
        "|follow us|theo dõi chúng tôi|kết nối với chúng tôi|fanpage|fanpage facebook|gửi bài viết|chia sẻ lên facebook"
        "|cỡ chữ|aa|a a a|a- a+|a+ a-|bình chọn|đánh giá|tweet|chia sẻ trên facebook|gửi cho bạn bè|liên kết"
        "|gửi tin nhắn|chia sẻ facebook|chia sẻ zalo|quan tâm|lượt thích|thích trang|thích fanpage|kết nối"
        "|github|stack overflow|discord",
        "chia sẻ:|chia sẻ facebook|chia sẻ zalo|chia sẻ twitter|share facebook|facebook twitter|facebook zalo"
        "|chia sẻ qua|chia sẻ lên|chia sẻ trên|share via|share on|share this|theo dõi chúng tôi|theo dõi báo"
        "|nhấn vào chia sẻ|nhấp để chia sẻ|bấm để chia sẻ|nhấn để|copy link|cỡ chữ|font size|tương phản"
        "|đọc bài viết|theo dõi trên"
        "|theo dõi chúng tôi|kết nối với chúng tôi",
        "mở trong cửa sổ mới|whatsapp://|share via email|pinterest|linkedin",
    ),
    Kind(
        "related",
        "list of other articles",
        "danh sách bài khác",
        "tin liên quan|bài liên quan|bài viết liên quan|các bài liên quan|tin tức liên quan|có liên quan|liên quan"
        "|tin cùng chuyên mục|bài cùng chuyên mục|cùng chuyên mục|các bài khác cùng chuyên mục|tin khác|các tin khác"
        "|tin tức khác|bài viết khác|các bài khác|bài khác|các bài viết khác|những tin mới hơn|những tin cũ hơn"
        "|tin mới hơn|tin cũ hơn|các tin đã đưa|các tin mới|tin đã đưa|tin nổi bật|bài nổi bật|bài viết nổi bật"
        "|tin đọc nhiều|tin xem nhiều|bài xem nhiều|đọc nhiều nhất|xem nhiều nhất|bài viết xem nhiều|xem thêm"
        "|xem thêm bài viết|đọc thêm|đọc tiếp|xem tiếp|xem tất cả|xem chi tiết|chi tiết|xem ngay|xem nhanh"
        "|tham khảo thêm|có thể bạn quan tâm|bạn có thể quan tâm|có thể bạn thích|bạn có thể thích|có thể bạn muốn đọc"
        "|dành cho bạn|gợi ý cho bạn|đề xuất cho bạn|bài viết mới|bài viết mới nhất|bài mới"
        "|bài mới nhất|bài đăng mới|bài đăng mới nhất|sản phẩm liên quan|sản phẩm tương tự|sản phẩm cùng loại"
        "|khóa học liên quan|video liên quan|tin hot|điểm tin|điểm tin nổi bật|tin vắn|tin trong ngày|bài giải mới nhất"
        "|bài tiếp theo|bài trước|bài sau|bài viết trước|bài viết sau|bài kế tiếp|tin trước|tin sau|tin tiếp theo"
        "|read more|related posts|related articles|recent posts|see more|xem tất cả bình luận|được quan tâm nhất"
        "|được quan tâm|tìm kiếm nhiều nhất|nổi bật|tiêu điểm|mới cập nhật|cùng tác giả|bài cùng tác giả|nổi bật nhất"
        "|recommended posts|bài viết gần đây|bài gần đây|tin mới cập nhật|có thể bạn sẽ thích|sản phẩm khác"
        "|sản phẩm đã xem|sản phẩm bạn đã xem|sản phẩm cùng danh mục|dịch vụ khác|dự án khác|tìm hiểu thêm"
        "|tin tức mới nhất|tin tức mới|tin tức nổi bật|tin tức cùng chuyên mục|sự kiện nổi bật"
        "|chủ đề liên quan|tác phẩm khác|cùng thể loại|truyện đề cử|truyện cùng thể loại|bình luận gần đây"
        "|bình luận mới|phản hồi gần đây|recent comments|popular posts|latest posts|latest news"
        "|you may also like|related products|tin xem nhiều nhất|đọc nhiều trong tuần|tin tiêu điểm"
        "|tin chính|văn bản liên quan|tin bài liên quan|bài viết cùng chủ đề|tin bài cùng sự kiện",
        "tin liên quan|bài viết liên quan|bài liên quan|tin cùng|bài cùng|xem thêm:|xem thêm bài|xem thêm trên"
        "|xem thêm các|đọc thêm:|xem tất cả|có thể bạn quan|có thể bạn thích|tin bài liên quan|các tin liên quan"
        "|các bài viết khác|các bài viết liên|những bài viết khác"
        "|bài viết xem|read more"
        "|tin bài cùng|bài viết cùng|bạn đang đọc|đọc tiếp:|posted in|posted by|đăng trong|được đăng trong"
        "|đăng bởi|this entry was posted|được xem nhiều",
    ),
    Kind(
        "form",
        "form field or comment box",
        "ô nhập liệu hoặc khung bình luận",
        "bình luận|ý kiến bạn đọc|gửi bình luận|viết bình luận|để lại bình luận|để lại một bình luận"
        "|để lại một bình luận hủy|bình luận bài viết này|bình luận của bạn|trả lời|phản hồi|gửi|gửi đi|gửi phản hồi"
        "|gửi ý kiến|gửi yêu cầu|hủy|huỷ|hủy bỏ|đồng ý|xác nhận|chọn|tìm kiếm|tìm|tìm kiếm nâng cao|đăng nhập|đăng ký"
        "|đăng kí|đăng xuất|quên mật khẩu|mật khẩu|tên đăng nhập|ghi nhớ đăng nhập|tài khoản|cài đặt tài khoản|họ tên"
        "|họ và tên|tên|tên của bạn|email của bạn|số điện thoại|điện thoại|địa chỉ|tiêu đề|nội dung|lĩnh vực"
        "|mã kiểm tra|mã bảo mật|mã xác nhận|mã xác thực|nhập mã|captcha|file đính kèm|chữ xác nhận|năm sinh|website"
        "|trang web|ghi chú|tin nhắn|lời nhắn|nhập lại|làm mới|refresh captcha|submit|send|cancel|reply|comment"
        "|comments|post comment|leave a comment|leave a reply|log in|login|sign in|sign up|register|password|username"
        "|search|search titles only|search forums|advanced search|go|no image|no title|bắt buộc|hoàn thành|ok|close"
        "|next|previous|loading|đang tải|nhận báo giá|đăng ký tư vấn|đăng ký ngay|đăng ký học|đăng ký học thử"
        "|đăng ký nhận tin|nhận tin|thăm dò ý kiến|biểu quyết|kết quả|chọn liên kết|chọn lĩnh vực|chọn dịch vụ"
        "|thông tin khách hàng|nhận tư vấn|gọi ngay|chat ngay|chat zalo|đặt lịch|đặt lịch hẹn|đặt khám|báo lỗi"
        "|báo lỗi - góp ý|nộp hồ sơ|lịch sử giao dịch|tin đã lưu"
        "|search for:|nhận xét của bạn|đánh giá của bạn|gửi đánh giá|gửi nhận xét|viết đánh giá"
        "|viết nhận xét|search this site|tìm kiếm sản phẩm|đăng nhập / đăng ký|nhận báo giá miễn phí"
        "|số điện thoại của bạn|lời nhắn của bạn|họ tên của bạn|no results|không có kết quả|không tìm thấy"
        "|remember me|nhớ mật khẩu|ghi nhớ|lost your password|chưa có tài khoản|đăng ký tài khoản"
        "|tạo tài khoản|đăng nhập bằng|nhấn enter để tìm kiếm|xếp hạng|rất tốt|rất tệ|không tệ|chọn file"
        "|chọn tệp|gửi câu trả lời|mã bảo vệ|thay đổi mã|hãy đăng nhập"
        "|trang này có hữu ích không|bài viết này có hữu ích không|trang này có giúp ích cho bạn không"
        "|was this page helpful|nhận bản tin|đăng ký bản tin|đăng ký nhận bản tin",
        "họ và tên (|họ tên (|email (|số điện thoại (|điện thoại (|tiêu đề (|nội dung (|địa chỉ (|email *|tên *"
        "|bình luận *|bình luận (|họ và tên *|số điện thoại *|nhập mã|nhập số|nhập email|nhập từ khóa|mã xác|mã"
        " kiểm tra"
        "|chọn liên kết|gửi bình luận|để lại một|để lại bình|các trường bắt buộc|thư điện tử (|chữ xác nhận"
        "|đăng ký ngay|đăng ký nhận|đăng ký email|đăng ký học|tối đa:|bạn cần đăng nhập|vui lòng đăng nhập|xin chào,"
        "|hãy là người đầu tiên|nhập nội dung|viết câu trả lời|đăng nhập để|đăng nhập bằng|liên kết web"
        "|thông báo cho tôi",
        "-- chọn|các trường bắt buộc|sẽ không được hiển thị công khai|trong trình duyệt này|refresh captcha|no"
        " image|no title"
        "|chưa có bình luận|chưa có đánh giá"
        "|người đầu tiên bình luận|vui lòng nhập|vui lòng điền thông tin|bình luận trống|mã captcha"
        "|lần bình luận kế tiếp|sẽ không được công khai",
    ),
    Kind(
        "counter",
        "visit counter",
        "bộ đếm lượt truy cập",
        "thống kê|thống kê truy cập|lượt truy cập|số lượt truy cập|số người truy cập|đang online|đang truy cập|online"
        "|trực tuyến|khách trực tuyến|hôm nay|hôm qua|trong tuần|trong tháng|tuần này|tuần trước|tháng này|tháng trước"
        "|năm nay|năm trước|tổng cộng|tổng lượt truy cập|tổng truy cập|tổng số truy cập|lượt xem|views|view|replies"
        "|visitors|posts|joined|messages|reaction score|points|thông tin tra cứu|tổng số|thành viên online|khách viếng"
        "|máy chủ tìm kiếm|truy cập"
        "|khách thăm|số khách đang truy cập|lượt chia sẻ|không có bình luận|no comments|1 phản hồi"
        "|0 bình luận|đang xem",
        "lượt xem|lượt đọc|lượt truy cập|số lượt xem|số lượt truy|số lượt đọc|số lần xem|đang online|đang truy cập"
        "|hôm nay:|hôm qua:|trong tuần:"
        "|trong tháng:|tuần này:|tháng này:|năm nay:|tất cả:|tổng cộng:|tổng truy cập|tổng lượt truy|tổng số truy"
        " cập|view count"
        "|views:|đã xem:|khách:|thành viên:|trực tuyến:|online:|thống kê truy cập|số người truy cập|số người online"
        "|người online|truy cập:"
        "|số khách đang|khách thăm|tổng số điểm của bài viết",
        "view count|lượt xem:|lượt truy cập:|lượt xem :",
    ),
    Kind(
        "imprint",
        "imprint or copyright line",
        "thông tin tòa soạn hoặc bản quyền",
        "hotline|copyright|bản quyền|all rights reserved|chính sách bảo mật|điều khoản bảo mật|điều khoản sử dụng"
        "|điều khoản|điều khoản dịch vụ|chính sách quyền riêng tư|chính sách cookie|quy chế hoạt động|quy định sử dụng"
        "|quy định quyền riêng tư|lời phủ nhận"
        "|chính sách đổi trả|chính sách bảo hành|chính sách vận chuyển|chính sách thanh toán|privacy policy|privacy"
        "|terms of service|terms of use|terms and rules|terms|help|liên hệ quảng cáo|quảng cáo|bảng giá quảng cáo"
        "|liên hệ góp ý|liên hệ tòa soạn|liên hệ toà soạn|đường dây nóng|tổng đài|liên kết website|liên kết web"
        "|website liên kết|liên kết hữu ích|trang liên kết|các website|dịch vụ khách hàng|hỗ trợ khách hàng|hỗ trợ"
        "|hỗ trợ trực tuyến|chăm sóc khách hàng|gọi tổng đài|đã đăng ký bộ công thương|thông tin liên hệ|cookie"
        "|trụ sở|văn phòng|fax|mst|mã số thuế"
        "|gpkd|giấy phép kinh doanh|mã số doanh nghiệp|đã thông báo bộ công thương|giờ làm việc|giờ mở cửa"
        "|chi nhánh|trụ sở chính|bản đồ chỉ đường",
        "copyright|bản quyền|® ghi|ghi rõ nguồn|giấy phép số|giấy phép hoạt động|giấy phép thiết lập|giấy phép báo"
        "|gpđkkd|giấy chứng nhận|cơ quan chủ quản|đơn vị chủ quản|cơ quan của|tổng biên tập|phó tổng biên tập"
        "|trưởng ban biên tập|chịu trách nhiệm|người chịu trách nhiệm|phụ trách nội dung|tòa soạn:|toà soạn:|trụ sở:"
        "|trụ sở chính|hotline:|hotline |điện thoại:|đt:|điện thoại :|tel:|fax:|email:|email :|e-mail:|website:"
        "|mst:|mã số thuế|địa chỉ:|địa chỉ :|liên hệ quảng cáo|phòng quảng cáo|đường dây nóng|powered by|thiết kế bởi"
        "|thiết kế web|phát triển bởi|designed by|developed by|được phát triển|website đang chạy|ấn phẩm thuộc"
        "|cổng thông tin điện tử|trang thông tin điện tử|chính sách bảo|điều khoản |quét mã qr|vận hành bởi|số đkkd"
        "|gpkd|giấy phép kinh doanh|mã số doanh nghiệp|đơn vị quản lý|thường trực ban biên tập"
        "|trang này được sửa đổi|proudly powered|theme by|theme:|vận hành và quản lý|cơ quan thường trực",
        "all rights reserved|©|ghi rõ nguồn|giữ bản quyền|bản quyền thuộc|thuộc bản quyền|giấy phép số|gp-btttt"
        "|quyền được bảo lưu|powered by|cấp ngày|sử dụng nội dung|phát hành lại thông tin|đồng ý bằng văn bản"
        "|ghi nguồn|nền tảng cms"
        '|/gp-|nguồn “cổng|nguồn "cổng',
    ),
    Kind(
        "pager",
        "row of page numbers",
        "dãy số trang",
        "trang|trước|sau|tiếp|tiếp theo|đầu|cuối|đầu tiên|cuối cùng|trang trước|trang sau|trang tiếp|trang đầu"
        "|trang cuối|first|last|prev|previous|next|next page|previous page|page|go to page|older posts|newer posts"
        "|bài cũ hơn|bài mới hơn|đến trang|hiển thị",
        "trang 1|page 1|bài trước bài sau|bài trước bài tiếp|go to page|hiển thị 1|kết quả 1|của trang",
    ),
    Kind(
        "shop",
        "shop control",
        "nút của gian hàng",
        "tra cứu đơn hàng|tra cứu bảo hành|trả góp|flash sale|sản phẩm mới|sản phẩm bán chạy|sản phẩm nổi bật|bán chạy"
        "|giỏ hàng|mua ngay|thêm vào giỏ|thêm vào giỏ hàng|đặt hàng|đặt hàng ngay|đặt mua|thanh toán|so sánh"
        "|thêm vào yêu thích|còn hàng|hết hàng|số lượng|sắp xếp|lọc|bộ lọc|lọc theo|tải về ngay|tải ngay|đặt ngay"
        "|mua hàng|add to cart|buy now|checkout|cart|liên hệ đặt hàng|đăng ký qua sms|chọn size|chọn màu"
        "|quay trở lại cửa hàng|thứ tự mặc định|xem giỏ hàng|tiếp tục mua hàng|danh sách yêu thích"
        "|hiển thị một kết quả duy nhất|chưa có sản phẩm trong giỏ hàng|mua nhanh|đặt hàng nhanh|chọn mua"
        "|thêm giỏ hàng|thêm vào so sánh|tất cả sản phẩm",
        "thêm vào giỏ|mua ngay|giỏ hàng|sắp xếp theo|tải về "
        "|số lượng thêm vào giỏ|thêm vào danh sách|chưa có sản phẩm trong|hiển thị tất cả|xem nhanh",
    ),
    Kind(
        "forum",
        "forum control",
        "nút của diễn đàn",
        "new posts|find threads|your threads|members|forums|watched|mark read|mark forums read|unwatch|filters|alerts"
        "|conversations|preferences|quote|thread tools|search this thread|rating|user cp|calendar|log out|quick links"
        "|private messages|go to page|post thread|post reply|member|senior member|junior member|new member|banned"
        "|moderator|administrator|đã cảm ơn|cảm ơn|trích dẫn|báo cáo|báo xấu|chủ đề mới|thành viên|thành viên mới"
        "|đăng bài|tham gia ngày|bài viết|được thích|điểm thành tích|kaskus|last edited by|archive|top",
        "thích trả lời|trả lời trích dẫn|"
        "join date|posts:|location:|originally posted by|view public profile|send a private|find all posts|find more"
        "|add to|gửi từ |sent from|last edited by|all times are|you last visited|replies:|views:|bài viết:|tham gia:"
        "|đã được thích|today at|yesterday at|page 1 of|unread posts|show only",
        "public profile|private message to|to your contacts|posts by|join date",
    ),
)
