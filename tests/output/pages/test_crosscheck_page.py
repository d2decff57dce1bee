"""The page of a cross-check: what stands in it, and that it can't be broken out of."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from extractor.output.crosscheckfile import write_crosscheck
from extractor.output.pages.crosscheck_page import crosscheck_page
from extractor.output.pages.graph import ROW, graph_of
from extractor.output.pages.page import json_island
from tests.output.crosschecks import many, small

_SHAPES = [pytest.param(False, id="three levels"), pytest.param(True, id="two levels")]


@pytest.fixture(scope="module")
def page() -> Any:
    return lxml.html.fromstring(crosscheck_page(small()))


def _words(element: Any, language: str = "vi") -> str:
    """Return the text of an element as it is read in one language."""
    other = {"vi": "en", "en": "vi"}[language]
    read = element.xpath(f".//text()[not(ancestor::*[@class='{other}'])]")
    return " ".join(" ".join(read).split())


def test_a_matrix_for_each_plan_above_others(page: Any) -> None:
    assert [_words(head) for head in page.xpath("//div[@class='matrix']/h3")] == [
        "Tỉnh Sơn Hà · 15/KH-UBND Nước sạch nông thôn năm 2025",
        "Huyện Bắc Lâm · 34/KH-UBND Nước sạch nông thôn năm 2025",
    ]
    table = page.xpath("//table[contains(@class, 'grid')]")[0]
    assert [_words(head) for head in table.xpath(".//th[@class='plan']")] == [
        "Huyện Bắc Lâm 34/KH-UBND",
        "Huyện Nam Lâm 41/KH-UBND",
    ]
    rows = [[_words(cell) for cell in row] for row in table.xpath("./tbody/tr")]
    assert rows == [
        ["17 tỷ lệ hộ dùng nước sạch trên 92%", "▼ 88%", "✓ trên 92%"],
        ["11 tỷ lệ hộ nghèo 3,4%", "✕ thiếu", "▲ 3%"],
        ["đường ống làm mới 120 km", "Σ 45 km", "Σ 38,5 km"],
    ]


def test_both_languages_stand_in_the_page(page: Any) -> None:
    chips = page.xpath("//div[@class='verdicts']/button")
    assert [_words(chip) for chip in chips] == [
        "✓ đáp ứng 1",
        "▲ cao hơn 1",
        "▼ thấp hơn 1",
        "✕ thiếu 1",
        "◷ khác thời hạn 1",
        "Σ góp vào tổng 2",
    ]
    assert _words(chips[3], "en") == "✕ missing 1"
    assert page.get("lang") == "vi"


def test_sums_are_drawn_to_scale(page: Any) -> None:
    (item,) = page.xpath("//details[@class='sum']")
    assert _words(item.xpath(".//span[@class='total']")[0]) == "83,5 / 120 km"
    assert _words(item.xpath(".//span[@class='total']")[0], "en") == "83.5 / 120 km"
    assert _words(item.xpath(".//span[contains(@class, 'status')]")[0]) == "… chưa đủ kế hoạch , còn thiếu 36,5"
    first, second = (float(part.get("width")) for part in item.xpath(".//rect[contains(@class, 'part')]"))
    (mark,) = item.xpath(".//line")
    assert first / float(mark.get("x1")) == pytest.approx(45 / 120, abs=0.01)
    assert second / float(mark.get("x1")) == pytest.approx(38.5 / 120, abs=0.01)


def test_the_graph_tells_faulty_citations() -> None:
    graph = graph_of(small())
    assert [(box.plan.id, box.x, box.faults) for box in graph.plans] == [
        ("15", 0, ()),
        ("34", 22, ()),
        ("07", 44, ("wrong_date",)),
        ("41", 22, ("replaced",)),
    ]
    assert {box.document.id: box.fault for box in graph.documents} == {"QĐ 268": "replaced", "QĐ 412": ""}
    assert {(edge.one, edge.other, edge.kind) for edge in graph.edges} == {
        ("07", "15", "cites"),
        ("07", "34", "wrong_date"),
        ("41", "QĐ 268", "replaced"),
        ("QĐ 268", "QĐ 412", "replaced"),
        ("15", "QĐ 412", "document"),
    }


def test_documents_stand_beside_the_plans_that_cite_them_and_never_on_one_another() -> None:
    few = replace(many(), documents=tuple(document for document in many().documents if int(document.code[:-8]) < 40))
    graph = graph_of(few)
    rows = {box.plan.id: box.y for box in graph.plans}
    places = [box.y for box in graph.documents]
    assert len(places) == 40
    assert all(below - above >= ROW for above, below in pairwise(places))
    assert [box.y - rows[box.document.cited_by[0]] for box in graph.documents[:2]] == [0, 0]
    assert graph.height >= places[-1]


def test_documents_that_one_plan_cites_are_counted_where_there_are_many() -> None:
    graph = graph_of(many())
    assert (len(graph.documents), graph.documents_left_out) == (0, 300)


def test_markup_in_a_plan_stays_text(page: Any) -> None:
    title = "</script><script>alert(1)</script> & <b>đậm</b>"
    assert title in [cell.text for cell in page.xpath("//section[@id='plans']//td")]
    assert page.xpath("//b[text()='đậm']") == []
    assert len(page.xpath("//script")) == 2


def test_json_cannot_end_its_element() -> None:
    hostile = {"<!--": "</script>&amp;\u2028\u2029", "chữ": ["Việt"]}
    written = json_island(hostile)
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == hostile


def test_only_the_pages_own_script_and_style_may_run(page: Any) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    for name, content in (("script-src", page.xpath("//script")[1].text), ("style-src", page.xpath("//style")[0].text)):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert page.xpath("//@style | //@onclick | //@src") == []
    assert [link for link in page.xpath("//@href") if not link.startswith(("#", "data:"))] == []


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write_crosscheck(tmp_path / name, small())
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize("flat", _SHAPES)
def test_a_hundred_plans_stay_below_5_megabytes(flat: bool) -> None:
    found = many(flat=flat)
    page = crosscheck_page(found)
    assert (len(found.plans), len(found.verdicts)) == (100, 3960)
    assert page.count("<td data-v=") == 3960
    assert len(page.encode()) < 5_000_000
