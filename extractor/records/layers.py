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
    number: str | None = None
    symbol: str | None = None
    code: str | None = Field(default=None, description="As written less its spaces: '86/2023/NĐ-CP'")
    date: str | None = Field(default=None, description="EDTF")
    issuer: str | None = None
    title: str | None = None
    relation: Relation = "reference"
    provisions: list[Provision] = Field(default=[], description="Pin cites: điểm, khoản, điều")
    refers_to: int | None = Field(
        default=None, description="Index in `citations` of the first mention of the same document"
    )


class BackReference(Extracted):
    """Viện dẫn ngược: 'Kế hoạch này', 'Nghị định nêu trên', a document named again without its code."""

    type: str | None = None
    refers_to: int | None = Field(
        default=None, description="Index in `citations`; null with `to_plan` false when it can't be told"
    )
    to_plan: bool = Field(default=False, description="True when it means this plan itself")
    provisions: list[Provision] = []


class Date(Extracted):
    """Biểu thức thời gian: a calendar expression."""

    value: str = Field(description="EDTF (ISO 8601-2)")
    bound: Bound = "on"


class Percentage(Extracted):
    """Tỷ lệ phần trăm."""

    value: Number
    upper: Number | None = None
    comparator: Comparator = "eq"


class Criterion(Extracted):
    """Tiêu chí, chỉ tiêu that the plan is organised by."""

    number: str
    name: str | None = None
    set: str | None = None
    kind: Literal["criterion", "indicator"] = "criterion"


class Baseline(Model):
    """Kết quả đã đạt: an earlier result given beside a target."""

    value: Number
    of: Number | None = None
    unit: str | None = None
    date: str | None = None


class Threshold(Model):
    """Mức yêu cầu: what a rule demands, given beside a target."""

    comparator: Comparator = "eq"
    value: Number
    unit: str | None = None


class Target(Extracted):
    """Chỉ tiêu phấn đấu: a figure that the plan commits to."""

    criterion: str | None = None
    indicator: str | None = None
    change: Change
    comparator: Comparator = "eq"
    value: Number
    upper: Number | None = None
    unit: str | None = None
    of: Number | None = None
    percent: Number | None = None
    baseline: Baseline | None = None
    required: Threshold | None = None
    deadline: str | None = None
    place: str | None = None
    place_unit: str | None = Field(default=None, description="Code of the administrative unit that `place` names")


class Deadline(Model):
    """Thời hạn: EDTF value and how it binds."""

    value: str
    bound: Bound = "on"


class Responsibility(Extracted):
    """Phân công trách nhiệm: one agency in one assignment."""

    agency: str
    agency_name: str | None = None
    roles: list[Role]
    task: str | None = None
    criteria: list[str] = []
    deadline: Deadline | None = None
    recurrence: str | None = None
    layout: ResponsibilityLayout


class Funding(Extracted):
    """Kinh phí: one source of money with its figure."""

    source: str
    amount: Number | None = None
    unit: str | None = None
    vnd: int | None = Field(default=None, description="Amount in đồng")
    percent: Number | None = None


class Heading(Extracted):
    """Đề mục."""

    number: str | None = None
    title: str
    level: int = Field(ge=1, description="1 = outermost")


class Finding(Model):
    """Điểm không khớp: something in the document that does not add up."""

    code: str
    severity: Severity
    message: str = Field(description="What does not add up, in English")
    message_vi: str = Field(description="The same in Vietnamese")
    quotes: list[Evidence]
    rule: str


class FormPoint(Model):
    """Thể thức: one rule of form and whether the document keeps it."""

    id: str = Field(description="'number', 'date', 'signing', …")
    status: Literal["met", "not_met", "not_visible"] = Field(
        description="not_visible: the text as read does not show it"
    )
    message: str = Field(description="What the rule asks, and what is found, in English")
    message_vi: str = Field(description="The same in Vietnamese")
    source: str = Field(description="The rule: 'NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3'")
    quotes: list[Evidence] = []
