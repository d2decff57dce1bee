"""The points of form: what the rules ask, met or not."""

from typing import Any

import pytest

from extractor.checking.conformance import find_conformance, rules_in_force
from tests.checking.documents import evidence_of, marked_document

HEAD = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{number}
{date}
KẾ HOẠCH
Phòng, chống cháy rừng năm 2023

Căn cứ Luật Lâm nghiệp năm 2017;
Căn cứ Chỉ thị của Thủ tướng{joint}
Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:

<heading number=I title="MỤC ĐÍCH" level=1>I. MỤC ĐÍCH</heading>
Nâng cao trách nhiệm của chủ rừng{annex}.{end}
"""


def statuses(
    *,
    number: str = "Số: 08/KH-UBND",
    date: str = "Lào Cai, ngày 05 tháng 01 năm 2023",
    joint: str = ".",
    end: str = "/.",
    annex: str = "",
    tail: str = "",
    **plan: Any,
) -> dict[str, str]:
    text = HEAD.format(number=number, date=date, joint=joint, end=end, annex=annex) + tail
    plain = marked_document(text).view.text
    values = {
        "symbol": "KH-UBND",
        "code": number.removeprefix("Số: "),
        "title": "Phòng, chống cháy rừng năm 2023",
        "date": "2023-01-05",
        "issuer": {"name": "Ủy ban nhân dân tỉnh Lào Cai"},
        "signer": {"authority": "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH", "name": "Lê Văn Lâm"},
        "recipients": ["Như trên", "Lưu: VT, KT"],
        "evidence": {"code": evidence_of(plain, number), "date": evidence_of(plain, date)},
        **plan,
    }
    return {point.id: point.status for point in find_conformance(marked_document(text, **values))}


def test_a_document_that_keeps_the_rules() -> None:
    assert set(statuses().values()) == {"met"}


@pytest.mark.parametrize(
    ("point", "change"),
    [
        ("number", {"number": "Số: 8/KH-UBND"}),
        ("number", {"number": "Số: 08 /KH-UBND"}),
        ("number", {"number": "Số: /KH-UBND"}),
        ("date", {"date": "Lào Cai, ngày 5 tháng 01 năm 2023"}),
        ("date", {"date": "Lào Cai, ngày 05 tháng 03 năm 2023"}),
        ("date", {"date": "Lào Cai, ngày … tháng 01 năm 2023"}),
        ("bases", {"joint": "; Căn cứ Công văn của Bộ."}),
        ("bases", {"joint": ".\nCăn cứ Nghị quyết của Tỉnh ủy."}),
        ("end_mark", {"end": ""}),
        ("signing", {"signer": {"authority": "TM. ỦY BAN NHÂN DÂN", "position": "PHÓ CHỦ TỊCH"}}),
        ("signing", {"signer": {"position": "CHỦ TỊCH"}}),
        ("recipients", {"recipients": ["Như trên"]}),
        ("annexes", {"tail": '<heading number="Phụ lục" title=X level=1>Phụ lục X</heading>'}),
    ],
)
def test_one_rule_not_kept(point: str, change: dict[str, Any]) -> None:
    assert [id_ for id_, status in statuses(**change).items() if status == "not_met"] == [point]


def test_annexes_that_the_text_points_to() -> None:
    two = (
        '<heading number="Phụ lục {}" title=A level=1>Phụ lục {}</heading>\n'
        '<heading number="Phụ lục II" title=B level=1>Phụ lục II</heading>'
    )
    named = " (chi tiết tại Phụ lục kèm theo)"
    assert statuses(annex=named, tail=two.format("I", "I"))["annexes"] == "met"
    assert statuses(annex=named, tail=two.format("1", "1"))["annexes"] == "not_met"


@pytest.mark.parametrize(
    ("point", "change"),
    [
        ("signing", {"signer": {}}),
        ("recipients", {"recipients": []}),
        ("issuer", {"issuer": {"name": "Ủy ban nhân dân tỉnh Lào Cai", "inferred": True}}),
        ("number", {"code": None, "evidence": {}}),
    ],
)
def test_what_the_text_does_not_show(point: str, change: dict[str, Any]) -> None:
    assert statuses(**change)[point] == "not_visible"


def test_party_documents_and_other_texts_are_not_judged() -> None:
    assert statuses(symbol="KH/TU") == {}
    assert statuses(symbol=None, title=None) == {}


@pytest.mark.parametrize(
    ("date", "rules"),
    [
        ("2020-03-05", "NĐ 30/2020/NĐ-CP"),
        ("2020-02-12", "TT 01/2011/TT-BNV"),
        ("2009-07-XX", "TTLT 55/2005/TTLT-BNV-VPCP"),
        (None, "NĐ 30/2020/NĐ-CP"),
    ],
)
def test_rules_by_date(date: str | None, rules: str) -> None:
    assert rules_in_force(date) == rules
