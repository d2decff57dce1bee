"""A source file becomes blocks, and blocks become texts."""

from pathlib import Path

import pytest

from corpora.build.gold import gold_of
from corpora.build.markdown import markdown_of
from corpora.build.marks import MarkError
from corpora.build.source import PageBreak, Paragraph, PlanSource, Table, TwoColumns, read_source
from corpora.build.text import clean_text
from corpora.build.wrapped import PAGE_LINES, wrapped_of

SOURCE = """+++
[plan]
type = "KH"
[findings.a]
code = "blank"
severity = "warning"
message = "Số để trống"
+++
@header
left: UBND XÃ A
left: <f a>Số: /KH-UBND</>
right: CỘNG HÒA
@end

@auto <h 1>I. MỤC TIÊU</>

Đạt <t 5 km>5 *km*</> đường.
@pagebreak
@table
| TT | **Nội dung** | < |
| 1 | a | b |
| ^ | c | <d 2024>năm 2024</> |
@end
"""


@pytest.fixture
def source(tmp_path: Path) -> PlanSource:
    path = tmp_path / "a.plan"
    path.write_text(SOURCE, "utf-8")
    return read_source(path)


def test_blocks(source: PlanSource) -> None:
    header, heading, paragraph, page_break, table = source.blocks
    assert isinstance(header, TwoColumns)
    assert [line.text for line in header.left] == ["UBND XÃ A", "Số: /KH-UBND"]
    assert isinstance(heading, Paragraph)
    assert heading.label == "I."
    assert isinstance(paragraph, Paragraph)
    assert paragraph.label == ""
    assert isinstance(page_break, PageBreak)
    assert isinstance(table, Table)
    assert table.spans == {(0, 1): (1, 2), (1, 0): (2, 1)}


def test_clean_text_and_gold(source: PlanSource) -> None:
    clean = clean_text(source)
    assert clean.text == (
        "UBND XÃ A\nSố: /KH-UBND\n\nCỘNG HÒA\n\nI. MỤC TIÊU\n\nĐạt 5 km đường.\n\n"
        "TT\tNội dung\t\n1\ta\tb\n\tc\tnăm 2024\n"
    )
    gold = gold_of(source, clean)
    assert gold["dates"] == [{"quote": "năm 2024", "start": 86, "end": 94, "value": "2024", "bound": "on"}]
    assert gold["findings"] == [
        {
            "code": "blank",
            "severity": "warning",
            "message": "Số để trống",
            "quotes": [{"quote": "Số: /KH-UBND", "start": 10, "end": 22}],
        }
    ]


def test_marks_reach_over_the_cells_of_a_row(tmp_path: Path) -> None:
    path = tmp_path / "c.plan"
    row = "| <task>Lập *dự toán*</> | <t do 2 xã>2 | xã A, B</> | <r lead table>Sở C</> |"
    path.write_text(f"+++\n[plan]\n+++\n@table\n| a | b | c | d |\n{row}\n@end\n", "utf-8")
    clean = clean_text(read_source(path))
    assert clean.text == "a\tb\tc\td\nLập dự toán\t2\txã A, B\tSở C\n"
    assert clean.records["targets"][0]["quote"] == "2\txã A, B"
    assert clean.records["responsibilities"][0]["quote"] == "Sở C"
    assert clean.records["responsibilities"][0]["task"] == "Lập dự toán"


def test_markdown(source: PlanSource) -> None:
    assert markdown_of(source) == (
        "**UBND XÃ A**\nSố: /KH-UBND\n\n**CỘNG HÒA**\n\n## I. MỤC TIÊU\n\nĐạt 5 *km* đường.\n\n"
        "| TT | **Nội dung** |  |\n| --- | --- | --- |\n| 1 | a | b |\n|  | c | năm 2024 |\n"
    )


def test_wrapped_text_has_numbered_pages() -> None:
    wrapped = wrapped_of("một hai ba " * 500 + "\n\nA\tB\n")
    lines = wrapped.split("\n")
    assert max(map(len, lines)) <= 80
    assert lines[PAGE_LINES : PAGE_LINES + 3] == ["", "2", ""]
    assert "A\tB" in lines
    assert wrapped.replace("\n2\n", "").split() == "một hai ba ".split() * 500 + ["A", "B"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<h 1>I. A", "line 4: not closed"),
        ("@nothing", "line 4: unknown @nothing"),
        ("@table\n| a | b |\n| a |\n@end", "line 6: 1 cells in a table of 2 columns"),
        ("@title\nA", "@end is missing"),
        ("@auto Không có nhãn", "line 4: @auto without a label"),
    ],
)
def test_faults_are_told_with_their_line(tmp_path: Path, body: str, said: str) -> None:
    path = tmp_path / "b.plan"
    path.write_text(f"+++\n[plan]\n+++\n{body}\n", "utf-8")
    with pytest.raises(MarkError, match=said):
        read_source(path)


def test_findings_told_and_marked_must_agree(source: PlanSource) -> None:
    source.front["findings"]["b"] = {}
    with pytest.raises(MarkError, match="'b'"):
        gold_of(source, clean_text(source))
