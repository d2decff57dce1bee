"""The document itself: header, title, signature, recipients (contract section 2)."""

from typing import Literal

from pydantic import Field

from extractor.records.common import Evidence, Model

Level = Literal["central", "province", "district", "commune", "other"]


class Unit(Model):
    """Đơn vị hành chính: an administrative unit, with the codes of the General Statistics Office."""

    code: str = Field(
        description="Of the General Statistics Office: '01' of a province, '001' of a district, '00001' of a commune"
    )
    kind: str = Field(description="'tỉnh', 'huyện', 'xã' …")
    level: Literal["province", "district", "commune"] = Field(description="Which of the three")
    parent: str | None = Field(default=None, description="Code of the unit above it")
    valid_at: str | None = Field(default=None, description="The document's date, for which it was looked up; EDTF")
    successors: list[str] = Field(default=[], description="Codes from 1 July 2025 on, where it ended then")


class Issuer(Model):
    """Cơ quan ban hành: the body that issues the plan."""

    name: str | None = Field(default=None, description="Full canonical name: 'Ủy ban nhân dân huyện Thanh Hà'")
    level: Level | None = Field(default=None, description="Whose level the issuer has")
    place: str | None = Field(default=None, description="The unit's proper name alone: 'Thanh Hà'")
    inferred: bool = Field(default=False, description="True when the header does not state it as such")
    unit: Unit | None = Field(default=None, description="The unit it governs; null where it can't be told")


class Signer(Model):
    """Người ký: the signature block (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7)."""

    authority: str | None = Field(default=None, description="'TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'")
    position: str | None = Field(default=None, description="'CHỦ TỊCH', 'PHÓ CHỦ TỊCH'")
    name: str | None = Field(default=None, description="As printed below the signature; null where it is left blank")


class Plan(Model):
    """Thể thức của kế hoạch: the header and footer values, null where the document does not give them."""

    type: Literal["KH"] = Field(default="KH", description="The document type's abbreviation")
    number: str | None = Field(default=None, description="As printed: '74'; null where it is left blank")
    symbol: str | None = Field(default=None, description="Ký hiệu: 'KH-UBND'")
    code: str | None = Field(default=None, description="'74/KH-UBND'; '/KH-UBND' when the number is left blank")
    issuer: Issuer = Field(default=Issuer(), description="Cơ quan ban hành")
    place: str | None = Field(default=None, description="Địa danh of the date line: 'Thanh Hà'")
    date: str | None = Field(default=None, description="EDTF, '2021-XX-XX' when day and month are left blank")
    title: str | None = Field(default=None, description="Trích yếu, on one line, markup removed")
    period: str | None = Field(default=None, description="EDTF of the time that the plan is for, from its title")
    signer: Signer = Field(default=Signer(), description="Người ký")
    recipients: list[str] = Field(
        default=[], description="The lines under Nơi nhận, as written, without dash and final sign"
    )
    evidence: dict[str, Evidence] = Field(
        default={}, description="Where each value stands, by field name ('issuer', 'date', 'signer.name', …)"
    )
    rules: dict[str, str] = Field(default={}, description="Id of the rule that made each value, by field name")
    review: dict[str, str] = Field(default={}, description="Why a value should be looked at, by field name")
