"""PDF files whose fonts are of old encodings: by the fonts' names and by content, run by run."""

from corpora.build.legacy import encode_shown
from extractor.reading import read_bytes
from extractor.reading.source import Source
from tests.reading.pdf_files import Page, pdf

TIME, TIME_H, VNI = ".VnTime", "ABCDEF+.VnTimeH", "VNI-Times"


def abc(text: str) -> str:
    return encode_shown(text, "tcvn3")


def lines(source: Source) -> list[str]:
    return [line for line in source.text.split("\n") if line]


def codes(source: Source) -> list[str]:
    return [warning.code for warning in source.warnings]


def test_lines_are_converted_by_their_font() -> None:
    page = Page().text(85, 760, abc("ủy ban nhân dân"), font=TIME_H).text(85, 740, abc("Số: 12/KH-UBND"), font=TIME)
    page.text(85, 700, abc("Phấn đấu được trên 90% số hộ"), font=TIME)
    page.text(85, 660, encode_shown("Kế hoạch của xã được duyệt", "vni"), font=VNI)
    source = read_bytes(pdf(page))
    assert lines(source) == [
        "ỦY BAN NHÂN DÂN",
        "Số: 12/KH-UBND",
        "Phấn đấu được trên 90% số hộ",
        "Kế hoạch của xã được duyệt",
    ]
    assert [warning.message.split(" was ")[0] for warning in source.warnings] == [
        "Text in the old encoding TCVN3 (ABC)",
        "Text in the old encoding VNI",
    ]


def test_one_run_of_a_line_is_converted_alone() -> None:
    page = Page().text(85, 760, "Số hộ (à) của xã: ").text(85 + 18 * 6, 760, abc("được hưởng"), font=TIME)
    source = read_bytes(pdf(page))
    assert lines(source) == ["Số hộ (à) của xã: được hưởng"]


def test_sound_text_in_an_old_font_is_left_alone() -> None:
    page = Page().text(85, 760, "Cá nhân, bà con và các hộ ở xã", font=TIME).text(85, 740, "· Cá µ ®", font=TIME)
    source = read_bytes(pdf(page))
    assert lines(source) == ["Cá nhân, bà con và các hộ ở xã", "· Cá µ ®"]
    assert codes(source) == []


def test_sound_text_beside_old_text_is_left_alone() -> None:
    page = Page().text(85, 760, "Cá nhân, bà con và xã").text(85, 740, abc("Phấn đấu thêm hai xã"), font=TIME)
    page.text(85, 700, "Cá của xã ở ao", font=TIME).text(85, 660, "Số: 5 à")
    assert lines(read_bytes(pdf(page))) == [
        "Cá nhân, bà con và xã",
        "Phấn đấu thêm hai xã",
        "Cá của xã ở ao",
        "Số: 5 à",
    ]


def test_text_whose_font_has_another_name_is_told_by_content() -> None:
    page = Page().text(85, 760, "Kế hoạch của xã").text(85, 740, abc("Phấn đấu trên 90% số hộ có nước sạch"))
    source = read_bytes(pdf(page))
    assert lines(source) == ["Kế hoạch của xã", "Phấn đấu trên 90% số hộ có nước sạch"]
    assert codes(source) == ["legacy_encoding"]


def test_the_letter_that_looks_like_a_hyphen_at_the_end_of_a_line() -> None:
    page = (
        Page().text(85, 760, abc("Phấn đấu số hộ được như"), font=TIME).text(85, 742, abc("sau: xã 2004-"), font=TIME)
    )
    page.text(85, 724, abc("2005, theo QĐ-"), font=TIME).text(85, 706, abc("UBND"), font=TIME)
    text = " ".join(lines(read_bytes(pdf(page))))
    assert text == "Phấn đấu số hộ được như sau: xã 2004- 2005, theo QĐ- UBND"


def test_cells_of_a_ruled_table_and_the_head_in_two_columns() -> None:
    page = Page().text(85, 800, abc("UBND xã Tân Lâm"), font=TIME)
    page.text(300, 800, abc("cộng hòa xã hội chủ nghĩa việt nam"), size=9, font=TIME_H)
    page.text(85, 780, abc("Số: 5/KH"), font=TIME).text(330, 780, abc("Độc lập - Tự do"), size=9, font=TIME)
    rows = [["TT", "Chỉ tiêu"], ["1", "Hộ được vay"]]
    page.table(700, [85, 200, 400], [["", ""], ["", ""]])
    for i, row in enumerate(rows):
        for x, cell in zip((88, 203), row, strict=True):
            page.text(x, 685 - 40 * i, abc(cell), font=TIME)
    source = read_bytes(pdf(page))
    assert lines(source) == [
        "UBND xã Tân Lâm",
        "Số: 5/KH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do",
        "TT\tChỉ tiêu",
        "1\tHộ được vay",
    ]
    (table,) = source.layout.tables
    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_characters_of_symbol_fonts_are_read() -> None:
    shifted = "".join(chr(0xF000 + ord(c)) for c in encode_shown("Tỷ lệ hộ nghèo", "vni"))
    assert lines(read_bytes(pdf(Page().text(85, 760, shifted, font=VNI)))) == ["Tỷ lệ hộ nghèo"]
