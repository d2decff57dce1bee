"""PDF files with a text layer."""

from extractor.language.document import document_of
from extractor.reading import read_bytes
from extractor.reading.source import Block, Source
from tests.reading.pdf_files import Page, pdf

BODY = """Tăng cường giám sát, phát hiện sớm và xử lý kịp thời các ổ dịch trên
địa bàn; phấn đấu tỷ lệ tiêm chủng đầy đủ đạt từ 95% trở lên trong năm
2025, góp phần bảo vệ sức khỏe của nhân dân."""


def view(source: Source) -> list[str]:
    return document_of(source).string.split("\n")


def furniture(source: Source) -> list[tuple[str, str]]:
    def is_furniture(block: Block) -> bool:
        return block.kind not in ("text", "table")

    return [(b.kind, source.text[b.start : b.end]) for b in source.layout.blocks if is_furniture(b)]


def head(page: Page) -> Page:
    """The head of a plan, drawn row by row, so that the file's own order mixes the columns."""
    page.centred(150, 780, "UBND TỈNH CAO BẰNG").centred(420, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    page.centred(150, 762, "SỞ Y TẾ").centred(420, 762, "Độc lập - Tự do - Hạnh phúc")
    page.centred(150, 735, "Số: 12/KH-SYT").centred(420, 735, "Cao Bằng, ngày 06 tháng 01 năm 2025")
    return page.centred(312, 690, "KẾ HOẠCH").centred(312, 672, "Phòng, chống dịch bệnh năm 2025")


def test_a_head_in_two_columns_is_read_column_by_column() -> None:
    source = read_bytes(pdf(head(Page()).lines(85, 640, BODY)))
    assert view(source)[:7] == [
        "UBND TỈNH CAO BẰNG",
        "SỞ Y TẾ",
        "Số: 12/KH-SYT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao Bằng, ngày 06 tháng 01 năm 2025",
        "KẾ HOẠCH",
    ]
    assert source.media_type == "application/pdf"
    assert source.layout.wrapped


def test_the_signature_is_read_after_the_recipients() -> None:
    page = Page().lines(85, 700, BODY)
    page.text(85, 600, "Nơi nhận:").centred(430, 600, "KT. GIÁM ĐỐC")
    page.text(85, 582, "- Bộ Y tế (b/c);").centred(430, 582, "PHÓ GIÁM ĐỐC")
    page.text(85, 564, "- Lưu: VT, NVY.").centred(430, 500, "Nông Thị Hoa")
    assert view(read_bytes(pdf(page)))[-6:] == [
        "Nơi nhận:",
        "- Bộ Y tế (b/c);",
        "- Lưu: VT, NVY.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Nông Thị Hoa",
    ]


def test_wrapped_lines_stay_in_the_text_and_read_as_one() -> None:
    source = read_bytes(pdf(Page().lines(85, 700, BODY + "\n\n" + BODY)))
    assert source.text.count("\n") == 7
    assert view(source) == [BODY.replace("\n", " ")] * 2


def test_page_numbers_and_running_footers_are_no_part_of_the_flow() -> None:
    bodies = [f"{agency}: {BODY}" for agency in ("Sở Y tế", "Sở Tài chính", "Sở Nội vụ", "Công an tỉnh")]
    pages = [
        Page().centred(297, 810, str(i)).lines(85, 760, body).text(85, 40, f"Kế hoạch y tế năm 2025 - trang {i}")
        for i, body in enumerate(bodies, 1)
    ]
    source = read_bytes(pdf(*pages))
    assert furniture(source)[:2] == [("page_number", "1"), ("running_footer", "Kế hoạch y tế năm 2025 - trang 1")]
    assert len(furniture(source)) == 8
    assert view(source) == [body.replace("\n", " ") for body in bodies]
    assert [source.text[p.start : p.start + 2] for p in source.layout.pages] == ["1\n", "2\n", "3\n", "4\n"]


def test_a_sentence_goes_on_over_the_page() -> None:
    lines = BODY.split("\n")
    first = Page().centred(297, 810, "1").lines(85, 160, "\n".join(lines[:2]))
    second = Page().centred(297, 810, "2").lines(85, 760, lines[2])
    assert view(read_bytes(pdf(first, second))) == [BODY.replace("\n", " ")]


COLUMNS = [85.0, 125.0, 325.0, 500.0]
ROWS = [
    ["STT", "Nội dung", "Đơn vị chủ trì"],
    ["1", "Kiện toàn ban chỉ đạo", "Sở Y tế"],
    ["2", "Tập huấn cho\ncán bộ cơ sở", "Trung tâm Kiểm soát\nbệnh tật"],
]


def test_a_ruled_table_has_rows_with_tabs_and_a_span_for_each_cell() -> None:
    source = read_bytes(pdf(Page().lines(85, 760, BODY).table(680, COLUMNS, ROWS).lines(85, 500, BODY)))
    (table,) = source.layout.tables
    assert source.text[table.start : table.end].split("\n") == [
        "STT\tNội dung\tĐơn vị chủ trì",
        "1\tKiện toàn ban chỉ đạo\tSở Y tế",
        "2\tTập huấn cho cán bộ cơ sở\tTrung tâm Kiểm soát bệnh tật",
    ]
    places = {(c.row, c.column): source.text[c.start : c.end] for c in table.cells}
    assert places[2, 2] == "Trung tâm Kiểm soát bệnh tật"
    assert len(places) == 9
    assert view(source)[0] == view(source)[-1] == BODY.replace("\n", " ")


def test_a_table_that_goes_on_over_the_page_is_one_table() -> None:
    more = [["3", "Truyền thông", "Báo Cao Bằng"], ["4", "Tổng kết", "Sở Y tế"]]
    for following in (more, [ROWS[0], *more]):
        first = Page().centred(297, 810, "1").table(200, COLUMNS, ROWS)
        second = Page().centred(297, 810, "2").table(780, COLUMNS, following)
        source = read_bytes(pdf(first, second))
        (table,) = source.layout.tables
        assert max(cell.row for cell in table.cells) == 4
        assert [line.split("\t")[0] for line in view(source)] == ["STT", "1", "2", "3", "4"]


def test_tables_of_other_widths_or_with_text_between_stay_apart() -> None:
    first = Page().table(200, COLUMNS, ROWS)
    narrow = Page().table(780, [85.0, 325.0, 500.0], [["Chỉ tiêu", "Kết quả"], ["Tiêm chủng", "95%"]])
    after_text = Page().text(85, 800, "Phụ lục II").table(780, COLUMNS, ROWS)
    assert len(read_bytes(pdf(first, narrow)).layout.tables) == 2
    assert len(read_bytes(pdf(first, after_text)).layout.tables) == 2


def test_letters_drawn_apart_from_their_words_are_put_in_place() -> None:
    line = "Huyện tổ chức thực hiện nhiệm vụ phòng, chống dịch bệnh ở các xã"
    accented = set("ệổứựụịở")
    page = Page().spread(85, 700, "".join(" " if c in accented else c for c in line))
    page.spread(85, 700, "".join(c if c in accented else " " for c in line))
    assert read_bytes(pdf(page)).text == line + "\n"


def test_decomposed_letters_are_composed() -> None:
    assert read_bytes(pdf(Page().text(85, 700, "Ke\u0302\u0301 hoa\u0323ch"))).text == "Kế hoạch\n"


def test_a_page_without_text_among_others_is_warned_of() -> None:
    source = read_bytes(pdf(Page().lines(85, 700, BODY), Page().rule(0, 0, 100, 100)))
    assert [warning.code for warning in source.warnings] == ["pages_without_text"]
    assert "page 2" in source.warnings[0].message
