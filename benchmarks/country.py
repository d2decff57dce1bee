"""Records of a country's plans, made up: one programme of one year, a plan for each province, district and commune.

The same records each time. Plans of lower levels name indicators in other words, give figures in other units, set
themselves more, less or later, and leave some out.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from extractor.lexicon.admin_units import AdminUnit, load_admin_units
from extractor.output.jsonfile import record_json
from extractor.records import (
    Citation,
    Criterion,
    Date,
    Heading,
    Issuer,
    Percentage,
    Plan,
    PlanRecord,
    Responsibility,
    SourceInfo,
    Target,
    Unit,
)
from extractor.ruleset import ruleset

DAY = "2024-03-15"
DISTRICTS, COMMUNES = 11, 108
"""At most, of one province."""
_DATES = {"province": "2024-01-10", "district": "2024-02-20", "commune": DAY}
_CRITERIA = 19
_GAP = 0.07
"""Share of the indicators that a plan leaves out."""
_SHARES = (
    ("hộ dân được sử dụng nước sạch theo quy chuẩn", "hộ gia đình dùng nước sạch", "hộ sử dụng nước sạch"),
    ("người dân tham gia bảo hiểm y tế", "dân số có thẻ BHYT", "người dân tham gia BHYT"),
    ("lao động qua đào tạo", "lao động đã qua đào tạo"),
    ("lao động có bằng cấp, chứng chỉ", "lao động được cấp chứng chỉ, bằng cấp"),
    ("trường học các cấp đạt chuẩn quốc gia", "trường đạt chuẩn quốc gia"),
    ("trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "trẻ dưới 5 tuổi bị suy dinh dưỡng thấp còi"),
    ("trẻ em được tiêm chủng đầy đủ", "trẻ được tiêm chủng đầy đủ"),
    ("chất thải rắn sinh hoạt được thu gom, xử lý", "rác thải sinh hoạt được thu gom và xử lý"),
    ("hộ chăn nuôi bảo đảm vệ sinh môi trường", "hộ chăn nuôi đảm bảo vệ sinh môi trường"),
    ("đường trục thôn được cứng hóa", "đường trục thôn được bê tông hóa"),
    ("đường ngõ xóm sạch, không lầy lội", "đường ngõ, xóm sạch và không lầy lội"),
    ("đường trục chính nội đồng được cứng hóa", "đường nội đồng được cứng hóa"),
    ("diện tích đất nông nghiệp được tưới chủ động", "đất nông nghiệp được tưới chủ động"),
    ("hộ sử dụng điện thường xuyên, an toàn", "hộ dân dùng điện thường xuyên, an toàn"),
    ("thủ tục hành chính giải quyết đúng hạn", "hồ sơ TTHC được giải quyết đúng hạn"),
    ("hồ sơ trực tuyến toàn trình", "hồ sơ nộp trực tuyến toàn trình"),
    ("văn bản điện tử được ký số", "văn bản đi được ký số"),
    ("người dân có tài khoản định danh điện tử", "dân số có tài khoản định danh điện tử"),
    ("hộ đạt danh hiệu gia đình văn hóa", "gia đình được công nhận gia đình văn hóa"),
    ("thôn đạt danh hiệu khu dân cư văn hóa", "thôn được công nhận văn hóa"),
    ("người cao tuổi được khám sức khỏe định kỳ", "người cao tuổi được khám sức khỏe"),
    ("phụ nữ mang thai được khám thai đủ bốn lần", "thai phụ được khám thai đủ bốn lần"),
    ("học sinh hoàn thành chương trình tiểu học", "học sinh tiểu học hoàn thành chương trình"),
    ("hộ có nhà tiêu hợp vệ sinh", "hộ gia đình có nhà tiêu hợp vệ sinh"),
    ("cơ sở sản xuất bảo đảm an toàn thực phẩm", "cơ sở kinh doanh bảo đảm an toàn thực phẩm"),
    ("cán bộ, công chức được bồi dưỡng nghiệp vụ", "công chức được bồi dưỡng nghiệp vụ"),
    ("hộ nghèo được tiếp cận vốn tín dụng chính sách", "hộ nghèo được vay vốn tín dụng chính sách"),
    ("nạn nhân bom mìn được trợ giúp", "nạn nhân bom mìn nhận trợ giúp"),
    ("hộ nghèo đa chiều", "hộ nghèo"),
    ("thất nghiệp ở khu vực nông thôn", "thất nghiệp nông thôn"),
)
_COUNTS = (
    (("lao động được giải quyết việc làm", "lao động được tạo việc làm"), (("lao động", 1.0), ("người", 1.0)), 60),
    (("hợp tác xã được thành lập mới", "HTX thành lập mới"), (("hợp tác xã", 1.0), ("HTX", 1.0)), 2),
    (("đường xã được nâng cấp, mở rộng", "đường xã nâng cấp và mở rộng"), (("km", 1.0), ("m", 1000.0)), 4),
    (("kênh mương được kiên cố hóa", "kênh mương kiên cố hóa"), (("km", 1.0), ("m", 1000.0)), 3),
    (("sản phẩm OCOP được công nhận", "sản phẩm OCOP được đánh giá, công nhận"), (("sản phẩm", 1.0),), 3),
    (("rừng được trồng mới", "trồng mới rừng tập trung"), (("ha", 1.0),), 20),
    (("nhà tạm, nhà dột nát được xóa", "xóa nhà tạm, nhà dột nát"), (("nhà", 1.0), ("căn", 1.0)), 12),
    (("lớp tập huấn kỹ thuật cho nông dân", "lớp tập huấn kỹ thuật"), (("lớp", 1.0),), 4),
    (("công trình cấp nước được sửa chữa", "công trình nước được sửa chữa"), (("công trình", 1.0),), 2),
    (("vườn mẫu được công nhận", "công nhận vườn mẫu"), (("vườn mẫu", 1.0),), 5),
)
_LEVELS = (
    ("thu nhập bình quân đầu người", (("triệu đồng/người/năm", 1.0), ("đồng/người/năm", 1e6)), 55.0),
    ("bác sĩ trên một vạn dân", (("bác sĩ/10.000 dân", 1.0),), 11.0),
    ("giường bệnh trên một vạn dân", (("giường/10.000 dân", 1.0),), 32.0),
    ("thời gian chờ làm thủ tục", (("phút", 1.0), ("giờ", 1 / 60)), 30.0),
    ("mức đóng góp của mỗi hộ", (("nghìn đồng/hộ", 1.0), ("đồng/hộ", 1000.0)), 300.0),
    ("năng suất lúa cả năm", (("tạ/ha", 1.0),), 58.0),
)
_FIELDS = ("Nông nghiệp và PTNT", "Y tế", "Giáo dục và Đào tạo", "Tài nguyên và Môi trường")
_AGENCIES = {
    "province": tuple(f"Sở {name}" for name in _FIELDS),
    "district": tuple(f"Phòng {name}" for name in _FIELDS),
    "commune": ("Công chức nông nghiệp xã", "Trạm Y tế xã", "Trường Tiểu học", "Công chức địa chính - môi trường"),
}
_WHOLE = frozenset("lao động|người|hợp tác xã|HTX|sản phẩm|nhà|căn|lớp|công trình|vườn mẫu".split("|"))
_SCALE = {"province": 100, "district": 10, "commune": 1}


@dataclass
class _Writer:
    """A text that grows, and the records on it."""

    level: str
    random: Random
    lines: list[str] = field(default_factory=list)
    length: int = 0
    records: dict[str, list[Any]] = field(default_factory=dict)

    def line(self, text: str) -> int:
        """Add a line; returns where it begins."""
        start = self.length
        self.lines.append(text)
        self.length += len(text) + 1
        return start

    def put(self, layer: str, model: Any, line: tuple[int, str], quote: str, **values: Any) -> None:
        """Add a record whose words stand in a line."""
        start = line[0] + line[1].index(quote)
        made = model(quote=quote, start=start, end=start + len(quote), rule="generated", **values)
        self.records.setdefault(layer, []).append(made)


def units() -> Iterator[tuple[AdminUnit, ...]]:
    """Yield the units of the country's plans, each with those above it, a province after the other."""
    gazetteer = load_admin_units()
    for number in range(1, 97):
        province = gazetteer.coded(f"{number:02}", DAY)
        if province is None or province.level != "province":
            continue
        within = list({unit.code: unit for unit in gazetteer.within(province.code, DAY)}.values())
        districts = [unit for unit in within if unit.level == "district"][:DISTRICTS]
        yield (province,)
        communes = _spread([[unit for unit in within if unit.parent == district.code] for district in districts])
        for district, below in zip(districts, communes, strict=True):
            yield province, district
            for commune in below:
                yield province, district, commune


def _spread(communes: list[list[AdminUnit]]) -> list[list[AdminUnit]]:
    """Take as many communes as a province may have here, the first of each district, then the second of each, …"""
    most = max(map(len, communes))
    while sum(min(most, len(below)) for below in communes) > COMMUNES:
        most -= 1
    return [below[:most] for below in communes]


def record(*line: AdminUnit) -> PlanRecord:
    """Make the record of a unit's plan; `line` is the unit with those above it, the highest first."""
    unit = line[-1]
    writer = _Writer(unit.level, Random(unit.code))
    issuer = _issuer(unit)
    number = _number(unit)
    writer.line(f"{issuer.upper()}\nSố: {number}/KH-UBND\n{unit.name}, ngày {_day(unit)}\n\nKẾ HOẠCH")
    title = _title(line)
    writer.line(title)
    _cite(writer, line)
    writer.put("outline", Heading, _said(writer, "I. MỤC TIÊU"), "I. MỤC TIÊU", number="I", title="MỤC TIÊU", level=1)
    _set_targets(writer, line)
    heading = "II. TỔ CHỨC THỰC HIỆN"
    writer.put("outline", Heading, _said(writer, heading), heading, number="II", title=heading[4:], level=1)
    _assign(writer)
    text = "\n".join(writer.lines) + "\n"
    return PlanRecord(
        ruleset=ruleset(),
        source=SourceInfo(name=f"{unit.code}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text"),
        text=text,
        plan=Plan(
            number=number,
            symbol="KH-UBND",
            code=f"{number}/KH-UBND",
            issuer=Issuer(
                name=issuer,
                level=unit.level,
                place=unit.name,
                unit=Unit(
                    code=unit.code,
                    kind=unit.kind,
                    level=unit.level,
                    parent=unit.parent,
                    successors=list(unit.successors),
                ),
            ),
            place=unit.name,
            date=_DATES[unit.level],
            title=title,
            period="2024",
        ),
        **writer.records,
    )


def write(folder: Path, every: int = 1) -> tuple[int, int]:
    """Write the records of each `every`-th province into a folder; returns the numbers of plans and of targets."""
    folder.mkdir(parents=True, exist_ok=True)
    province = -1
    plans = targets = 0
    for line in units():
        province += len(line) == 1
        if province % every == 0:
            made = record(*line)
            (folder / f"{line[-1].level}-{line[-1].code}.json").write_text(record_json(made), "utf-8")
            plans, targets = plans + 1, targets + len(made.targets)
    return plans, targets


def _issuer(unit: AdminUnit) -> str:
    return f"Ủy ban nhân dân {unit.kind} {unit.name}"


def _number(unit: AdminUnit) -> str:
    return str(Random(f"number {unit.code}").randint(1, 400))


def _day(unit: AdminUnit) -> str:
    """Return the day of a unit's plan as it is written."""
    year, month, day = _DATES[unit.level].split("-")
    return f"{day}/{month}/{year}"


def _title(line: tuple[AdminUnit, ...]) -> str:
    names = ("Thực hiện Chương trình xây dựng nông thôn mới", "Triển khai Chương trình MTQG xây dựng nông thôn mới")
    unit = line[-1]
    return f"{names[len(unit.code) % 2]} trên địa bàn {unit.kind} {unit.name} năm 2024"


def _said(writer: _Writer, text: str) -> tuple[int, str]:
    return writer.line(text), text


def _cite(writer: _Writer, line: tuple[AdminUnit, ...]) -> None:
    """Cite the programme and the plan right above; some cite the province's too."""
    told = "Quyết định số 263/QĐ-TTg ngày 22/02/2022 của Thủ tướng Chính phủ"
    values = {"type": "QĐ", "number": "263", "symbol": "QĐ-TTg", "code": "263/QĐ-TTg", "date": "2022-02-22"}
    writer.put("citations", Citation, _said(writer, f"Căn cứ {told};"), told, relation="basis", **values)
    cited = line[:-1] if writer.random.random() < 0.5 else line[:-1][-1:]
    for unit in cited:
        number = _number(unit)
        told = f"Kế hoạch số {number}/KH-UBND ngày {_day(unit)} của UBND {unit.kind} {unit.name}"
        writer.put(
            "citations",
            Citation,
            _said(writer, f"Thực hiện {told};"),
            told,
            type="KH",
            number=number,
            symbol="KH-UBND",
            code=f"{number}/KH-UBND",
            date=_DATES[unit.level],
            issuer=f"UBND {unit.kind} {unit.name}",
            relation="basis",
        )


def _set_targets(writer: _Writer, line: tuple[AdminUnit, ...]) -> None:
    """Set the figures: those of a province are the measure, those below differ now and then."""
    common = Random(line[0].code)
    for index, names in enumerate(_SHARES):
        base = round(
            common.uniform(2, 8) if "nghèo" in names[0][:8] or "thất" in names[0] else common.uniform(60, 96), 1
        )
        _target(writer, index, names, (("%", 1.0),), base)
    for index, (names, spelled, base) in enumerate(_COUNTS, len(_SHARES)):
        _target(writer, index, names, spelled, float(base * _SCALE[writer.level]))
    for index, (name, spelled, base) in enumerate(_LEVELS, len(_SHARES) + len(_COUNTS)):
        _target(writer, index, (name,), spelled, base)


def _target(
    writer: _Writer, index: int, names: tuple[str, ...], spelled: tuple[tuple[str, float], ...], base: float
) -> None:
    random = writer.random
    if random.random() < _GAP:
        return
    chance = random.random()
    value = base if chance < 0.6 else base * (1.05 if chance < 0.8 else 0.95)
    unit, factor = random.choice(spelled)
    value = round(value) if unit in _WHOLE else round(value * factor, 2)
    name = random.choice(names)
    figure = f"{value:,.2f}".rstrip("0").rstrip(".").translate({44: ".", 46: ","})
    quote = f"trên {figure}" if random.random() < 0.3 else figure
    quote = f"{quote}%" if unit == "%" else f"{quote} {unit}"
    late = random.random() < 0.1
    line = _said(writer, f"- {name[0].upper()}{name[1:]} đạt {quote}{' đến hết năm 2025' if late else ''};")
    comparator = "gt" if quote.startswith("trên") else "eq"
    criterion = str(index % _CRITERIA + 1) if index % 2 else None
    writer.put(
        "targets",
        Target,
        line,
        quote,
        criterion=criterion,
        indicator=name,
        change="reach",
        comparator=comparator,
        value=value,
        unit=unit,
        deadline="2025" if late else None,
    )
    if unit == "%":
        writer.put("percentages", Percentage, line, quote, value=value, comparator=comparator)
    if late:
        writer.put("dates", Date, line, "năm 2025", value="2025", bound="by")


def _assign(writer: _Writer) -> None:
    """Give each criterion to an agency, most with a time."""
    agencies = _AGENCIES[writer.level]
    for number in range(1, _CRITERIA + 1):
        agency = agencies[number % len(agencies)]
        line = _said(writer, f"Tiêu chí số {number}: {agency} chủ trì, hoàn thành trước tháng 12 năm 2024.")
        writer.put("criteria", Criterion, line, f"Tiêu chí số {number}", number=str(number), set="xa-2021")
        writer.put(
            "responsibilities",
            Responsibility,
            line,
            agency,
            agency=agency,
            roles=["lead"],
            criteria=[str(number)],
            layout="list",
        )
