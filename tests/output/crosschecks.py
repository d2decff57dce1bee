"""Cross-checks made by hand and by number, for the tests of pages and workbooks."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.records.crosscheck import (
    CROSSCHECK_VERSION,
    CitationFault,
    CitedDocument,
    CrossCheck,
    Link,
    Notice,
    Part,
    PlanNode,
    Problem,
    Side,
    Sum,
    Verdict,
    VerdictKind,
)

_SAID = ("said in English", "nói bằng tiếng Việt")


def plan(plan_id: str, issuer: str, level: str, title: str = "Nước sạch nông thôn năm 2025") -> PlanNode:
    return PlanNode(
        plan_id, f"{plan_id}.txt", 1, f"{plan_id}/KH-UBND", issuer, level, None, "2025-02-14", "2025", title
    )


def side(plan_id: str, target: int, indicator: str, quote: str, criterion: str | None = None) -> Side:
    before = f"- Phấn đấu {indicator} đạt "
    return Side(plan_id, target, criterion, indicator, quote, 100, 100 + len(quote), f"{before}{quote}.", len(before))


def verdict(kind: VerdictKind, upper: Side, lower: Side | None, plan_id: str, *reasons: str) -> Verdict:
    return Verdict(kind, upper, lower, plan_id, 0.82 if lower else 0, reasons, *_SAID)


def cross_check_of(plans: Sequence[PlanNode], verdicts: Sequence[Verdict], **found: Sequence[object]) -> CrossCheck:
    values: dict[str, Sequence[object]] = dict.fromkeys(
        ("links", "documents", "faults", "sums", "notices", "problems"), ()
    )
    given = {name: tuple(items) for name, items in {**values, **found}.items()}
    return CrossCheck(CROSSCHECK_VERSION, "0", plans=tuple(plans), verdicts=tuple(verdicts), **given)  # type: ignore[arg-type]


def small() -> CrossCheck:
    """One province, two districts, one commune: every kind of table has something in it."""
    province = plan("15", "Ủy ban nhân dân tỉnh Sơn Hà", "province")
    north = plan("34", "Ủy ban nhân dân huyện Bắc Lâm", "district")
    south = plan("41", "Ủy ban nhân dân huyện Nam Lâm", "district", "</script><script>alert(1)</script> & <b>đậm</b>")
    commune = plan("07", "Ủy ban nhân dân xã Đồng Mít", "commune")
    water = side("15", 0, "tỷ lệ hộ dùng nước sạch", "trên 92%", "17")
    poor = side("15", 1, "tỷ lệ hộ nghèo", "3,4%", "11")
    pipes = side("15", 2, "đường ống làm mới", "120 km")
    verdicts = [
        verdict("weaker", water, side("34", 3, "hộ được dùng nước sạch", "88%", "17"), "34", "like words"),
        verdict("met", water, side("41", 3, "hộ được dùng nước sạch", "trên 92%", "17"), "41", "same words"),
        verdict("missing", poor, None, "34"),
        verdict("stricter", poor, side("41", 4, "tỷ lệ hộ nghèo", "3%", "11"), "41", "same words", "same criterion"),
        verdict("not comparable", pipes, side("34", 5, "đường ống", "45 km"), "34", "same words", "part of a sum"),
        verdict("not comparable", pipes, side("41", 5, "đường ống", "38,5 km"), "41", "same words", "part of a sum"),
        verdict(
            "different deadline",
            side("34", 3, "hộ được dùng nước sạch", "88%", "17"),
            side("07", 0, "hộ dùng nước sạch", "88%", "17"),
            "07",
            "like words",
        ),
    ]
    parts = (
        Part("34", 45.0, side("34", 5, "đường ống", "45 km")),
        Part("41", 38.5, side("41", 5, "đường ống", "38,5 km")),
    )
    replaced = "Quyết định số 268/QĐ-UBND ngày 20/6/2022"
    return cross_check_of(
        [commune, north, south, province],
        verdicts,
        links=[
            Link("34", "15", "parent", ("citation", "programme"), 1.0),
            Link("41", "15", "parent", ("programme",), 0.9),
            Link("07", "34", "parent", ("citation",), 1.0),
            Link("07", "15", "cites", ("citation",), 0.4),
        ],
        documents=[
            CitedDocument("QĐ 268", "QĐ", "268/QĐ-UBND", "2022-06-20", "UBND tỉnh Sơn Hà", ("41",)),
            CitedDocument("QĐ 412", "QĐ", "412/QĐ-UBND", "2023-10-14", "UBND tỉnh Sơn Hà", ("15",)),
        ],
        faults=[
            CitationFault("41", "replaced", replaced, 10, 50, "QĐ 412", *_SAID),
            CitationFault("07", "wrong_date", "Kế hoạch số 34/KH-UBND ngày 15/02/2025", 9, 47, "34", *_SAID),
        ],
        sums=[Sum(pipes, 120.0, 83.5, 36.5, "km", "incomplete", parts, (), 4)],
        notices=[Notice("34", "task_without_deadline", "Phòng Tài chính - Kế hoạch", 5, 31, *_SAID)],
        problems=[Problem("hỏng.json", "no_unit", *_SAID)],
    )


def many(plans: int = 100, targets: int = 40, *, flat: bool = False) -> CrossCheck:
    """A province with its districts and communes, or with its communes right below it, as from July 2025."""
    province = plan("0", "Ủy ban nhân dân tỉnh Sơn Hà", "province")
    districts = [] if flat else [plan(f"{i}", f"Ủy ban nhân dân huyện Số {i}", "district") for i in range(1, 11)]
    communes = [plan(f"{i}", f"Ủy ban nhân dân xã Số {i}", "commune") for i in range(len(districts) + 1, plans)]
    above = {item.id: province for item in districts}
    above |= {item.id: districts[i % 10] if districts else province for i, item in enumerate(communes)}
    kinds: tuple[VerdictKind, ...] = ("met", "stricter", "weaker", "missing", "different deadline", "not comparable")
    verdicts = [
        verdict(
            kinds[(number + target) % len(kinds)],
            _numbered(upper.id, target),
            None if kinds[(number + target) % len(kinds)] == "missing" else _numbered(lower, target),
            lower,
            "like words",
        )
        for number, (lower, upper) in enumerate(above.items())
        for target in range(targets)
    ]
    links = [Link(lower, upper.id, "parent", ("citation",), 1.0) for lower, upper in above.items()]
    documents = [
        CitedDocument(f"QĐ {i}", "QĐ", f"{i}/QĐ-UBND", "2024-05-06", "UBND tỉnh Sơn Hà", (f"{i % plans}",))
        for i in range(3 * plans)
    ]
    return cross_check_of([province, *districts, *communes], verdicts, links=links, documents=documents)


def _numbered(plan_id: str, target: int) -> Side:
    """A target in a long line of its own plan, as long as contexts become."""
    indicator = f"tỷ lệ hộ gia đình ở nông thôn dùng nước sạch theo quy chuẩn của nhóm {target} trong vùng khó khăn"
    short = side(
        plan_id, target, indicator, f"{50 + (target + len(plan_id)) % 50},{plan_id[-1]}%", str(1 + target % 19)
    )
    rest = f" Kế hoạch {plan_id} giao các thôn, bản rà soát, đăng ký và báo cáo kết quả trước ngày 15 hằng tháng."
    return replace(short, context=f"{short.context}{rest * 2}")
