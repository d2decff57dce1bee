"""What other tools say becomes spans and values of the text; without the tools."""

import pytest

from benchmarks.peers.mapping import (
    Found,
    Names,
    dateparser_dates,
    entities,
    heideltime_dates,
    mentions,
    names,
    parted,
)


def timex(kind: str, value: str, words: str) -> str:
    return f'<TIMEX3 tid="t1" type="{kind}" value="{value}">{words}</TIMEX3>'


def quotes(text: str, found: list[Found]) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.value) for one in found]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("DATE", "2024-03-15", "2024-03-15"),
        ("DATE", "2024-03", "2024-03"),
        ("DATE", "2024", "2024"),
        ("DATE", "2024-Q3", "2024-35"),
        ("DATE", "2024-H2", "2024-41"),
        ("TIME", "2024-03-15T08:30", "2024-03-15"),
    ],
)
def test_heideltime_values_become_those_of_gold(kind: str, value: str, expected: str) -> None:
    found = heideltime_dates("họp lúc này ạ", f"họp {timex(kind, value, 'lúc này')} ạ")
    assert found == [Found(4, 11, expected)]


@pytest.mark.parametrize(
    ("kind", "value"),
    [("DATE", "PRESENT_REF"), ("DATE", "XXXX-10"), ("DATE", "2024-W12"), ("DURATION", "P5Y"), ("SET", "P1W")],
)
def test_what_is_no_calendar_date_is_left_out(kind: str, value: str) -> None:
    assert heideltime_dates("mỗi tuần", timex(kind, value, "mỗi tuần")) == []


def test_heideltime_dates_are_placed_in_their_order_also_behind_entities_of_xml() -> None:
    text = "GD&ĐT: năm 2023, rồi năm 2023"
    year = timex("DATE", "2023", "năm 2023")
    assert [one.start for one in heideltime_dates(text, f"GD&amp;ĐT: {year}, rồi {year}")] == [7, 21]


def test_two_years_with_a_dash_are_one_span_of_years() -> None:
    text = "giai đoạn 2021-2025, năm 2026"
    first, second = timex("DATE", "2021", "2021"), timex("DATE", "2025", "2025")
    timeml = f"giai đoạn {first}-{second}, {timex('DATE', '2026', 'năm 2026')}"
    assert quotes(text, heideltime_dates(text, timeml)) == [("2021-2025", "2021/2025"), ("năm 2026", "2026")]


def test_two_years_with_a_comma_or_in_wrong_order_stay_two() -> None:
    first, second = timex("DATE", "2021", "2021"), timex("DATE", "2020", "2020")
    assert len(heideltime_dates("2021, 2020", f"{first}, {second}")) == 2
    assert len(heideltime_dates("2021-2020", f"{first}-{second}")) == 2


def test_what_is_found_in_joined_texts_goes_back_to_its_own() -> None:
    found = [Found(7, 9, "b"), Found(0, 2, "a"), Found(3, 6, "between")]
    assert parted(["abcd", "efg"], "\n\n", found) == [[Found(0, 2, "a"), Found(3, 4, "between")], [Found(1, 3, "b")]]


def test_a_tool_of_days_is_asked_for_what_gold_gives() -> None:
    text = "trước ngày 5/6/2024 và trong tháng 10/2024"
    day, month = dateparser_dates(text, [("ngày 5/6/2024", "2024-06-05"), ("tháng 10/2024", "2024-10-29")])
    assert quotes(text, [day, month]) == [("ngày 5/6/2024", "2024-06-05"), ("tháng 10/2024", "2024-10-29")]
    assert day.means("2024-06-05")
    assert month.means("2024-10")
    assert month.means("2024")
    assert not month.means("2024-09")
    assert not month.means("2024/2025")
    assert not day.means("2024-34")
    assert not Found(0, 4, "2024-10-29").means("2024-10")


def test_words_with_tags_become_entities() -> None:
    text = "Sở Y tế tỉnh\nUBND huyện Tân Lập"
    tagged = [
        ("Sở", "B-ORG"), ("Y  tế", "I-ORG"), ("tỉnh", "O"),
        ("UBND", "B-ORG"), ("huyện", "O"), ("Tân", "B-LOC"), ("Lập", "I-LOC"),
    ]  # fmt: skip
    organisations = entities(text, tagged, frozenset({"ORG"}))
    assert [text[one.start : one.end] for one in organisations] == ["Sở Y tế", "UBND"]
    both = entities(text, tagged, frozenset({"ORG", "LOC"}))
    assert [text[one.start : one.end] for one in both] == ["Sở Y tế", "UBND", "Tân Lập"]


def test_a_tag_that_goes_on_after_another_kind_opens_an_entity() -> None:
    found = entities("Hải Phòng", [("Hải", "B-LOC"), ("Phòng", "I-ORG")], frozenset({"ORG"}))
    assert found == [Found(4, 9)]


def test_the_bodies_of_a_gold_file() -> None:
    gold = {
        "responsibilities": [{"agency": "Sở Y tế"}, {"agency": None}, {"agency": "Sở Y tế"}],
        "citations": [{"issuer": "Chính phủ"}, {"issuer": None}, {"issuer": "Sở Y tế"}],
        "plan": {"issuer": {"name": "Ủy ban nhân dân tỉnh"}},
    }
    assert names(gold) == Names(frozenset({"Sở Y tế"}), frozenset({"Chính phủ", "Ủy ban nhân dân tỉnh"}))


def test_mentions_are_whole_words_in_any_case() -> None:
    text = "SỞ Y TẾ; Sở\nY tế; Sở Y tếx"
    assert mentions(text, ["Sở Y tế", "Sở Tài chính"]) == {"Sở Y tế": [Found(0, 7), Found(9, 16)]}
