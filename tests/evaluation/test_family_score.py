"""The score of a cross-check against the gold of a family, on small results whose figures are counted by hand."""

from typing import Any

from extractor.evaluation.family_score import Agreement, FamilyScore, score_family, table
from extractor.records.crosscheck import (
    CitationFault,
    CrossCheck,
    FaultKind,
    Link,
    LinkKind,
    Part,
    PlanNode,
    Side,
    Sum,
    Verdict,
    VerdictKind,
)

UPPER = {"plan": "tinh", "quote": "90%", "start": 10, "end": 13}
OTHER = {"plan": "tinh", "quote": "95%", "start": 30, "end": 33}
COUNT = {"plan": "tinh", "quote": "12 km", "start": 50, "end": 55}
LOWER = {"plan": "huyen", "quote": "80%", "start": 20, "end": 23}


def node(name: str) -> PlanNode:
    return PlanNode(f"id-{name}", f"{name}.txt", 1, None, None, None, None, None, None, None)


def side(place: dict[str, Any]) -> Side:
    return Side(f"id-{place['plan']}", 0, None, None, place["quote"], place["start"], place["end"], "", 0)


def verdict(kind: VerdictKind, upper: dict[str, Any], lower: dict[str, Any] | None, plan: str = "huyen") -> Verdict:
    return Verdict(kind, side(upper), side(lower) if lower else None, f"id-{plan}", 1, (), "", "")


def added(total: float, gap: float, *plans: str) -> Sum:
    parts = tuple(Part(f"id-{plan}", 1, side(LOWER)) for plan in plans)
    return Sum(side(COUNT), total + gap, total, gap, "km", "short", parts, (), None)


def fault(kind: FaultKind, start: int) -> CitationFault:
    return CitationFault("id-huyen", kind, "Kế hoạch", start, start + 8, None, "", "")


def check(**found: Any) -> CrossCheck:
    names = "links documents faults verdicts sums notices problems".split()
    plans = (node("tinh"), node("huyen"), node("xa"))
    return CrossCheck("1", "1", plans, **{name: tuple(found.get(name, ())) for name in names})


def gold(**told: Any) -> dict[str, Any]:
    return {name: told.get(name, []) for name in ("links", "faults", "verdicts", "sums")}


def pair(kind: str, upper: dict[str, Any] = UPPER, lower: dict[str, Any] = LOWER) -> dict[str, Any]:
    return {"kind": kind, "upper": upper, "lower": lower}


def counted(agreement: Agreement) -> tuple[int, int, int]:
    return agreement.hits, agreement.found, agreement.gold


def test_nothing_asked_and_nothing_found_is_full_agreement() -> None:
    score = score_family(gold(), check())
    assert (score.links.precision, score.links.recall, score.links.f1, score.verdicts) == (1, 1, 1, 1)
    assert (score.false_alarms, score.errors) == (0, [])


def test_links_are_the_same_with_both_plans_and_kind() -> None:
    def link(lower: str, kind: LinkKind) -> Link:
        return Link(f"id-{lower}", "id-tinh", kind, (), 1)

    told = [{"lower": lower, "upper": "tinh", "kind": "parent"} for lower in ("huyen", "xa")]
    score = score_family(gold(links=told), check(links=[link("huyen", "parent"), link("xa", "cites")]))
    assert counted(score.links) == (1, 2, 2)
    assert score.errors == ["MISS link xa tinh parent", "FALSE link xa tinh cites"]


def test_pairs_meet_where_quotes_overlap_on_both_sides() -> None:
    longer = {**LOWER, "quote": "đạt 80%", "start": 16}
    elsewhere = {**LOWER, "start": 23, "end": 26}
    assert counted(
        score_family(gold(verdicts=[pair("met")]), check(verdicts=[verdict("met", UPPER, longer)])).pairs
    ) == (
        1,
        1,
        1,
    )
    missed = score_family(gold(verdicts=[pair("met")]), check(verdicts=[verdict("met", UPPER, elsewhere)]))
    assert counted(missed.pairs) == (0, 1, 1)
    assert missed.verdicts == 0


def test_one_verdict_is_counted_once() -> None:
    found = [verdict("met", UPPER, LOWER), verdict("met", UPPER, LOWER)]
    assert counted(score_family(gold(verdicts=[pair("met")]), check(verdicts=found)).pairs) == (1, 2, 1)


def test_a_wrong_verdict_on_a_found_pair_is_told() -> None:
    told = [pair("met"), pair("stricter", OTHER)]
    found = [verdict("stricter", UPPER, LOWER), verdict("stricter", OTHER, LOWER)]
    score = score_family(gold(verdicts=told), check(verdicts=found))
    assert (score.pairs.f1, score.verdicts, score.verdicts_right, score.false_alarms) == (1, 0.5, 1, 0)
    assert score.errors == ["VERDICT met: tinh '90%' at 10, huyen '80%' at 20: found stricter"]


def test_an_alarm_is_false_where_the_gold_raises_none() -> None:
    told = [pair("met"), pair("weaker", OTHER)]
    found = [verdict("missing", UPPER, None), verdict("missing", OTHER, None), verdict("weaker", UPPER, LOWER, "xa")]
    score = score_family(gold(verdicts=told), check(verdicts=found))
    assert score.false_alarms == 2
    assert counted(score.missing) == (0, 2, 0)


def test_missing_is_counted_by_upper_target_and_plan() -> None:
    told = [{"kind": "missing", "upper": UPPER, "lower": {"plan": plan}} for plan in ("huyen", "xa")]
    found = [verdict("missing", UPPER, None, "xa"), verdict("missing", OTHER, None, "xa")]
    score = score_family(gold(verdicts=told), check(verdicts=found))
    assert counted(score.missing) == (1, 2, 2)
    assert score.false_alarms == 1


def test_sums_agree_in_total_gap_and_parts() -> None:
    told = [{"upper": COUNT, "expected": 12, "total": 10.7, "gap": 1.3, "parts": ["huyen", "xa"]}]
    right = score_family(gold(sums=told), check(sums=[added(10.7, 12 - 10.7, "xa", "huyen")]))
    assert counted(right.sums) == (1, 1, 1)
    for wrong in (added(10.7, 1.3, "huyen"), added(10, 2, "huyen", "xa")):
        assert counted(score_family(gold(sums=told), check(sums=[wrong])).sums) == (0, 1, 1)


def test_sums_that_no_plan_adds_to_are_not_counted() -> None:
    assert counted(score_family(gold(), check(sums=[added(0, 12)])).sums) == (0, 0, 0)


def test_faults_agree_in_kind_and_place() -> None:
    told = [{"plan": "huyen", "kind": "wrong_date", "code": "15/KH-UBND", "quote": "Kế hoạch", "start": 4, "end": 12}]
    found = [fault("absent", 4), fault("wrong_date", 6), fault("wrong_date", 40)]
    assert counted(score_family(gold(faults=told), check(faults=found)).faults) == (1, 3, 1)


def test_the_table_tells_precision_recall_f1() -> None:
    score = FamilyScore(links=Agreement(1, 1, 2), pairs=Agreement(3, 4, 4), verdicts_right=2, false_alarms=5)
    head, _, row = table({"a": score}).splitlines()
    assert head == "| family | links | pairs | verdicts right | missing | faults | sums | false alarms |"
    full = "1.000 1.000 1.000"
    assert row == (f"| a | 1.000 0.500 0.667 | 0.750 0.750 0.750 | 0.500 (2 of 4) | {full} | {full} | {full} | 5 |")
