"""What document systems exchange: the metadata of NĐ 30/2020/NĐ-CP, Phụ lục VI, and the header of an edXML message.

Only what the document gives stands there: a value that a person should look at is left out, a date that is not full is
left out, and so is what no document says of itself (codes of organs, retention).
"""

import re
from typing import Any
from xml.etree import ElementTree

from extractor.records import PlanRecord

EDXML = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
_TYPE_NAMES = {"KH": "Kế hoạch"}
_LENGTHS = {
    "TypeName": 100,
    "CodeNumber": 11,
    "CodeNotation": 30,
    "OrganName": 200,
    "Subject": 500,
    "Position": 100,
    "FullName": 50,
}
"""Greatest numbers of letters (NĐ 30/2020/NĐ-CP, Phụ lục VI, phần II)."""
_FULL_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document_metadata(record: PlanRecord) -> dict[str, Any]:
    """Return the metadata of NĐ 30/2020/NĐ-CP, Phụ lục VI, phần II, under its names."""
    known = _Known(record)
    signer = _only({"Position": known.value("signer.position"), "FullName": known.value("signer.name")})
    fields = {
        "TypeName": _TYPE_NAMES[record.plan.type],
        "CodeNumber": known.value("number"),
        "CodeNotation": known.value("symbol"),
        "IssuedDate": known.date("{2}/{1}/{0}"),
        "OrganName": known.value("issuer.name"),
        "Subject": known.value("title"),
        "PageAmount": record.source.pages,
        "SignerInfo": signer or None,
        "ToPlaces": known.recipients() or None,
    }
    return _only(fields)


def edxml_header(record: PlanRecord) -> str:
    """Return the header of an edXML message (QCVN 102:2016/BTTTT), without what the sending system alone knows."""
    known = _Known(record)
    header: dict[str, Any] = {
        "From": {"OrganName": known.value("issuer.name")},
        "Code": {"CodeNumber": known.value("number"), "CodeNotation": known.value("symbol")},
        "PromulgationInfo": {"Place": known.value("place"), "PromulgationDate": known.date("{0}/{1}/{2}")},
        "DocumentType": {"TypeName": _TYPE_NAMES[record.plan.type]},
        "Subject": known.value("title"),
        "SignerInfo": {
            "Competence": known.value("signer.authority"),
            "Position": known.value("signer.position"),
            "FullName": known.value("signer.name"),
        },
        "ToPlaces": {"Place": known.recipients()},
        "OtherInfo": {"PageAmount": record.source.pages},
    }
    ElementTree.register_namespace("edXML", EDXML)
    envelope = ElementTree.Element(f"{{{EDXML}}}edXMLEnvelope")
    _add(envelope, "edXMLHeader", {"MessageHeader": header})
    ElementTree.indent(envelope)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(envelope, encoding="unicode")}\n'


class _Known:
    """The values of a plan that need no second look, each at most as long as its field allows."""

    def __init__(self, record: PlanRecord) -> None:
        self.plan = record.plan

    def value(self, path: str) -> str | None:
        value: Any = self.plan
        for name in path.split("."):
            value = getattr(value, name)
        return None if value is None or self._doubtful(path) else str(value)

    def date(self, form: str) -> str | None:
        found = _FULL_DATE.fullmatch(self.plan.date or "")
        return form.format(*found.groups()) if found and not self._doubtful("date") else None

    def recipients(self) -> list[str]:
        """Return who receives the document; the file copy ('Lưu: VT') is sent to nobody."""
        if self._doubtful("recipients"):
            return []
        return [recipient for recipient in self.plan.recipients if not recipient.startswith("Lưu")]

    def _doubtful(self, path: str) -> bool:
        return path in self.plan.review or path.split(".", maxsplit=1)[0] in self.plan.review


def _only(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: _fitted(name, value) for name, value in fields.items() if value is not None}


def _fitted(name: str, value: Any) -> Any:
    most = _LENGTHS.get(name)
    return value if most is None or len(value) <= most else f"{value[: most - 1].rstrip()}…"


def _add(parent: ElementTree.Element, name: str, value: Any) -> None:
    """Add what is known below an element; nothing for what is not."""
    if isinstance(value, list):
        for item in value:
            _add(parent, name, item)
    elif isinstance(value, dict):
        element = ElementTree.Element(f"{{{EDXML}}}{name}")
        for below, item in value.items():
            _add(element, below, item)
        if len(element):
            parent.append(element)
    elif value is not None:
        text = _NOT_IN_XML.sub("", str(value))
        ElementTree.SubElement(parent, f"{{{EDXML}}}{name}").text = str(_fitted(name, text))
