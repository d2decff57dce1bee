"""Marks of a source line become the records that they state."""

from typing import Any

import pytest

from corpora.build.marks import MarkError, parse_line

CASES: list[tuple[str, str, list[dict[str, Any]]]] = [
    (
        "<h 2>1. Mục tiêu chung:</>",
        "outline",
        [{"level": 2, "number": "1", "title": "Mục tiêu chung", "start": 0, "end": 18}],
    ),
    (
        "<h 1>II- NHIỆM VỤ</>",
        "outline",
        [{"level": 1, "number": "II", "title": "NHIỆM VỤ", "start": 0, "end": 12}],
    ),
    (
        "<h 1 Phụ-lục title=Biểu>Phụ lục: Biểu</>",
        "outline",
        [{"level": 1, "number": "Phụ-lục", "title": "Biểu", "start": 0, "end": 13}],
    ),
    (
        "Theo <c NQ 75-NQ/HU>Nghị quyết số 75-NQ/HU <d 2023-12-27>ngày 27/12/2023</> của <issuer>Huyện ủy</></>"
        " về <title>nhiệm vụ năm 2024</>.",
        "citations",
        [
            {
                "type": "NQ",
                "number": "75",
                "symbol": "NQ/HU",
                "code": "75-NQ/HU",
                "date": "2023-12-27",
                "issuer": "Huyện ủy",
                "title": "nhiệm vụ năm 2024",
                "relation": "reference",
                "start": 5,
                "end": 56,
            }
        ],
    ),
    (
        "<c NĐ 86/2023/NĐ-CP>Nghị định 86/2023/NĐ-CP</> và <c KH /KH-UBND>Kế hoạch số /KH-UBND</> <title 2>về X</>",
        "citations",
        [
            {"type": "NĐ", "number": "86", "symbol": "NĐ-CP", "code": "86/2023/NĐ-CP", "title": "về X",
             "relation": "reference", "start": 0, "end": 23},
            {"type": "KH", "symbol": "KH-UBND", "code": "/KH-UBND", "title": "về X",
             "relation": "reference", "start": 27, "end": 47},
        ],
    ),
    ("hết <d 2025 by>năm 2025</>", "dates", [{"value": "2025", "bound": "by", "start": 4, "end": 12}]),
    ("<p 2..3 ge>từ 2-3% trở lên</>", "percentages",
     [{"value": 2, "upper": 3, "comparator": "ge", "start": 0, "end": 15}]),
    (
        '<t keep 74/160 xã percent=46 criterion=5 baseline="70/160 xã 2018/2020" required="ge 40 %">74</>',
        "targets",
        [
            {"change": "keep", "comparator": "eq", "value": 74, "of": 160, "unit": "xã", "percent": 46,
             "criterion": "5",
             "baseline": {"value": 70, "of": 160, "unit": "xã", "date": "2018/2020"},
             "required": {"comparator": "ge", "value": 40, "unit": "%"}, "start": 0, "end": 2}
        ],
    ),
    ("<t gt 99.8 %>trên 99,8%</>", "percentages", [{"value": 99.8, "comparator": "gt", "start": 0, "end": 10}]),
    (
        '<r lead,implement section deadline="within 2024-10" criteria=2,3>Sở Y tế</> <task>rà soát danh mục</>.',
        "responsibilities",
        [
            {"agency": "Sở Y tế", "roles": ["lead", "implement"], "layout": "section", "criteria": ["2", "3"],
             "deadline": {"value": "2024-10", "bound": "within"}, "task": "rà soát danh mục", "start": 0, "end": 7}
        ],
    ),
    (
        "<task deadline=2023-33>Lập dự toán</> <r direct table>UBND huyện</> <r coordinate table task=none>Sở A</>",
        "responsibilities",
        [
            {"agency": "UBND huyện", "roles": ["direct"], "layout": "table", "task": "Lập dự toán",
             "deadline": {"value": "2023-33", "bound": "on"}, "start": 12, "end": 22},
            {"agency": "Sở A", "roles": ["coordinate"], "layout": "table", "start": 23, "end": 27},
        ],
    ),
    ('<m 1.5 "tỷ đồng" source="Vốn tín dụng" percent=40>Vốn tín dụng 1,5 tỷ đồng (40%)</>', "funding",
     [{"source": "Vốn tín dụng", "amount": 1.5, "unit": "tỷ đồng", "vnd": 1_500_000_000, "percent": 40,
       "start": 0, "end": 30}]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "layer", "expected"), CASES)
def test_marks_give_records(marked: str, layer: str, expected: list[dict[str, Any]]) -> None:
    assert parse_line(marked).records[layer] == expected


def test_marks_and_emphasis_leave_the_text() -> None:
    line = parse_line("**<h 2>2. *Giao thông*:</>** có <t 3 km>3 km</t> đường < 4 m")
    assert line.text == "2. Giao thông: có 3 km đường < 4 m"
    assert line.emphasis == [(3, 13, "italic"), (0, 14, "bold")]
    assert line.records["outline"][0]["title"] == "Giao thông"


def test_an_escaped_asterisk_is_text() -> None:
    line = parse_line("*Số* \\* <d 2024>năm 2024</>")
    assert (line.text, line.emphasis) == ("Số * năm 2024", [(0, 2, "italic")])
    assert line.records["dates"][0]["start"] == 5


def test_marks_may_overlap() -> None:
    line = parse_line('<task>Phối hợp <r coordinate agency="X">với X</task> rà soát</r>')
    assert (line.text, line.records["responsibilities"][0]["task"]) == ("Phối hợp với X rà soát", "Phối hợp với X")


def test_named_tasks_go_to_those_that_name_them() -> None:
    line = parse_line("<r lead task=a>A</> <task a>làm việc này</> <r lead task=b>B</> <task b>làm việc kia</>")
    assert [r["task"] for r in line.records["responsibilities"]] == ["làm việc này", "làm việc kia"]


def test_defaults_fill_what_a_mark_leaves_out() -> None:
    defaults = {"citations": {"relation": "basis"}, "responsibilities": {"layout": "list", "agency": "Sở A"}}
    line = parse_line("<c Luật date=2015>Luật X năm 2015</> <r lead>Chủ trì</>", defaults)
    assert line.records["citations"][0]["relation"] == "basis"
    assert line.records["responsibilities"][0]["agency"] == "Sở A"


@pytest.mark.parametrize("marked", ["<h 1>I. A", "I. A</>", "<h 1>I. A</d>", "**I. A", "<p 3 xx>3%</>"])
def test_faults_are_refused(marked: str) -> None:
    with pytest.raises(MarkError):
        parse_line(marked)
