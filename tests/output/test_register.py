"""The register and the metadata: what the plan says, nothing made up."""

from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest

from extractor.output.metadata import EDXML, document_metadata, edxml_header
from extractor.output.register import vietnamese_date, write_register
from extractor.pipeline import extract_text
from extractor.records import PlanRecord
from tests.plans import PLAN

BLANKS = PLAN.replace("Số: 12/", "Số:    /").replace("ngày 05 tháng 3 năm", "ngày    tháng    năm")


def changed(record: PlanRecord, **values: object) -> PlanRecord:
    return record.model_copy(update={"plan": record.plan.model_copy(update=values)})


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2024-03-05", "05/3/2024"),
        ("2024-02-15", "15/02/2024"),
        ("2024-10-01", "01/10/2024"),
        ("2021-XX-XX", "…/…/2021"),
        ("2021-05-XX", "…/5/2021"),
        ("2021-11", "11/2021"),
        ("2021", "2021"),
        (None, None),
    ],
)
def test_dates_are_never_completed(edtf: str | None, written: str | None) -> None:
    assert vietnamese_date(edtf) == written


def test_register(tmp_path: Path) -> None:
    blank = extract_text(BLANKS)
    doubtful = changed(extract_text(PLAN), review={"date": "?", "signer.name": "?"}, period="2021/2025", title="- A")
    write_register(tmp_path / "so.xlsx", [("b", blank), ("a", doubtful), ("c", changed(blank, date=None, code=None))])
    sheet = openpyxl.load_workbook(tmp_path / "so.xlsx")["Sổ đăng ký"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head == (
        *("STT", "Số, ký hiệu", "Ngày tháng", "Tác giả", "Trích yếu nội dung", "Người ký", "Chức vụ", "Nơi nhận"),
        *("Số trang", "Thời kỳ", "Tên tệp", "Ghi chú"),
    )
    assert rows[0][:8] == (
        *(1, "12/KH-UBND", "05/3/2024", "Ủy ban nhân dân huyện Mộc Sơn", "- A", "Nguyễn Văn An", "PHÓ CHỦ TỊCH"),
        "Sở Y tế; Lưu: VT",
    )
    assert rows[0][8:11] == (None, "2021-2025", "a")
    assert str(rows[0][11]).startswith("cần xem lại: ngày tháng, người ký")
    assert rows[1][:3] == (2, "…/KH-UBND", "…/…/2024")
    assert rows[2][:3] == (3, None, None)
    assert sheet.freeze_panes == "A2"


def test_metadata() -> None:
    record = extract_text(PLAN)
    assert document_metadata(record) == {
        "TypeName": "Kế hoạch",
        "CodeNumber": "12",
        "CodeNotation": "KH-UBND",
        "IssuedDate": "05/03/2024",
        "OrganName": "Ủy ban nhân dân huyện Mộc Sơn",
        "Subject": "Phòng, chống dịch bệnh mùa hè năm 2024",
        "SignerInfo": {"Position": "PHÓ CHỦ TỊCH", "FullName": "Nguyễn Văn An"},
        "ToPlaces": ["Sở Y tế"],
    }


def test_what_is_unknown_or_doubtful_is_left_out() -> None:
    assert {"CodeNumber", "IssuedDate"}.isdisjoint(document_metadata(extract_text(BLANKS)))
    doubtful = changed(extract_text(PLAN), review={"number": "of the decision", "date": "of the decision"})
    assert {"CodeNumber", "IssuedDate"}.isdisjoint(document_metadata(doubtful))
    assert "PromulgationDate" not in edxml_header(doubtful)


def test_a_subject_too_long_for_its_field() -> None:
    subject = document_metadata(changed(extract_text(PLAN), title="a" * 600))["Subject"]
    assert (len(subject), subject[-2:]) == (500, "a…")


def test_edxml_header() -> None:
    record = changed(extract_text(PLAN), title="Hợp tác A&B <2024>\x0b")
    root = ElementTree.fromstring(edxml_header(record))
    names = {"e": EDXML}
    assert root.tag == f"{{{EDXML}}}edXMLEnvelope"
    found = {
        path: root.findtext(f"e:edXMLHeader/e:MessageHeader/{path}", None, names)
        for path in (
            *("e:From/e:OrganName", "e:Code/e:CodeNumber", "e:Code/e:CodeNotation", "e:PromulgationInfo/e:Place"),
            *("e:PromulgationInfo/e:PromulgationDate", "e:DocumentType/e:TypeName", "e:Subject", "e:ToPlaces/e:Place"),
            *("e:SignerInfo/e:Competence", "e:SignerInfo/e:FullName", "e:DocumentId", "e:OtherInfo"),
        )
    }
    assert list(found.values()) == [
        *("Ủy ban nhân dân huyện Mộc Sơn", "12", "KH-UBND", "Mộc Sơn", "2024/03/05", "Kế hoạch"),
        *("Hợp tác A&B <2024>", "Sở Y tế", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "Nguyễn Văn An", None, None),
    ]
