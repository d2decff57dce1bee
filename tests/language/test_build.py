"""The reading view as a whole: markup, blanks, tables, page furniture, and its map for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.language.build import build_view
from extractor.reading.source import Block, Cell, Layout, Table

DROPPED = [
    ("**1.** Tăng cường *công tác* ***lãnh đạo***", "1. Tăng cường công tác lãnh đạo"),
    ("## I. MỤC ĐÍCH", "I. MỤC ĐÍCH"),
    ("### **III. GIẢI PHÁP**", "III. GIẢI PHÁP"),
    ("đạt $\\geq 25\\%$ số hộ", "đạt ≥ 25% số hộ"),
    ("tỷ lệ $>$ 80%, diện tích $500 m^{2}$", "tỷ lệ > 80%, diện tích 500 m2"),
    ("đạt $\\ge$ 60 \\% và $\\leqslant 5$", "đạt ≥ 60 % và ≤ 5"),
    ("1\\. Mục tiêu\n\\- Giảm 3\\%", "1. Mục tiêu\n- Giảm 3%"),
    ("500 m<sup>2</sup>, <b>đạt</b> &gt; 60&nbsp;%", "500 m2, đạt > 60 %"),
    ("theo [86/2023/NĐ-CP](https://vanban.example/86) và", "theo 86/2023/NĐ-CP và"),
    ("Số:   74\u00a0/KH-UBND\t", "Số: 74 /KH-UBND"),
    ("chuyển\u00adđổi\u200b số", "chuyển đổi số"),
    ("dòng một\n-----\n\n***\ndòng hai", "dòng một\ndòng hai"),
    ("> Trích dẫn\n> 60% số hộ", "Trích dẫn\n> 60% số hộ"),
]
KEPT = [
    "5*3*2 = 30 (*) ghi chú",
    "* Nhiệm vụ của các sở",
    "giá 5$ đến 6$",
    "ngày __ tháng __ năm 2024",
    "A & B, a < b, x > y",
    "+Tỷ lệ hộ nghèo\n-Chỉ tiêu 2.3",
]


@pytest.mark.parametrize(("text", "view"), DROPPED)
def test_markup_is_dropped(text: str, view: str) -> None:
    assert build_view(text).string == view


@pytest.mark.parametrize("text", KEPT)
def test_plain_signs_are_kept(text: str) -> None:
    assert build_view(text).string == text


def test_a_quote_does_not_take_in_the_dollar_signs() -> None:
    view = build_view("đạt $\\geq 25\\%$ số hộ")
    start = view.string.index("≥")
    first, last = view.to_text(start, start + len("≥ 25%"))
    assert view.text[first:last] == "\\geq 25\\%"


def test_table_rows_are_lines_and_cells_are_set_off_by_tabs() -> None:
    text = "Bảng 1\n| Chỉ tiêu |  Năm\n2025 |\n| Hộ nghèo | 3,5% |\nHết bảng"
    names = ["Chỉ tiêu", " Năm\n2025 ", "Hộ nghèo", "3,5%"]
    starts = [text.index(name) for name in names]
    cells = tuple(Cell(s, s + len(n), i // 2, i % 2) for i, (s, n) in enumerate(zip(starts, names, strict=True)))
    layout = Layout(tables=(Table(text.index("|"), text.rindex("|") + 1, cells),))
    assert build_view(text, layout).string == "Bảng 1\nChỉ tiêu\tNăm 2025\nHộ nghèo\t3,5%\nHết bảng"


def test_a_sentence_goes_on_over_a_page_number() -> None:
    text = "Phát triển kinh tế gắn với bảo vệ môi trường sinh\n2\nthái, nâng cao đời sống."
    number = text.index("2")
    view = build_view(text, Layout(blocks=(Block(number, number + 1, "page_number"),)))
    assert view.string == "Phát triển kinh tế gắn với bảo vệ môi trường sinh thái, nâng cao đời sống."
    assert view.to_text(0, len(view.string)) == (0, len(text))


ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aàđơ \n\t*_$\\#>-.,;:%01lIO[]()<&|\u00a0\u200b\u2028"),
        st.sampled_from(list("phần đầu BCD")),
    ),
    max_size=120,
)


@settings(deadline=None)  # the first call may load the models
@given(ANY_TEXT)
def test_any_text_has_a_view_that_maps_back(text: str) -> None:
    view = build_view(text)
    for i, character in enumerate(view.string):
        first, last = view.to_text(i, i + 1)
        assert 0 <= first <= last <= len(text)
        assert character in "\n\t" or first < last
    assert not set(view.string) & set("\r\f\v\u2028\u00a0\u200b")
    assert "  " not in view.string


def test_the_line_of_a_law_website_is_left_out() -> None:
    text = "phát triển vùng chè\nTHƯ VIỆN PHÁP LUẬT * Tel: 028 3930 3279 * www.thuvienphapluat.vn\ntheo hướng an toàn"
    assert "Tel" not in build_view(text).string
    kept = "Điện thoại: 028 3930 3279; trang tin: www.phutho.gov.vn"
    assert build_view(kept).string == kept
