"""Places resolved at the document's date; codes are those of the General Statistics Office, checked by hand."""

import pytest

from extractor.layers.places import Places
from extractor.layers.places.units import add_units
from extractor.lexicon.admin_unit_names import fold_name, without_marks
from extractor.lexicon.admin_units import load_admin_units
from extractor.pipeline import extract_text
from extractor.records import Target
from tests.checking.documents import found, marked_document
from tests.plans import PLAN


def of(name: str, level: str, date: str, text: str = "") -> Places:
    kind, _, place = name.partition(" ")
    if name.startswith(("thành phố", "thị xã", "thị trấn")):
        place = name.split(" ", 2)[2]
    issuer = {"name": f"Ủy ban nhân dân {name}", "level": level, "place": place}
    return Places(marked_document(text or f"Kế hoạch của {kind}", date=date, issuer=issuer))


@pytest.mark.parametrize(
    ("name", "level", "date", "expected"),
    [
        ("huyện Lộc Bình", "district", "2024-01-30", ("188", "20", ())),
        ("huyện Bắc Sơn", "district", "2020-02-12", ("185", "20", ())),
        ("xã Phúc Hòa", "commune", "2024-03-05", ("07324", "216", ("07330",))),
        ("xã Lộc Bình", "commune", "2025-08-01", ("06529", "20", ())),
        ("tỉnh Bắc Giang", "province", "2024-05-01", ("24", None, ("24",))),
        ("tỉnh Lạng Sơn", "province", "2026-01-05", ("20", None, ())),
        ("thành phố Hà Nội", "province", "2023-01-05", ("01", None, ())),
    ],
)
def test_issuers(name: str, level: str, date: str, expected: tuple[str, str | None, tuple[str, ...]]) -> None:
    unit = of(name, level, date, "Kế hoạch trên địa bàn huyện Tân Yên" if "Phúc Hòa" in name else "").own()
    assert unit is not None
    assert (unit.code, unit.parent, unit.successors) == expected


def test_a_homonym_is_settled_by_what_the_document_names() -> None:
    district = of("huyện Lộc Bình", "district", "2023-05-01", "Kế hoạch của huyện Lộc Bình, tỉnh Lạng Sơn")
    found_unit = district.resolve("xã Khánh Xuân")
    assert found_unit is not None
    assert (found_unit.code, found_unit.successors) == ("06544", ("06529",))
    cao_bang = of("huyện Bảo Lạc", "district", "2023-05-01", "Kế hoạch của huyện Bảo Lạc, tỉnh Cao Bằng")
    other = cao_bang.resolve("xã Khánh Xuân")
    assert other is not None
    assert other.code == "01336"


def test_a_homonym_that_nothing_settles_stays_open() -> None:
    assert of("xã Tân Lập", "commune", "2023-05-01").own() is None


def test_a_place_with_the_units_above_it() -> None:
    unit = of("tỉnh Cao Bằng", "province", "2023-05-01").resolve("xã Khánh Xuân, huyện Lộc Bình, tỉnh Lạng Sơn")
    assert unit is not None
    assert unit.code == "06544"


def test_there_are_no_districts_after_1_july_2025() -> None:
    later = of("tỉnh Lạng Sơn", "province", "2025-07-02")
    assert later.resolve("huyện Lộc Bình") is None
    commune = later.resolve("xã Lộc Bình")
    assert commune is not None
    assert (commune.code, commune.parent, commune.kind) == ("06529", "20", "xã")


def test_a_year_that_holds_both_kinds_of_units_leaves_what_changed_open() -> None:
    assert of("xã Lộc Bình", "commune", "2025-XX-XX").own() is None
    province = of("tỉnh Lạng Sơn", "province", "2025-XX-XX").own()
    assert province is not None
    assert province.code == "20"


def test_a_printed_province_that_fits_no_candidate_leaves_the_place_open() -> None:
    assert of("tỉnh Cao Bằng", "province", "2023-05-01").resolve("xã Khánh Xuân, tỉnh Nam Định") is None


def test_a_commune_of_another_province_is_no_guess() -> None:
    assert of("tỉnh Lạng Sơn", "province", "2023-05-01").resolve("xã Hải Minh") is None


@pytest.mark.parametrize("written", ["thôn Tân Thịnh", "địa bàn đô thị", "", "khu dân cư số 3"])
def test_what_is_no_unit(written: str) -> None:
    assert of("tỉnh Lạng Sơn", "province", "2024-07-02").resolve(written) is None


def test_names_are_folded() -> None:
    assert fold_name("HOÀ BÌNH") == fold_name("Hòa Bình")
    assert fold_name("Kì Sơn") == fold_name("Kỳ Sơn")
    assert fold_name("Phường 09") == fold_name("phường 9")
    assert fold_name("Hòa Bình") != fold_name("Hóa Bình")
    assert without_marks("Bắc Sợn") == without_marks("Bắc Sơn") == "bac son"


def test_every_successor_is_a_unit_of_today() -> None:
    gazetteer = load_admin_units()
    units = [unit for units in gazetteer._by_code.values() for unit in units]
    codes = {unit.code for unit in units if unit.in_force("2025-07-01")}
    assert len([u for u in units if u.level == "province" and u.in_force("2025-07-01")]) == 34
    assert len([u for u in units if u.level == "commune" and u.in_force("2025-07-01")]) == 3321
    assert {code for unit in units for code in unit.successors} <= codes


def test_units_in_the_record() -> None:
    text = PLAN.replace("MỘC SƠN", "LỘC BÌNH").replace("Mộc Sơn", "Lộc Bình")
    text = text.replace("được tiêm chủng", "xã Khánh Xuân được tiêm chủng")
    record = extract_text(text)
    assert record.plan.issuer.unit is not None
    assert (record.plan.issuer.unit.code, record.plan.issuer.unit.valid_at) == ("188", "2024-03-05")
    assert extract_text(text.replace("ngày 05 tháng 3", "ngày   tháng 3")).plan.issuer.unit == (
        record.plan.issuer.unit.model_copy(update={"valid_at": "2024-03-XX"})
    )
    target = next(t for t in record.targets if isinstance(t, Target))
    assert (target.place, target.place_unit) == ("xã Khánh Xuân", "06544")


@pytest.mark.parametrize("place", ["Xã Khánh Xuân, Tú Đoạn", "các xã Khánh Xuân", "thôn Đoàn, xã Khánh Xuân"])
def test_several_units_and_parts_of_one_have_no_code(place: str) -> None:
    target = Target.model_validate(
        {"quote": "x", "start": 0, "end": 1, "rule": "x", "change": "do", "value": 1, "place": place}
    )
    document = marked_document("x", date="2024-01-30", issuer={"name": "Ủy ban nhân dân huyện Lộc Bình"})
    document.records["targets"] = [target]
    add_units(document)
    assert document.records["targets"] == [target]


def test_nothing_is_loaded_for_a_text_without_issuer() -> None:
    load_admin_units.cache_clear()
    extract_text("Phấn đấu 95% trẻ em được tiêm chủng.")
    assert load_admin_units.cache_info().currsize == 0


LANG_SON = {
    "date": "2024-01-30",
    "issuer": {"name": "Ủy ban nhân dân huyện Lộc Bình", "level": "district", "place": "Lộc Bình"},
}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("UBND xã Khánh Xuân và xã Khanh Xuân", ["recognition"]),
        ("UBND xã Khánh Xuân và xã Khánh Xuân", []),
        ("UBND xã Khanh Xuân", []),
        ("UBND xã Khánh Xuân, thôn Khanh Xuân", []),
        ("UBND xã Khánh Xuân và xã Tân Mỹ Lộc", []),
        ("huyện Lộc Bình và huyện Lộc Binh năm 2024", ["recognition"]),
    ],
)
def test_misread_names(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(f"tỉnh Lạng Sơn, huyện Lộc Bình: {text}", **LANG_SON)] == codes
