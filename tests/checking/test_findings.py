"""The findings: what is reported, and that sound text is left alone."""

import pytest

from extractor.checking.finding import vietnamese_time
from extractor.pipeline import extract_text
from tests.checking.documents import evidence_of, findings, found

TARGET = "<target change=reach value={n} of={m} percent={p} unit=xã>{quote}</target>"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("đạt <target change=reach value=45 of=60 percent=72.5>45/60 xã, chiếm tỷ lệ 72,5%</target>", "ratio_mismatch"),
        ("đạt <target change=reach value=2 of=3 percent=66>2/3 xã, chiếm 66%</target>", "ratio_truncated"),
        ("đạt <target change=reach value=2 of=3 percent=67>2/3 xã, chiếm 67%</target>", None),
        ("đạt <target change=reach value=2 of=3 percent=66.67>2/3 xã (66,67%)</target>", None),
        ("đạt <target change=reach value=2 of=3 percent=66.7>2/3 xã (66,70%)</target>", "ratio_mismatch"),
        ("Năm 2023 có 1.250/2.500 hộ đạt chuẩn, chiếm tỷ lệ 55%.", "ratio_mismatch"),
        ("Năm 2023 có 1.250/2.500 hộ đạt chuẩn, chiếm tỷ lệ 50%.", None),
        ("tính đến tháng 6/2023 đạt 45% kế hoạch", None),
        ("8/12 xã có tỷ lệ hộ dùng nước sạch trên 90%", None),
        ("đã cấp thẻ cho 18/20 thôn, tăng 15% so với năm trước", None),
        ("Quyết định số 12/2023, đạt 30%", None),
    ],
)
def test_ratios(marked: str, expected: str | None) -> None:
    assert [code for code, _, _ in found(marked)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Mở 30 lớp, gồm: 12 lớp tiểu học, 17 lớp mầm non.", ["30 lớp, gồm: 12 lớp tiểu học, 17 lớp mầm non"]),
        ("Chọn 30 xã (gồm 12 xã đồng bằng, 17 xã miền núi).", ["30 xã (gồm 12 xã đồng bằng, 17 xã miền núi)"]),
        ("Mở 30 lớp, gồm: 13 lớp tiểu học, 17 lớp mầm non.", []),
        ("Mở 30 lớp, gồm: 29 lớp mầm non và các lớp khác.", []),
    ],
)
def test_two_parts_make_a_list_and_one_does_not(text: str, quotes: list[str]) -> None:
    assert [quote for _, _, of_one in found(text) for quote in of_one] == quotes


def test_ratio_message_says_the_exact_share() -> None:
    (finding,) = findings("đạt <target change=reach value=45 of=60 percent=72.5>45/60 xã, chiếm tỷ lệ 72,5%</target>")
    assert finding.message_vi == "45/60 = 75,000%, văn bản ghi 72,5%."
    assert finding.rule == "findings.ratio_mismatch.share"


MONEY = """Kinh phí:
<funding source=Tổng vnd={total} amount=1 unit=đồng>Tổng kinh phí: {total} đồng</funding>, trong đó:
- <funding source=tỉnh vnd=600 amount=1 unit=đồng>Ngân sách tỉnh: 600 đồng</funding>;
+ <funding source=chi vnd=400 amount=1 unit=đồng>Chi thường xuyên: 400 đồng</funding>;
+ <funding source=đầu vnd={part} amount=1 unit=đồng>Chi đầu tư: {part} đồng</funding>;
- <funding source=xã vnd=300 amount=1 unit=đồng percent={share}>Ngân sách xã: 300 đồng chiếm {share}%</funding>."""


def test_sound_money() -> None:
    assert found(MONEY.format(total=900, part=200, share=33)) == []


def test_sources_that_do_not_make_the_total() -> None:
    codes = [(code, len(quotes)) for code, _, quotes in found(MONEY.format(total=950, part=200, share=32))]
    assert codes == [("sum_mismatch", 3)]


def test_sources_that_do_not_make_their_head() -> None:
    (only,) = found(MONEY.format(total=900, part=250, share=33))
    assert only[0] == "sum_mismatch"
    assert only[2][0] == "Ngân sách tỉnh: 600 đồng"


def test_share_of_the_total() -> None:
    (only,) = found(MONEY.format(total=900, part=200, share=35))
    assert only[:2] == ("ratio_mismatch", "error")


TABLE = "STT\tĐơn vị\tSố lớp\n1\tXã A\t{a}\n2\tXã B\t15\n3\tXã C\t20\n\tTổng cộng\t{total}\n"


@pytest.mark.parametrize(("a", "total", "codes"), [(10, 45, []), (10, 46, ["sum_mismatch"]), (12, 47, [])])
def test_total_row(a: int, total: int, codes: list[str]) -> None:
    assert [code for code, _, _ in found(TABLE.format(a=a, total=total))] == codes


@pytest.mark.parametrize(("total", "codes"), [("900\t1.000", []), ("950\t1.000", ["sum_mismatch"])])
def test_years_that_head_columns_are_no_parts(total: str, codes: list[str]) -> None:
    rows = "Loại rừng\t2024\tNăm 2025\nRừng sản xuất\t500\t600\nRừng phòng hộ\t400\t400\n"
    assert [code for code, _, _ in found(f"{rows}Tổng cộng\t{total}\n")] == codes


def test_total_row_over_groups() -> None:
    rows = "STT\tNội dung\tKinh phí\nI\tTập huấn\t30\n1\tCấp tỉnh\t10\n2\tCấp xã\t20\nII\tIn ấn\t5\n1\tTờ rơi\t5\n"
    assert found(rows + "\tTổng cộng\t35\n") == []
    assert [code for code, _, _ in found(rows + "\tTổng cộng\t40\n")] == ["sum_mismatch"]


@pytest.mark.parametrize(
    ("attributes", "title", "expected"),
    [
        ('code=12/QĐ-TTg symbol=QĐ-TTg issuer="UBND tỉnh Hà Giang"', "null", True),
        ('code=12/QĐ-TTg symbol=QĐ-TTg issuer="Thủ tướng Chính phủ"', "null", False),
        ("code=12/QĐ-TTg symbol=QĐ-TTg", '"quy định mức hỗ trợ trên địa bàn tỉnh Hà Giang"', True),
        ("code=12/QĐ-TTg symbol=QĐ-TTg", '"phê duyệt Chiến lược quốc gia"', False),
        ('code=9/NQ-HĐND symbol=NQ-HĐND issuer="UBND huyện"', "null", True),
        ('code=9/NQ-HĐND symbol=NQ-HĐND issuer="Hội đồng nhân dân huyện"', "null", False),
        ('code=9/QĐ-UBND symbol=QĐ-UBND issuer="Chủ tịch UBND tỉnh"', "null", False),
        ('code=9/QĐ-BYT symbol=QĐ-BYT issuer="Bộ Y tế"', "null", False),
        ('code=04-NQ/HU symbol=NQ/HU issuer="Ban Chấp hành Đảng bộ huyện"', "null", False),
    ],
)
def test_symbols(attributes: str, title: str, expected: bool) -> None:
    marked = f"Căn cứ <citation type=QĐ {attributes} title={title}>Quyết định</citation>"
    assert [code for code, _, _ in found(marked)] == (["symbol_mismatch"] if expected else [])


def test_year_in_code() -> None:
    marked = "<citation type=NQ code=12/2020/NQ-HĐND symbol=NQ-HĐND date={}>Nghị quyết số 12/2020/NQ-HĐND</citation>"
    assert [f[:2] for f in found(marked.format("2018-07-15"))] == [("year_mismatch", "error")]
    assert found(marked.format("2020-07-15")) == []
    assert found(marked.format("null")) == []


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2022", ["year_mismatch"]),
        ("BIỂU PHÂN CÔNG NHIỆM VỤ NĂM 2023", []),
        ("KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2022", []),
        ("CHỈ TIÊU GIAI ĐOẠN 2021-2025", []),
    ],
)
def test_year_of_an_annex(title: str, codes: list[str]) -> None:
    marked = f'<heading number=null title="{title}" level=1>{title}</heading>'
    assert [code for code, _, _ in found(marked, period="2023")] == codes


TASK = (
    """- <responsibility agency={0} roles='["lead"]' layout=list deadline='{{"value":"{1}","bound":"{2}"}}'>"""
    "Sở {0}</responsibility>\n"
)


def test_date_order() -> None:
    marked = (
        "Căn cứ <citation type=KH code=5/KH-UBND date=2024-03-02>Kế hoạch số 5/KH-UBND</citation>\n"
        "Căn cứ <citation type=KH code=6/KH-UBND date=2024-03-01>Kế hoạch số 6/KH-UBND</citation>\n"
        + "".join(
            TASK.format(*parts) for parts in [("A", "2024-01", "by"), ("B", "2024-04", "by"), ("C", "2024-01", "from")]
        )
    )
    assert found(marked, date="2024-03-01") == [
        ("date_order", "error", ["Kế hoạch số 5/KH-UBND"]),
        ("date_order", "warning", ["Sở A"]),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("hỗ trợ 3 xã điểm (Tân Tiến, Bình An, Hòa Lợi)", []),
        ("hỗ trợ 4 xã điểm (Tân Tiến, Bình An, Hòa Lợi)", ["count_mismatch"]),
        ("tại 02 phường gồm: Phường Một và phường Hai.", []),
        ("tại 03 phường gồm: Phường Một và phường Hai.", ["count_mismatch"]),
        ("5 xã (Tân Tiến, Bình An, …)", []),
        ("3 thôn (đạt 100% kế hoạch, vượt chỉ tiêu)", []),
        ("trong 12/15 xã (Tân Tiến, Bình An)", []),
    ],
)
def test_counts(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == codes


def test_count_in_a_table_row() -> None:
    marked = (
        "Tiêu chí\tSố lượng\tThực hiện\n"
        "Giao thông\t<target change=do value=2 unit=xã criterion=2>2\tXã Bình An, Hòa Lợi</target>\n"
        "Điện\t<target change=do value=3 unit=xã criterion=4>3\tXã Bình An, Hòa Lợi</target>\n"
    )
    assert found(marked) == [("count_mismatch", "error", ["Điện\t3\tXã Bình An, Hòa Lợi"])]


def test_count_in_a_row_of_cells_one_to_a_line() -> None:
    cells = ["Tiêu chí", "Số xã", "Xã thực hiện", "Tiêu chí 2 - Giao thông", "2", "Bình An, Hòa Lợi"]
    cells += ["Tiêu chí 4 - Điện", "3", "Bình An, Hòa Lợi", "Tiêu chí 5 - Trường học", "1", "Hòa Lợi"]
    text = "KẾ HOẠCH\nXây dựng nông thôn mới năm 2024\n\nIV. PHÂN KỲ NĂM 2024\n" + "\n|\n".join(cells) + "\n|\n"
    assert [(f.code, f.quotes[0].quote) for f in extract_text(text).findings] == [
        ("count_mismatch", "Tiêu chí 4 - Điện\n|\n3\n|\nBình An, Hòa Lợi")
    ]


def test_table_against_text() -> None:
    marked = (
        "phấn đấu có thêm <target change=increase value={} unit=xã criterion=16>{} xã</target> đạt\n\n"
        "Tiêu chí\tSố lượng\nVăn hóa\t<target change=do value=3 unit=xã criterion=16>3</target>\nTổng\t3\n"
    )
    assert [code for code, _, _ in found(marked.format(2, 2))] == ["conflict"]
    assert found(marked.format(3, 3)) == []


@pytest.mark.parametrize(("planned", "codes"), [(15, ["conflict"]), (12, [])])
def test_work_told_and_in_a_table_of_tasks(planned: int, codes: list[str]) -> None:
    thing = "điểm đen, điểm tiềm ẩn tai nạn giao thông"
    marked = (
        f'Xử lý <target change=do value=12 unit=điểm deadline=2023 indicator="{thing}">12 điểm</target> đen.\n'
        "Nội dung\tĐơn vị chủ trì\n"
        f'Xử lý <target change=do value={planned} unit=điểm indicator="{thing}">{planned} điểm</target> đen\tSở Y tế\n'
        "Tuyên truyền\tSở Tư pháp"
    )
    assert [code for code, _, _ in found(marked)] == codes


def test_one_indicator_with_two_values() -> None:
    mark = (
        'Tỷ lệ <target change=reach value={} unit=% indicator="người dân tham gia bảo hiểm y tế" deadline=2025>'
        "{}%</target>. "
    )
    in_one_sentence = mark.replace(". ", " và ")
    assert [f[:2] for f in found(mark.format(95, 95) + mark.format(93, 93))] == [("conflict", "warning")]
    assert found(mark.format(95, 95) + mark.format(95, 95)) == []
    assert found(in_one_sentence.format(95, 95) + mark.format(93, 93)) == []


def test_blanks() -> None:
    marked = (
        "Số: /KH-UBND\nHà Giang, <date value=2024-03-XX>ngày … tháng 3 năm 2024</date>\n"
        "(Kèm theo <citation type=KH code=/KH-UBND symbol=KH-UBND date=2024-03-XX>Kế hoạch số /KH-UBND</citation> "
        "<date value=2024-03-XX>ngày /3/2024</date>)"
    )
    text = "Số: /KH-UBND\nHà Giang, ngày … tháng 3 năm 2024\n"
    own = {"code": evidence_of(text, "Số: /KH-UBND"), "date": evidence_of(text, "ngày … tháng 3 năm 2024")}
    assert found(marked, code="/KH-UBND", symbol="KH-UBND", date="2024-03-XX", evidence=own) == [
        ("blank", "warning", ["Số: /KH-UBND"]),
        ("blank", "warning", ["ngày … tháng 3 năm 2024"]),
        ("blank", "warning", ["Kế hoạch số /KH-UBND"]),
        ("blank", "warning", ["ngày /3/2024"]),
    ]


def test_misread_abbreviation() -> None:
    assert found("Thành viên BCD huyện họp hằng quý.") == [("recognition", "warning", ["BCD"])]
    assert found("Thành viên BCĐ huyện họp hằng quý.") == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2022-09-15", "15/9/2022"),
        ("2024-10", "tháng 10/2024"),
        ("2024-34", "quý II/2024"),
        ("2024", "năm 2024"),
        ("2021/2025", "2021/2025"),
        ("2024-03-XX", "2024-03-XX"),
        ("{2020-06,2020-36}", "tháng 6/2020, quý IV/2020"),
        ("2024-01/2024-06", "2024-01/2024-06"),
    ],
)
def test_times_in_messages(value: str, written: str) -> None:
    assert vietnamese_time(value) == written


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Toàn huyện có 90 trường (31 mầm non, 30 tiểu học, 28 trung học cơ sở).", ["sum_mismatch"]),
        ("Toàn huyện có 89 trường (31 mầm non, 30 tiểu học và 28 trung học cơ sở).", []),
        ("Diện tích gieo trồng 10.250 ha, trong đó: lúa 9.600 ha, ngô 350 ha, lạc 250 ha.", ["sum_mismatch"]),
        ("Diện tích gieo trồng 10.200 ha, trong đó: lúa 9.600 ha, ngô 350 ha, lạc 250 ha.", []),
        ("Diện tích gieo trồng 10.200 ha, trong đó: lúa 5.600 ha, ngô 350 ha.", []),
        ("Tổ chức 12 lớp tập huấn (2 lớp cấp huyện, chi tiết tại phụ lục).", []),
        ("Có 15 xã (12 xã đạt chuẩn, chiếm 80%).", []),
        ("Trồng 20 ha rừng, gồm 12,5 ha keo, 7,5 ha quế.", []),
        ("Tổng vốn 21,4 tỷ đồng, gồm: ngân sách tỉnh 15 tỷ đồng, huyện 4 tỷ đồng, xã hội hóa 2.400 triệu đồng.", []),
        ("Tổng vốn 21,4 tỷ đồng, gồm: tỉnh 15 tỷ đồng, huyện 4 tỷ đồng, dân góp 2.300 triệu đồng.", ["sum_mismatch"]),
    ],
)
def test_parts_in_running_text(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == codes


def test_misread_digits() -> None:
    assert found("Báo cáo trong tháng l0 năm 2022.") == [("recognition", "warning", ["l0"])]


ROW = 'Chỉ tiêu\tNăm 2025\n{}\t<target change=reach value={} unit=% indicator="{}" deadline=2025>{}%</target>\n'


@pytest.mark.parametrize(
    ("indicator", "value", "codes"),
    [
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thấp còi", 16, ["conflict"]),
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thấp còi", 15, []),
        ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng nhẹ cân", 9, []),
    ],
)
def test_table_against_text_by_indicator(indicator: str, value: int, codes: list[str]) -> None:
    told = (
        "trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi <target change=reach value=15 unit=% deadline=2025 "
        'indicator="trẻ em dưới 5 tuổi suy dinh dưỡng thấp còi">15%</target>.\n\n'
    )
    marked = told + ROW.format(indicator, value, indicator, value) + "Tổng\t\n"
    assert [code for code, _, _ in found(marked)] == codes


def test_one_time_of_several_bodies_is_one_finding() -> None:
    due = """layout=list deadline='{"value": "2024-01-31", "bound": "by"}'>"""
    marked = (
        f"- Chủ trì: <responsibility roles='[\"lead\"]' agency=A {due}Sở A</responsibility>.\n"
        f"- Phối hợp: <responsibility roles='[\"coordinate\"]' agency=B {due}Sở B</responsibility>.\n"
        "- Thời gian: chậm nhất <date value=2024-01-31 bound=by>ngày 31/01/2024</date>."
    )
    assert found(marked, date="2024-03-01") == [("date_order", "warning", ["ngày 31/01/2024"])]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("rà soát thành viên, xong trước <date value=2024-01-15 bound=before>ngày 15/01/2024</date>", ["date_order"]),
        ("rà soát thành viên, xong trước <date value=2024-04-15 bound=before>ngày 15/4/2024</date>", []),
        ("tính đến <date value=2023-12-31 bound=by>ngày 31/12/2023</date> đã hoàn thành 12 xã", []),
        ("kết quả thực hiện đến <date value=2023-12-31 bound=by>ngày 31/12/2023</date>", []),
        ("chỉ có 12 xã (60%) gửi báo cáo trước <date value=2024-01-15 bound=before>ngày 15/01/2024</date>", []),
        ("ban hành trước <date value=2023 bound=before>năm 2023</date>", []),
    ],
)
def test_times_of_duties(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(text, date="2024-03-01")] == codes
