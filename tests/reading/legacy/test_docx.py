"""DOCX files with text in old encodings: by the fonts of runs and styles, and by content."""

from corpora.build.legacy import encode_shown
from extractor.reading import read_bytes
from extractor.reading.source import Source
from tests.reading.docx_files import abstract, cell, level, num, numbered, p, r, row, table, word

TIME = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
TIME_H = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
VNI = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
UNICODE = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'


def para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def abc(text: str, properties: str = TIME) -> str:
    return r(encode_shown(text, "tcvn3"), properties)


def lines(source: Source) -> list[str]:
    return source.text.strip().split("\n")


def codes(source: Source) -> list[str]:
    return [warning.code for warning in source.warnings]


def test_runs_are_converted_by_their_font() -> None:
    source = read_bytes(
        word(
            para(abc("ủy ban nhân dân", TIME_H))
            + para(abc("Số: 12/KH-UBND"))
            + para(abc("Kế hoạch ", TIME), abc("của huyện", TIME + "<w:b/>"))
        )
    )
    assert lines(source) == ["ỦY BAN NHÂN DÂN", "Số: 12/KH-UBND", "Kế hoạch của huyện"]
    assert codes(source) == ["legacy_encoding"]
    assert "TCVN3 (ABC)" in source.warnings[0].message


def test_emphasis_stands_at_the_converted_letters() -> None:
    text = encode_shown("Kế hoạch năm học", "vni")
    source = read_bytes(word(para(r(text[:10], VNI), r(text[10:], VNI + "<w:b/>"))))
    (bold,) = source.layout.emphasis
    assert lines(source) == ["Kế hoạch năm học"]
    assert source.text[bold.start : bold.end] == "năm học"


def test_a_letter_in_two_runs_is_one_letter() -> None:
    assert lines(read_bytes(word(para(r("Ke", VNI), r("á hoaïch", VNI + "<w:i/>"))))) == ["Kế hoạch"]


def test_fonts_are_inherited_from_styles_and_defaults() -> None:
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Abc"><w:name w:val="Abc"/><w:rPr>{TIME}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Abc2"><w:name w:val="Abc2"/><w:basedOn w:val="Abc"/></w:style>'
        f'<w:style w:type="character" w:styleId="Vni"><w:name w:val="Vni"/><w:rPr>{VNI}</w:rPr></w:style>'
    )
    source = read_bytes(
        word(
            p(encode_shown("Phòng ở", "tcvn3"), '<w:pStyle w:val="Abc2"/>')
            + para(r(encode_shown("Số mấy", "vni"), '<w:rStyle w:val="Vni"/>')),
            styles=styles,
        )
    )
    assert lines(source) == ["Phòng ở", "Số mấy"]
    assert [w.message.split(" was ")[0] for w in source.warnings] == [
        "Text in the old encoding TCVN3 (ABC)",
        "Text in the old encoding VNI",
    ]


def test_unicode_text_in_an_old_font_is_left_alone() -> None:
    body = para(r("Cá nhân, bà con và các hộ ở xã", TIME)) + para(r("Cá", TIME)) + para(r("Kế hoạch µ · ®", TIME))
    source = read_bytes(word(body))
    assert lines(source) == ["Cá nhân, bà con và các hộ ở xã", "Cá", "Kế hoạch µ · ®"]
    assert codes(source) == []


def test_one_legacy_paragraph_among_sound_ones() -> None:
    body = (
        para(r("Kế hoạch của xã: cá nhân, số hộ à", UNICODE))
        + para(abc("Phấn đấu có thêm hai xã đạt chuẩn"))
        + para(r("Số: 5", UNICODE), abc(" và của hộ", TIME))
    )
    assert lines(read_bytes(word(body))) == [
        "Kế hoạch của xã: cá nhân, số hộ à",
        "Phấn đấu có thêm hai xã đạt chuẩn",
        "Số: 5 và của hộ",
    ]


def test_text_whose_font_was_replaced_is_told_by_content() -> None:
    body = para(r("Kế hoạch của xã", UNICODE)) + para(abc("Phấn đấu trên 90% số hộ có nước sạch", UNICODE))
    source = read_bytes(word(body))
    assert lines(source) == ["Kế hoạch của xã", "Phấn đấu trên 90% số hộ có nước sạch"]
    assert codes(source) == ["legacy_encoding"]


def test_the_soft_hyphen_of_word_is_a_letter_in_tcvn3() -> None:
    written = encode_shown("Đường được", "tcvn3").split("\u00ad")
    text = "<w:softHyphen/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in written)
    legacy = f"<w:r><w:rPr>{TIME}</w:rPr>{text}</w:r>"
    assert lines(read_bytes(word(para(legacy)))) == ["Đường được"]
    sound = "<w:r><w:t>Quảng</w:t><w:softHyphen/><w:t> Trị</w:t></w:r>"
    assert lines(read_bytes(word(para(sound)))) == ["Quảng Trị"]


def test_characters_of_symbol_fonts_are_read() -> None:
    shifted = "".join(chr(0xF000 + ord(c)) for c in encode_shown("Tỷ lệ hộ", "vni"))
    assert lines(read_bytes(word(para(r(shifted, VNI))))) == ["Tỷ lệ hộ"]


def test_cells_layout_tables_and_labels_are_converted() -> None:
    motto = para(abc("cộng hòa xã hội chủ nghĩa việt nam", TIME_H)) + para(abc("Độc lập - Tự do"))
    head = table(row(cell(para(abc("ủy ban nhân dân", TIME_H))), cell(motto)), bordered=True)
    data = table(row(cell(para(abc("Chỉ tiêu"))), cell(para(abc("Số hộ")))))
    mark = f"<w:rPr>{TIME}</w:rPr>"
    article = numbered("", 5).replace("</w:pPr>", f"{mark}</w:pPr>").replace(r(""), abc("Tổ chức"))
    form = abstract(1, level("decimal", encode_shown("Điều %1.", "tcvn3"))) + num(5, 1)
    source = read_bytes(word(head + data + article, form))
    assert lines(source) == [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do",
        "Chỉ tiêu\tSố hộ",
        "Điều 1. Tổ chức",
    ]
    assert len(source.layout.tables) == 1
