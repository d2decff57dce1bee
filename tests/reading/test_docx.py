"""DOCX: the text as it is printed."""

import pytest

from extractor.language.document import document_of
from extractor.reading import read_bytes
from extractor.reading.docx.numbering import format_number
from tests.reading.docx_files import abstract, cell, level, num, numbered, p, r, row, table, word


def lines(body: str, numbering: str = "", styles: str = "") -> list[str]:
    return read_bytes(word(body, numbering, styles)).text.rstrip("\n").split("\n")


OUTLINE = abstract(
    1,
    level("upperRoman", "%1."),
    level("decimal", "%2."),
    level("decimal", "%2.%3."),
    level("lowerLetter", "%4)", extra='<w:suff w:val="space"/>'),
)


def test_numbering_counts_each_level_and_starts_lower_ones_anew() -> None:
    body = "".join(
        numbered(text, 5, depth)
        for text, depth in [
            ("MỤC ĐÍCH", 0), ("Mục đích", 1), ("Yêu cầu", 1), ("NHIỆM VỤ", 0), ("Giao thông", 1), ("Đường xã", 2),
            ("Đường thôn", 2), ("khảo sát", 3), ("thi công", 3), ("Thủy lợi", 1), ("Kênh mương", 2),
        ]
    )  # fmt: skip
    assert lines(body, OUTLINE + num(5, 1)) == [
        "I. MỤC ĐÍCH", "1. Mục đích", "2. Yêu cầu", "II. NHIỆM VỤ", "1. Giao thông", "1.1. Đường xã", "1.2. Đường thôn",
        "a) khảo sát", "b) thi công", "2. Thủy lợi", "2.1. Kênh mương",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (4, "upperRoman", "IV"), (1949, "upperRoman", "MCMXLIX"), (9, "lowerRoman", "ix"), (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"), (7, "decimalZero", "07"), (12, "decimalZero", "12"), (3, "ordinal", "3"),
        (0, "upperRoman", "0"), (10**8, "lowerLetter", "100000000"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_their_format(number: int, number_format: str, expected: str) -> None:
    assert format_number(number, number_format) == expected


def test_numbering_comes_from_the_style_and_those_it_is_based_on() -> None:
    styles = """
      <w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/>
        <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="MucCon"><w:name w:val="MucCon"/><w:basedOn w:val="Muc"/></w:style>"""
    body = p("Giao thông", '<w:pStyle w:val="Muc"/>') + p("Thủy lợi", '<w:pStyle w:val="MucCon"/>')
    body += p("Không đánh số", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, OUTLINE + num(5, 1), styles) == ["1. Giao thông", "2. Thủy lợi", "Không đánh số"]


def test_a_level_is_tied_to_a_style() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="Cap2"><w:name w:val="Cap2"/>
        <w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>"""
    tied = abstract(
        1, level("upperRoman", "%1."), level("decimal", "%1.%2.", extra='<w:pStyle w:val="Cap2"/><w:isLgl/>')
    )
    assert lines(p("Y tế", '<w:pStyle w:val="Cap2"/>'), tied + num(5, 1), styles) == ["1.1. Y tế"]


def test_starts_overrides_and_lists_that_share_their_numbers() -> None:
    numbering = abstract(1, level("decimal", "%1.", start=3)) + num(5, 1) + num(6, 1)
    numbering += num(7, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    body = numbered("ba", 5) + numbered("bốn", 6) + numbered("một", 7) + numbered("hai", 7)
    assert lines(body, numbering) == ["3. ba", "4. bốn", "1. một", "2. hai"]


def test_bullets_and_labels_without_blank() -> None:
    numbering = abstract(1, level("bullet", "-"), level("bullet", "\uf0b7"), level("bullet", "o"))
    numbering += abstract(2, level("decimal", "Điều %1.", extra='<w:suff w:val="nothing"/>'))
    numbering += abstract(3, level("none", "")) + num(5, 1) + num(6, 2) + num(7, 3)
    body = numbered("một", 5) + numbered("hai", 5, 1) + numbered("ba", 5, 2) + numbered(" Phạm vi", 6)
    assert lines(body + numbered("trơn", 7), numbering) == ["- một", "• hai", "◦ ba", "Điều 1. Phạm vi", "trơn"]


def test_empty_numbered_paragraphs_count_but_print_nothing() -> None:
    numbering = OUTLINE + num(5, 1)
    assert lines(numbered("a", 5) + numbered("", 5) + numbered("c", 5), numbering) == ["I. a", "III. c"]


def test_deleted_and_moved_text_is_left_out_and_inserted_text_kept() -> None:
    body = f"""<w:p>{r("Đạt ")}<w:del>{r("80%").replace("w:t", "w:delText")}</w:del><w:ins>{r("85%")}</w:ins>
      <w:moveFrom>{r(" số cũ")}</w:moveFrom><w:moveTo>{r(" số hộ")}</w:moveTo></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r("Đoạn nối ")}</w:p>{p("tiếp theo.")}"""
    assert lines(body) == ["Đạt 85% số hộ", "Đoạn nối tiếp theo."]


def test_hidden_text_fields_tabs_breaks_and_links() -> None:
    body = f"""<w:p>{r("Số:")}<w:r><w:tab/><w:t>12/KH-UBND</w:t><w:br/><w:t>dòng hai</w:t><w:br w:type="page"/></w:r>
      {r("ẩn", "<w:vanish/>")}<w:hyperlink>{r(" liên kết")}</w:hyperlink>
      <w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText>
      <w:fldChar w:fldCharType="separate"/></w:r>{r(" mục 3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>
      <w:r><w:t>NQ</w:t><w:noBreakHyphen/><w:t>HĐND</w:t><w:softHyphen/></w:r></w:p>"""
    assert lines(body) == ["Số: 12/KH-UBND", "dòng hai liên kết mục 3NQ-HĐND"]


def test_a_text_box_stands_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('DỰ THẢO')}</w:txbxContent>"
    body = f"""<w:p>{r("UBND TỈNH")}<w:r><mc:AlternateContent>
      <mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>
      </mc:AlternateContent></w:r></w:p>{p("KẾ HOẠCH")}"""
    assert lines(body) == ["UBND TỈNH", "DỰ THẢO", "KẾ HOẠCH"]


def test_content_controls_are_read_in_place_and_equations_as_text() -> None:
    body = p("một") + f"<w:sdt><w:sdtContent>{p('hai')}</w:sdtContent></w:sdt>"
    body += f"<w:p>{r('ba ')}<m:oMath><m:r><m:t>≥25%</m:t></m:r></m:oMath></w:p>"
    assert lines(body) == ["một", "hai", "ba ≥25%"]


def test_headings_and_emphasis_are_hints() -> None:
    styles = """<w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Dam"/><w:rPr><w:b/></w:rPr></w:style>"""
    body = p("NHIỆM VỤ", '<w:pStyle w:val="Heading2"/>')
    body += f"<w:p>{r('1. Giao ', '<w:b/>')}{r('thông:', '<w:i/>')}{r(' rà soát')}</w:p>"
    plain = r(" thường", '<w:b w:val="0"/>')
    body += f"<w:p><w:pPr><w:pStyle w:val='Dam'/></w:pPr>{r('đậm')}{plain}</w:p>"
    source = read_bytes(word(body, styles=styles))
    assert source.layout.blocks[0].heading_level == 2
    emphasised = [source.text[span.start : span.end] for span in source.layout.emphasis]
    assert emphasised[-2:] == ["1. Giao thông:", "đậm"]


def test_merged_cells_stand_once_with_their_spans() -> None:
    down = '<w:vMerge w:val="restart"/>'
    body = table(
        row(cell(p("TT"), down), cell(p("Chỉ tiêu"), '<w:gridSpan w:val="2"/>')),
        row(cell(p(), "<w:vMerge/>"), "2024", "2025"),
        row("1", "70%", "80%"),
    )
    source = read_bytes(word(body))
    (found,) = source.layout.tables
    cells = [(source.text[c.start : c.end], c.row, c.column, c.row_span, c.column_span) for c in found.cells]
    assert cells == [
        ("TT", 0, 0, 2, 1), ("Chỉ tiêu", 0, 1, 1, 2), ("2024", 1, 1, 1, 1), ("2025", 1, 2, 1, 1),
        ("1", 2, 0, 1, 1), ("70%", 2, 1, 1, 1), ("80%", 2, 2, 1, 1),
    ]  # fmt: skip
    assert source.text == "TT\tChỉ tiêu\t\n\t2024\t2025\n1\t70%\t80%\n"


def test_a_cell_of_several_paragraphs_is_one_line_with_its_labels() -> None:
    numbering = abstract(1, level("bullet", "-")) + num(5, 1)
    inner = table(row("a", "b"))
    body = table(row("TT", "Việc"), row("1", cell(numbered("một", 5) + numbered("hai", 5) + inner + p())))
    assert lines(body, numbering) == ["TT\tViệc", "1\t- một - hai a b"]


def test_the_head_and_the_foot_are_read_column_by_column_as_paragraphs() -> None:
    head = table(
        row(cell(p("UBND TỈNH BẮC KẠN") + p("SỞ NỘI VỤ")), cell(p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))),
        row("Số: 9/KH-SNV", "Bắc Kạn, ngày 02 tháng 01 năm 2024"),
        bordered=False,
    )
    foot = table(row(cell(p("Nơi nhận:") + p("- Lưu: VT.")), cell(p("GIÁM ĐỐC") + p("Hà Văn Nam"))))
    source = read_bytes(word(head + p("KẾ HOẠCH") + foot))
    assert source.layout.tables == ()
    assert not source.layout.wrapped
    assert document_of(source).string.split("\n") == [
        "UBND TỈNH BẮC KẠN", "SỞ NỘI VỤ", "Số: 9/KH-SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bắc Kạn, ngày 02 tháng 01 năm 2024", "KẾ HOẠCH", "Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Hà Văn Nam",
    ]  # fmt: skip


def test_a_small_table_of_data_stays_a_table_and_a_frame_is_text() -> None:
    assert len(read_bytes(word(table(row("Chỉ tiêu", "Kết quả"), row("Hộ nghèo", "5%")))).layout.tables) == 1
    assert read_bytes(word(table(row("Khung ghi chú")))).layout.tables == ()


def test_headers_footers_and_tables_of_contents_are_left_out_and_footnotes_warned_of() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p("I. MỤC TIÊU 3", '<w:pStyle w:val="TOC1"/>')
    body += f'<w:p>{r("Đạt 60%")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    source = read_bytes(word(body, styles=styles))
    assert source.text == "Đạt 60%\n"
    assert [warning.code for warning in source.warnings] == ["footnotes_left_out"]


def test_decomposed_letters_are_composed_over_runs() -> None:
    assert lines(f"<w:p>{r('Kê')}{r(chr(0x301) + ' ho')}{r('a' + chr(0x323) + 'ch')}</w:p>") == ["Kế hoạch"]
