"""Vietnamese, English and other text for the tests of old encodings."""

from hypothesis import strategies as st

VIETNAMESE = (
    "kế hoạch phát triển kinh tế xã hội huyện miền núi giai đoạn mới phấn đấu tỷ lệ hộ nghèo giảm xuống dưới "
    "năm phần trăm trường học trạm y tế đường giao thông nông thôn cứng hóa thủy lợi tưới tiêu chủ động điện "
    "lưới quốc gia nhà ở dân cư nước sạch hợp vệ sinh môi trường an ninh trật tự quốc phòng chuyển đổi số cơ "
    "quan chủ trì phối hợp thực hiện tổ chức kiểm tra giám sát đôn đốc báo cáo kết quả trước ngày mồng những "
    "giải pháp chủ yếu tuyên truyền vận động nhân dân hưởng ứng phong trào thi đua xây dựng đời sống văn hóa "
    "khu dân cư Ủy ban nhân dân Hội đồng Đảng ủy Mặt trận Tổ quốc thị trấn Phòng Nông nghiệp Sở Y tế quỹ đất "
    "rừng lúa cà phê bưởi ổi ngô khoai sắn mỡ sữa thuốc khỏe quỳ hỗn độn nghiêng khuỷu ngoằn ngoèo quyển "
    "truyện quýt giữ gìn nghĩa vụ kỹ thuật yếu tố ý kiến lớn lẫn vẫn cũng rõ đã bão "
).split()
ENGLISH = (
    "the plan sets out what each office has to do by the end of year café résumé naïve über señor garçon Zürich façade "
    "São Paulo Ångström 25 °C ±3 % 5 µm m² m³ © ® § 12 «quoted» “curly” ’ … – — ½ ¼ ¿qué? ¡no! coöperate Øre smørbrød"
).split()
NUMBERS = ["2021", "45/KH-UBND", "12,5%", "1.000", "≥", "60", "ha", "01/02/2024", "|", "km²", "A1", "x=3", "0°"]
CODES = [f"{letter}{number}{sign}" for letter in "ABCXYZ" for number in (1, 27, 305) for sign in ("", "-Đ", "/QĐ")]


def lines_of(words: list[str], least: int = 1) -> st.SearchStrategy[str]:
    """Draw texts of one to six lines of these words, in each line at least so many different ones."""
    line = st.lists(st.sampled_from(words), min_size=least, max_size=25, unique=True).map(" ".join)
    return st.lists(line, min_size=1, max_size=6).map("\n".join)
