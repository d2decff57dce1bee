"""One model for each layer of records (contract sections 3–11)."""

from typing import Literal

from pydantic import Field

from extractor.records.common import Bound, Comparator, Evidence, Extracted, Model, Number

Relation = Literal["basis", "reference", "replaces", "replaced_by", "amends", "amended_by"]
Role = Literal["lead", "coordinate", "direct", "implement", "advise", "guide", "monitor", "in_charge", "request"]
Change = Literal["reach", "keep", "increase", "decrease", "do"]
ResponsibilityLayout = Literal["list", "section", "sentence", "table"]
Severity = Literal["error", "warning", "info"]


class Provision(Evidence):
    """Điểm, khoản, điều viện dẫn: one pin cite inside a cited document."""

    article: str | None = Field(default=None, description="Điều: '5'")
    clause: str | None = Field(default=None, description="Khoản: '1'")
    point: str | None = Field(default=None, description="Điểm: 'a'")
    part: str | None = Field(default=None, description="Chương, Mục, Phần, Phụ lục as written: 'Chương II'")


class Citation(Extracted):
    """Văn bản viện dẫn: another document that the plan names."""

    type: str = Field(description="'QĐ', 'NQ', 'KH', 'NĐ', 'TT', 'CV', 'Luật', …")
    number: str | None = Field(
        default=None, description="The leading number: '86' of '86/2023/NĐ-CP'; null where blank or not given"
    )
    symbol: str | None = Field(default=None, description="What stands after the number: 'NĐ-CP', 'QĐ-UBND'")
    code: str | None = Field(default=None, description="As written less its spaces: '86/2023/NĐ-CP'")
    date: str | None = Field(default=None, description="EDTF")
    issuer: str | None = Field(
        default=None, description="As written after của: 'Bộ trưởng Bộ Y tế'; null where not given"
    )
    title: str | None = Field(default=None, description="As written, without 'về', 'về việc'; null where not given")
    relation: Relation = Field(
        default="reference",
        description=(
            "`basis` in the preamble, `reference` elsewhere; else what it does to the other document of the pair"
        ),
    )
    provisions: list[Provision] = Field(default=[], description="Pin cites: điểm, khoản, điều")
    refers_to: int | None = Field(
        default=None, description="Index in `citations` of the first mention of the same document"
    )


class BackReference(Extracted):
    """Viện dẫn ngược: 'Kế hoạch này', 'Nghị định nêu trên', a document named again without its code."""

    type: str | None = Field(
        default=None, description="As of a citation; null where a word such as 'văn bản' stands for it"
    )
    refers_to: int | None = Field(
        default=None, description="Index in `citations`; null with `to_plan` false when it can't be told"
    )
    to_plan: bool = Field(default=False, description="True when it means this plan itself")
    provisions: list[Provision] = Field(default=[], description="Pin cites: điểm, khoản, điều")


class Date(Extracted):
    """Biểu thức thời gian: a calendar expression."""

    value: str = Field(description="EDTF (ISO 8601-2)")
    bound: Bound = Field(
        default="on",
        description=(
            "How the expression binds: `within` (trong), `by` (đến, đến hết, chậm nhất), `before` (trước), `from` "
            "(từ), `after` (sau), `early` (đầu), `end` (cuối), else `on`"
        ),
    )


class Percentage(Extracted):
    """Tỷ lệ phần trăm."""

    value: Number = Field(description="In per cent: 60.5 for '60,5%'; of a range the lower end")
    upper: Number | None = Field(default=None, description="The upper end of a range, in per cent")
    comparator: Comparator = Field(
        default="eq",
        description=(
            "`ge` (ít nhất, trở lên, ≥), `gt` (trên), `le` (không quá, ≤), `lt` (dưới), `approx` (khoảng), else `eq`"
        ),
    )


class Criterion(Extracted):
    """Tiêu chí, chỉ tiêu that the plan is organised by."""

    number: str = Field(description="As printed, a slip of numbering repaired: '6', '15.2'")
    name: str | None = Field(default=None, description="As printed; null where none is given")
    set: str | None = Field(
        default=None,
        description="The set of criteria that the number belongs to: 'xa-2021'; null where it can't be told",
    )
    kind: Literal["criterion", "indicator"] = Field(
        default="criterion", description="`criterion` (tiêu chí) or `indicator` (chỉ tiêu)"
    )


class Baseline(Model):
    """Kết quả đã đạt: an earlier result given beside a target."""

    value: Number = Field(description="In `unit`")
    of: Number | None = Field(default=None, description="The whole that `value` is counted of: 160 of '74/160 xã'")
    unit: str | None = Field(default=None, description="As written")
    date: str | None = Field(default=None, description="When it was reached, EDTF")


class Threshold(Model):
    """Mức yêu cầu: what a rule demands, given beside a target."""

    comparator: Comparator = Field(default="eq", description="As of a percentage")
    value: Number = Field(description="In `unit`")
    unit: str | None = Field(default=None, description="As written")


class Target(Extracted):
    """Chỉ tiêu phấn đấu: a figure that the plan commits to."""

    criterion: str | None = Field(
        default=None, description="Number of the deepest criterion or indicator that it stands under or names"
    )
    indicator: str | None = Field(default=None, description="What is measured, in the plan's words")
    change: Change = Field(
        description="`reach` a level, `keep` it, `increase` or `decrease` by an amount, `do` an amount of work"
    )
    comparator: Comparator = Field(default="eq", description="As of a percentage")
    value: Number = Field(description="In `unit`; of a range the lower end")
    upper: Number | None = Field(default=None, description="The upper end of a range, in `unit`")
    unit: str | None = Field(
        default=None,
        description="As written, the countable noun alone: 'xã', '%', 'triệu đồng/người'; null where none stands",
    )
    of: Number | None = Field(default=None, description="The whole that `value` is counted of: 160 of '74/160 xã'")
    percent: Number | None = Field(default=None, description="The share given beside the figure, in per cent")
    baseline: Baseline | None = Field(default=None, description="Kết quả đã đạt given beside it")
    required: Threshold | None = Field(default=None, description="Mức yêu cầu given beside it")
    deadline: str | None = Field(
        default=None,
        description="The time by which, EDTF; from its own sentence, or else the nearest heading that gives one",
    )
    place: str | None = Field(
        default=None, description="The unit or kind of area that it is for, as written; null for the plan's own area"
    )
    place_unit: str | None = Field(default=None, description="Code of the administrative unit that `place` names")


class Deadline(Model):
    """Thời hạn: EDTF value and how it binds."""

    value: str = Field(description="EDTF; several times as a set: '{2020-06,2020-10}'")
    bound: Bound = Field(default="on", description="As of a date")


class Responsibility(Extracted):
    """Phân công trách nhiệm: one agency in one assignment."""

    agency: str = Field(description="As written, without 'Giao', 'Đề nghị' …")
    agency_name: str | None = Field(
        default=None, description="The full name, where it can be told from an abbreviation"
    )
    roles: list[Role] = Field(
        description=(
            "`lead` (chủ trì), `coordinate` (phối hợp), `direct` (chỉ đạo), `implement` (thực hiện), `advise` "
            "(tham mưu), `guide` (hướng dẫn), `monitor` (kiểm tra, theo dõi), `in_charge` (phụ trách), `request` "
            "(đề nghị)"
        ),
    )
    task: str | None = Field(
        default=None, description="The words of the task; null where it is the heading or criterion above"
    )
    criteria: list[str] = Field(default=[], description="Numbers of the criteria and indicators that it is tied to")
    deadline: Deadline | None = Field(default=None, description="By when; null where none is given")
    recurrence: str | None = Field(
        default=None,
        description=(
            "How often: `continuous` (thường xuyên), `ad hoc` (đột xuất), an ISO 8601 duration such as `P3M` (hằng quý)"
        ),
    )
    layout: ResponsibilityLayout = Field(description="Where it was read: a list, a headed section, a sentence, a table")


class Funding(Extracted):
    """Kinh phí: one source of money with its figure."""

    source: str = Field(description="Where the money comes from, as written")
    amount: Number | None = Field(default=None, description="In `unit`")
    unit: str | None = Field(default=None, description="As written: 'triệu đồng', 'tỷ đồng'")
    vnd: int | None = Field(default=None, description="Amount in đồng")
    percent: Number | None = Field(default=None, description="The source's share, in per cent")


class Heading(Extracted):
    """Đề mục."""

    number: str | None = Field(default=None, description="As printed: 'II', '1.2', 'a'")
    title: str = Field(description="As printed, on one line")
    level: int = Field(ge=1, description="1 = outermost")


class Finding(Model):
    """Điểm không khớp: something in the document that does not add up."""

    code: str = Field(description="Stable, for programs: 'date_order', 'sum', …")
    severity: Severity = Field(description="`error`: does not add up; `warning`: likely a slip; `info`: worth a look")
    message: str = Field(description="What does not add up, in English")
    message_vi: str = Field(description="The same in Vietnamese")
    quotes: list[Evidence] = Field(description="The places that do not agree")
    rule: str = Field(description="Id of the check that made it")


class FormPoint(Model):
    """Thể thức: one rule of form and whether the document keeps it."""

    id: str = Field(description="'number', 'date', 'signing', …")
    status: Literal["met", "not_met", "not_visible"] = Field(
        description="not_visible: the text as read does not show it"
    )
    message: str = Field(description="What the rule asks, and what is found, in English")
    message_vi: str = Field(description="The same in Vietnamese")
    source: str = Field(description="The rule: 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3'")
    quotes: list[Evidence] = Field(default=[], description="Where it is seen; empty where nothing stands there")
