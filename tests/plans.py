"""A short plan for tests that need any plan."""

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN MỘC SƠN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mộc Sơn, ngày 05 tháng 3 năm 2024

KẾ HOẠCH
Phòng, chống dịch bệnh mùa hè năm 2024

Căn cứ Luật Phòng, chống bệnh truyền nhiễm năm 2007;
Căn cứ Kế hoạch số 31/KH-UBND ngày 20/02/2024 của UBND tỉnh về phòng, chống dịch bệnh năm 2024.

I. MỤC TIÊU

Phấn đấu trên 95% trẻ em dưới 1 tuổi được tiêm chủng đầy đủ trong năm 2024.

II. TỔ CHỨC THỰC HIỆN

1. Trung tâm Y tế huyện
Chủ trì, phối hợp với Phòng Y tế giám sát dịch tễ, báo cáo trước ngày 15/12/2024.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn An
"""
