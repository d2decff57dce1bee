"""Set forms that recognition has misread: read as printed in the header and the closing part; sound text stays."""

import pytest

from extractor.language.build import build_view
from extractor.language.document import document_of_text
from extractor.language.set_forms import set_form_edits
from extractor.layers.plan.find import find_plan

REPAIRED = [
    ("CÔNG HOÀ XÂ HỘI CHÙ NGHIA VIÊT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CONG HOA XA HOI CHU NGHIA VIET NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CỘNG HÒA XÃ IIỘI CHỦ NGHlA VIẸT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CỘNG HÒA XÃ HỘI CHỦ NGIIĨA VIỆT NAAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("CỌNG HÒA XHCN VIÊT NAM", "CỘNG HÒA XHCN VIỆT NAM"),
    ("ĐẢNG CÔNG SAN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
    ("Đôc lâp - Tụ do - Hanh phức", "Độc lập - Tự do - Hạnh phúc"),
    ("Dộc lập . Tự do – Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
    ("UY BAN NHÂN DẦN\nXÃ KIM SƠN", "ỦY BAN NHÂN DÂN\nXÃ KIM SƠN"),
    ("HÔI ĐÔNG NHÂN DÂN\nXÃ KIM SƠN", "HỘI ĐỒNG NHÂN DÂN\nXÃ KIM SƠN"),
    ("KÉ HOẠCH\nChăm sóc rừng", "KẾ HOẠCH\nChăm sóc rừng"),
    ("KẺ HOACII.\nChăm sóc rừng", "KẾ HOẠCH\nChăm sóc rừng"),
    ("KẾ IIOẠCH CHĂM SÓC RỪNG", "KẾ HOẠCH CHĂM SÓC RỪNG"),
    ("QUYÉT ĐINH\nVề việc ban hành", "QUYẾT ĐỊNH\nVề việc ban hành"),
    ("Sổ: 31/KH-UBND", "Số: 31/KH-UBND"),
    ("S6; 31 IKH-UBND", "Số: 31 /KH-UBND"),
    ("Số: l3/KH-SYT", "Số: 13/KH-SYT"),
    ("Kim Sơn, ngàv 08 thảng ll nãm 2O19", "Kim Sơn, ngày 08 tháng 11 năm 2019"),
    ("Kim Sơn, ngay 08 thang I nam 2019", "Kim Sơn, ngày 08 tháng 1 năm 2019"),
    ("Kim Sơn, ngày ^' tháng 5 năm 2019", "Kim Sơn, ngày … tháng 5 năm 2019"),
    ("Noi nhân:\n- Như trên;", "Nơi nhận:\n- Như trên;"),
    ("Nơi Nhận,\n- Như trên;", "Nơi nhận:\n- Như trên;"),
    ("NƠI NHÂN:\n- Như trên;", "NƠI NHẬN:\n- Như trên;"),
    ("TM, UY BAN NHÂN DÂN\nKT. CHÙ TICH\nPHỎ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
    ("GIẢM ĐÓC\nNơi nhận:", "GIÁM ĐỐC\nNơi nhận:"),
]
SOUND = [
    "ỦY BAN NHÂN DÂN\nXÃ KIM SƠN\nSố: 31/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Kim Sơn, ngày 08 tháng 11 năm 2019\nKẾ HOẠCH\nChăm sóc rừng\nNơi nhận:\n- Như trên;\n"
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
    "Nơi nhận:\n- Văn phòng: KT, TCĐT; TM, VX;",
    "CÔNG TY CỔ PHẦN NƯỚC SẠCH\nTHỐNG KÊ HOẠT ĐỘNG\nKÊ HOẠT ĐỘNG",
    "KHU VỰC ĐẤT BỊ THU HỒI\nGIẢM ĐỘC TỐ TRONG THỰC PHẨM\nDÂN CHỦ TÍCH CỰC",
    "Ngày nay, thang máy 5 tầng, nam 2 người; trong năm 2019, ngày tháng năm 2020",
    "Kim Sơn, ngày      tháng 5 năm 2019\nKim Sơn, ngày __ tháng .… năm 2019",
    "Số hộ nghèo: 12; số 31/KH-UBND; Số 31/KH-UBND",
    "nơi nhân dân sinh sống\nNơi nhân dân: sinh sống",
    "Độc lập, tự chủ; kế hoạch, ủy ban nhân dân xã; cộng hòa",
]


@pytest.mark.parametrize(("text", "repaired"), REPAIRED)
def test_is_repaired(text: str, repaired: str) -> None:
    assert build_view(text).string == repaired


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_stays(text: str) -> None:
    assert set_form_edits(text) == []


def test_forms_are_looked_for_at_the_beginning_and_beside_the_recipients_alone() -> None:
    body = "Trồng và chăm sóc rừng phòng hộ theo quy định hiện hành của Nhà nước.\n" * 100
    text = f"KẾ HOẠCH\n{body}KÉ HOẠCH\n{body}Nơi nhận:\n- Như trên.\n"
    assert set_form_edits(text) == []


def test_a_plan_whose_set_forms_are_all_misread() -> None:
    plan = find_plan(
        document_of_text(
            "UY BAN NHẢN DÂN\nHUYỆN SÔNG LÔ\nSô: 27/KH-ƯBND\n\nCÔNG HÒA XÃ HỘI CHỦ NGHIA VIÊT NAM\n"
            "Đôc lập - Tự do - Hanh phúc\n\nSông Lô, ngàv 14 thảng 3 nãm 2018\n\nKÉ HOẠCH\n"
            "Tuyển quân năm 2018 trên địa bàn huyện Sông Lô\n\nThực hiện Luật Nghĩa vụ quân sự năm 2015,\n"
            "UBND huyện xây dựng kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\n1. Tuyển đủ chỉ tiêu được giao.\n\n"
            "Noi nhân:\n- Các xã, thị trấn;\n- Lưu: VT.\n\nTM. ÙY BAN NHÂN DÂN\nCHÙ TICH\n\nLê Thị Mai Hương\n"
        )
    )
    assert (plan.issuer.name, plan.issuer.level) == ("Ủy ban nhân dân huyện Sông Lô", "district")
    assert (plan.code, plan.place, plan.date) == ("27/KH-UBND", "Sông Lô", "2018-03-14")
    assert (plan.title, plan.period) == ("Tuyển quân năm 2018 trên địa bàn huyện Sông Lô", "2018")
    assert plan.recipients == ["Các xã, thị trấn", "Lưu: VT"]
    assert plan.signer.authority == "TM. ỦY BAN NHÂN DÂN"
    assert (plan.signer.position, plan.signer.name) == ("CHỦ TỊCH", "Lê Thị Mai Hương")
