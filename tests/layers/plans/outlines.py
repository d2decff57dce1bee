"""Bodies of plans in many styles of numbering, with their headings marked. Each case: a name, the marked text."""

OUTLINES: list[tuple[str, str]] = [
    (
        "I, 1, a with bullets",
        """KẾ HOẠCH
Phòng, chống dịch bệnh trên người năm 2024

Căn cứ Luật Phòng, chống bệnh truyền nhiễm năm 2007; UBND huyện ban hành kế hoạch như sau:

<heading number=I level=1 title='MỤC TIÊU'>I. MỤC TIÊU</heading>
<heading number=1 level=2 title='Mục tiêu chung'>1. Mục tiêu chung</heading>
Giảm tỷ lệ mắc và tử vong do bệnh truyền nhiễm.
<heading number=2 level=2 title='Mục tiêu cụ thể'>2. Mục tiêu cụ thể</heading>
- Mục tiêu 1: 95% ổ dịch được xử lý.
+ Xử lý trong 48 giờ.
<heading number=II level=1 title='NỘI DUNG HOẠT ĐỘNG'>II. NỘI DUNG HOẠT ĐỘNG</heading>
<heading number=1 level=2 title='Công tác giám sát'>1. Công tác giám sát</heading>
<heading number=a level=3 title='Tuyến huyện'>a) Tuyến huyện</heading>
Trung tâm Y tế huyện giám sát hằng ngày.
<heading number=b level=3 title='Tuyến xã'>b) Tuyến xã:</heading> Trạm Y tế báo cáo ca bệnh trong 24 giờ.
<heading number=2 level=2 title='Công tác điều trị'>2. Công tác điều trị</heading>
Phân tuyến điều trị hợp lý.
<heading number=III level=1 title='TỔ CHỨC THỰC HIỆN'>III. TỔ CHỨC THỰC HIỆN</heading>
<heading number=1 level=2 title='Phòng Y tế'>1. Phòng Y tế</heading>
- Chủ trì, phối hợp với các cơ quan liên quan.
<heading number=2 level=2 title='Trung tâm Y tế huyện'>2. Trung tâm Y tế huyện:</heading> Tham mưu kiện toàn Ban Chỉ đạo.
Trên đây là Kế hoạch phòng, chống dịch bệnh năm 2024./.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Tiến
""",
    ),
    (
        "parts in words, then Roman and Arabic numbers",
        """KẾ HOẠCH
PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2025

<heading number='Phần thứ nhất' level=1 title='ĐÁNH GIÁ TÌNH HÌNH NĂM 2024'>Phần thứ nhất
ĐÁNH GIÁ TÌNH HÌNH NĂM 2024</heading>
<heading number=I level=2 title='KẾT QUẢ ĐẠT ĐƯỢC'>I. KẾT QUẢ ĐẠT ĐƯỢC</heading>
<heading number=1 level=3 title='Về kinh tế'>1. Về kinh tế</heading>
<heading number=1.1 level=4 title='Nông nghiệp'>1.1. Nông nghiệp</heading>
Sản lượng lương thực đạt 42.000 tấn.
<heading number=1.2 level=4 title='Công nghiệp'>1.2. Công nghiệp:</heading> Giá trị sản xuất tăng 8%.
<heading number=2 level=3 title='Về xã hội'>2. Về xã hội</heading>
Giải quyết việc làm cho 2.100 người.
<heading number=II level=2 title='HẠN CHẾ'>II. HẠN CHẾ</heading>
Thu hút đầu tư còn ít.
<heading number='Phần thứ hai' level=1 title='NHIỆM VỤ NĂM 2025'>Phần thứ hai
NHIỆM VỤ NĂM 2025</heading>
<heading number=I level=2 title='MỤC TIÊU'>I. MỤC TIÊU</heading>
Tăng trưởng 7,5%.
""",
    ),
    (
        "A, I, 1",
        """KẾ HOẠCH
Cải cách hành chính năm 2026

<heading number=A level=1 title='ĐẶC ĐIỂM TÌNH HÌNH'>A. ĐẶC ĐIỂM TÌNH HÌNH</heading>
<heading number=I level=2 title='Thuận lợi'>I. Thuận lợi</heading>
Bộ máy mới đi vào hoạt động.
<heading number=II level=2 title='Khó khăn'>II. Khó khăn</heading>
Thiếu cán bộ công nghệ thông tin.
<heading number=B level=1 title='NHIỆM VỤ'>B. NHIỆM VỤ</heading>
<heading number=I level=2 title='Cải cách thể chế'>I. Cải cách thể chế</heading>
<heading number=1 level=3 title='Rà soát văn bản'>1. Rà soát văn bản</heading>
Rà soát toàn bộ văn bản đã ban hành.
<heading number=2 level=3 title='Kiểm tra văn bản'>2. Kiểm tra văn bản</heading>
Tự kiểm tra hằng quý.
""",
    ),
    (
        "numbered sentences are no headings",
        """KẾ HOẠCH
Tuyên truyền an toàn giao thông năm 2023

<heading number=I level=1 title='YÊU CẦU'>I. YÊU CẦU</heading>
1. Nội dung tuyên truyền phải ngắn gọn, dễ hiểu, phù hợp với từng đối tượng.
2. Các cơ quan, đơn vị, địa phương chủ động phối hợp trong quá trình thực hiện;
3. Bảo đảm tiết kiệm, hiệu quả.
<heading number=II level=1 title='PHÂN CÔNG NHIỆM VỤ'>II. PHÂN CÔNG NHIỆM VỤ</heading>
1. Công an huyện chủ trì, phối hợp với Phòng Văn hóa và Thông tin tổ chức tuyên truyền lưu động tại các xã
2. Phòng Giáo dục và Đào tạo chỉ đạo các trường học ký cam kết với phụ huynh.
3. Đề nghị Ủy ban MTTQ Việt Nam huyện vận động nhân dân chấp hành pháp luật về giao thông.
4. Giao Phòng Kinh tế và Hạ tầng theo dõi, đôn đốc, tổng hợp báo cáo UBND huyện trước ngày 15/12/2023.
""",
    ),
    (
        "bold and italic run-ins in Markdown",
        """# KẾ HOẠCH

## Chuyển đổi số xã Nậm Cắn năm 2024

## **<heading number=I level=1 title='MỤC TIÊU'>I. MỤC TIÊU</heading>**

**<heading number=1 level=2 title='Chính quyền số'>1. Chính quyền số:</heading>** 80% hồ sơ được xử lý trực tuyến.

*<heading number=a level=3 title='Hạ tầng'>a) Hạ tầng.</heading>* Đầu tư 5 máy tính.

*<heading number=b level=3 title='Dữ liệu'>b) Dữ liệu.</heading>* Số hóa toàn bộ hồ sơ.

**2.** Tiếp tục rà soát các thủ tục hành chính đủ điều kiện cung cấp trực tuyến toàn trình.

<heading number=3 level=2 title='Xã hội số'>3. **Xã hội số**:</heading> 50% người dân có tài khoản định danh.

### **<heading number=II level=1 title='TỔ CHỨC THỰC HIỆN'>II. TỔ CHỨC THỰC HIỆN</heading>**

**1. Công chức Văn hóa - Xã hội** chủ trì, tham mưu UBND xã triển khai kế hoạch này.
""",
    ),
    (
        "hard-wrapped text",
        """KẾ HOẠCH
Bảo vệ và phát triển rừng trên địa bàn huyện Tuyên Hóa giai đoạn
2021 - 2025

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017; căn cứ Nghị định số
156/2018/NĐ-CP ngày 16 tháng 11 năm 2018 của Chính phủ quy định chi tiết
thi hành một số điều của Luật Lâm nghiệp, Ủy ban nhân dân huyện ban hành
kế hoạch như sau:

<heading number=I level=1 title='MỤC ĐÍCH, YÊU CẦU'>I. MỤC ĐÍCH, YÊU CẦU</heading>

<heading number=1 level=2 title='Mục đích'>1. Mục đích</heading>

Nâng cao nhận thức của chủ rừng và người dân sống gần rừng trong công tác
bảo vệ rừng; ngăn chặn kịp thời các hành vi phá rừng, lấn chiếm đất rừng
trái pháp luật trên địa bàn.

<heading number=2 level=2 title='Nâng cao chất lượng công tác theo dõi diễn biến rừng và kiểm kê rừng trên địa bàn các xã biên giới'>2. Nâng cao chất lượng công tác theo dõi diễn biến rừng và kiểm kê rừng
trên địa bàn các xã biên giới</heading>

Hạt Kiểm lâm huyện cập nhật diễn biến rừng hằng tháng, báo cáo Ủy ban nhân
dân huyện trước ngày 25 của tháng cuối quý.

<heading number=II level=1 title='NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU TRONG CÔNG TÁC BẢO VỆ RỪNG, PHÁT TRIỂN KINH TẾ RỪNG'>II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU TRONG CÔNG TÁC BẢO VỆ RỪNG, PHÁT
TRIỂN KINH TẾ RỪNG</heading>

1. Tăng cường tuần tra, kiểm tra các điểm nóng về khai thác, vận chuyển
lâm sản trái pháp luật; xử lý nghiêm các vi phạm.
""",
    ),
    (
        "decimal numbers directly below a Roman one, and a plain figure after a colon",
        """KẾ HOẠCH
Phát triển du lịch năm 2025

<heading number=I level=1 title='CHỈ TIÊU'>I. CHỈ TIÊU</heading>
1. Tổng lượt khách du lịch đến huyện trong năm đạt: 120.000 lượt.
2. Tỷ lệ buồng lưu trú đạt chuẩn: 65%.
<heading number=II level=1 title='GIẢI PHÁP'>II. GIẢI PHÁP</heading>
<heading number=2.1 level=2 title='Về hạ tầng'>2.1. Về hạ tầng</heading>
Nâng cấp đường vào hang động.
<heading number=2.2 level=2 title='Về quảng bá'>2.2 Về quảng bá</heading>
Xây dựng trang thông tin du lịch.
<heading number=2.2.1 level=3 title='Trên mạng xã hội'>2.2.1. Trên mạng xã hội:</heading> mở kênh chính thức.
""",
    ),
    (
        "headings in capitals without numbers",
        """KẾ HOẠCH
Tổ chức Hội thi tuyên truyền viên giỏi năm 2022

<heading number=null level=1 title='MỤC ĐÍCH, YÊU CẦU'>MỤC ĐÍCH, YÊU CẦU</heading>
Chọn thí sinh dự thi cấp tỉnh.
<heading number=null level=1 title='NỘI DUNG'>NỘI DUNG</heading>
<heading number=1 level=2 title='Thời gian'>1. Thời gian:</heading> Tháng 10 năm 2022.
<heading number=2 level=2 title='Địa điểm'>2. Địa điểm:</heading> Nhà văn hóa huyện.
<heading number=null level=1 title='TỔ CHỨC THỰC HIỆN'>TỔ CHỨC THỰC HIỆN</heading>
Ban Tổ chức hội thi phân công nhiệm vụ cho các thành viên.
""",
    ),
    (
        "annexes with Roman numbers and a table title",
        """KẾ HOẠCH
Kiểm tra công vụ năm 2024

<heading number=I level=1 title='NỘI DUNG KIỂM TRA'>I. NỘI DUNG KIỂM TRA</heading>
Việc chấp hành kỷ luật, kỷ cương hành chính.

Nơi nhận:
- Như trên;
- Lưu: VT, NV.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Quàng Thị Nga

<heading number='PHỤ LỤC I' level=1 title='DANH SÁCH CƠ QUAN ĐƯỢC KIỂM TRA'>PHỤ LỤC I
DANH SÁCH CƠ QUAN ĐƯỢC KIỂM TRA</heading>
(Kèm theo Kế hoạch số 9/KH-UBND ngày 02/01/2024 của UBND huyện)
STT\tCơ quan\tThời gian
1\tPhòng Nội vụ\tTháng 3
2\tPhòng Tư pháp\tTháng 4

<heading number='Phụ lục II' level=1 title='Đề cương báo cáo'>Phụ lục II: Đề cương báo cáo</heading>
(Kèm theo Kế hoạch số 9/KH-UBND ngày 02/01/2024 của UBND huyện)
<heading number=I level=2 title='TÌNH HÌNH CHUNG'>I. TÌNH HÌNH CHUNG</heading>
Nêu khái quát đặc điểm của cơ quan.
<heading number=II level=2 title='KẾT QUẢ'>II. KẾT QUẢ</heading>
Nêu kết quả thực hiện.

<heading number=null level=1 title='BIỂU TỔNG HỢP KẾT QUẢ KIỂM TRA CÔNG VỤ'>BIỂU TỔNG HỢP KẾT QUẢ KIỂM TRA CÔNG VỤ</heading>
(Kèm theo Kế hoạch số 9/KH-UBND ngày 02/01/2024 của UBND huyện)
Cơ quan\tĐạt\tKhông đạt
Phòng Nội vụ\tx\t
""",
    ),
    (
        "slashes, brackets and dashes after the number",
        """KẾ HOẠCH
Huấn luyện dân quân năm 2021

<heading number=I level=1 title='MỤC ĐÍCH'>I/ MỤC ĐÍCH</heading>
Nâng cao khả năng sẵn sàng chiến đấu.
<heading number=II level=1 title='NỘI DUNG'>II - NỘI DUNG</heading>
<heading number=1 level=2 title='Huấn luyện chính trị'>1/ Huấn luyện chính trị</heading>
Học 12 bài.
<heading number=2 level=2 title='Huấn luyện quân sự'>2) Huấn luyện quân sự</heading>
Bắn đạn thật bài 1.
<heading number=III level=1 title='BẢO ĐẢM'>III.BẢO ĐẢM</heading>
<heading number=1 level=2 title='Vật chất'>1.Vật chất</heading>
Thao trường, vũ khí.
""",
    ),
    (
        "agencies with a colon, criteria with their names, a list after a colon",
        """KẾ HOẠCH
Xây dựng nông thôn mới năm 2022

<heading number=I level=1 title='NỘI DUNG'>I. NỘI DUNG</heading>
<heading number=1 level=2 title='Tiêu chí số 2: Giao thông'>1. Tiêu chí số 2: Giao thông</heading>
- Bê tông hóa 3 km đường thôn.
<heading number=2 level=2 title='Tiêu chí số 10'>2. Tiêu chí số 10:</heading> Thu nhập bình quân đạt 48 triệu đồng/người/năm.
- Cơ quan chủ trì: Phòng Nông nghiệp.
- Thời gian thực hiện: Quý III.
<heading number=II level=1 title='PHÂN CÔNG'>II. PHÂN CÔNG</heading>
<heading number=1 level=2 title='Phòng Nông nghiệp và Phát triển nông thôn'>1. Phòng Nông nghiệp và Phát triển nông thôn:</heading>
- Hướng dẫn các xã lập hồ sơ.
<heading number=2 level=2 title='Các cơ quan được phân công phụ trách tiêu chí'>2. Các cơ quan được phân công phụ trách tiêu chí</heading>
- Thẩm định tiêu chí.
<heading number=3 level=2 title='Đề nghị Ban Thường trực Ủy ban MTTQ Việt Nam huyện'>3. Đề nghị Ban Thường trực Ủy ban MTTQ Việt Nam huyện</heading>
Tổ chức lấy ý kiến hài lòng của người dân.
""",
    ),
    (
        "a decision with its plan: its articles are no headings",
        """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU
Số: 845/QĐ-UBND
QUYẾT ĐỊNH
Ban hành Kế hoạch phát triển du lịch năm 2023
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Du lịch ngày 19/6/2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển du lịch năm 2023.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Giàng A Páo

KẾ HOẠCH
Phát triển du lịch năm 2023
(Ban hành kèm theo Quyết định số 845/QĐ-UBND)
<heading number=I level=1 title='MỤC ĐÍCH'>I. MỤC ĐÍCH</heading>
Thu hút khách.
<heading number=II level=1 title='KINH PHÍ'>II. KINH PHÍ</heading>
Từ ngân sách tỉnh.
""",
    ),
    (
        "a slip in the numbering of parts",
        """KẾ HOẠCH
Giảm nghèo năm 2023

<heading number=I level=1 title='NHIỆM VỤ'>I. NHIỆM VỤ</heading>
<heading number=1 level=2 title='Hỗ trợ sản xuất'>1. Hỗ trợ sản xuất</heading>
<heading number=1.1 level=3 title='Giống'>1.1. Giống:</heading> cấp 2.000 cây giống.
<heading number=1 level=3 title='Vốn vay'>1. Vốn vay:</heading> cho 60 hộ vay.
<heading number=2 level=3 title='Tập huấn'>2. Tập huấn:</heading> mở 3 lớp.
<heading number=II level=1 title='KINH PHÍ'>II. KINH PHÍ</heading>
Từ nguồn ngân sách nhà nước.
""",
    ),
]
