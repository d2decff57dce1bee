"""What recognition has misread is repaired where its neighbours tell what it was; sound text is never touched."""

import hashlib
from pathlib import Path

import pytest

from extractor.language.build import build_view
from extractor.language.document import document_of_text
from extractor.language.misread import misread_edits
from extractor.lexicon.compounds import load_compounds
from extractor.lexicon.person_names import load_person_names
from extractor.pipeline import extract_source
from extractor.reading import plain_layout
from extractor.reading.source import Layout, Source, Word
from extractor.records import Plan
from tests.shared import seed_names, seed_text
from tools.compounds import PLANS, ROOT, TARGET, lexicon

REPAIRED = [
    (
        "trong giải đoạn tới, bố sung kinh phí, theo đõi tiến độ",
        "trong giai đoạn tới, bổ sung kinh phí, theo dõi tiến độ",
    ),
    ("QUYÉLI ĐỊNH", "QUYẾT ĐỊNH"),
    ("hợp tác xã nỏng nghiệp; lông ghép các nguồn vốn", "hợp tác xã nông nghiệp; lồng ghép các nguồn vốn"),
    ("đưa tỷ lệ hộ ngheo xuống 3%", "đưa tỷ lệ hộ nghèo xuống 3%"),
    ("gửi trước ngay 15 tháng 6", "gửi trước ngày 15 tháng 6"),
    ("ngày 09 thang 3 nàm 2017", "ngày 09 tháng 3 năm 2017"),
    ("Hoàn thành trong quý I1/2024", "Hoàn thành trong quý II/2024"),
    ("- Sở Y tế (hb/c);\n- Lưu: V1, NC.", "- Sở Y tế (b/c);\n- Lưu: VT, NC."),
    ("- UBND tỉnh (để b/©);", "- UBND tỉnh (để b/c);"),
    ("Ban Thường vụ Huyện UV;", "Ban Thường vụ Huyện ủy;"),
    ("UBM11Q và M1TQ các cấp", "UBMTTQ và MTTQ các cấp"),
    ("tử vong trẻ em dưới 12%o", "tử vong trẻ em dưới 12‰"),
    ("TĨNH BẾN TRE", "TỈNH BẾN TRE"),
    ("HUYỆN THÁI THỦY\nTỉnh Thái Bình", "HUYỆN THÁI THỤY\nTỉnh Thái Bình"),
    ("CHỦ TỊCH\n\nNguyên Thị Hạnh", "CHỦ TỊCH\n\nNguyễn Thị Hạnh"),
    ("TRƯỜNG THCS LÊ HỔNG PHONG", "TRƯỜNG THCS LÊ HỒNG PHONG"),
    ("I. MỤC ĐÍCH\nII. MỤC TIÊU\nII. NHIỆM VỤ\nIV. KINH PHÍ", "I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. NHIỆM VỤ\nIV. KINH PHÍ"),
    ("L. MỤC ĐÍCH\nH. MỤC TIÊU\nIH. NHIỆM VỤ", "I. MỤC ĐÍCH\nII. MỤC TIÊU\nIII. NHIỆM VỤ"),
    ("I- MỤC TIÊU\nI- CHỈ TIÊU\nIII- TỔ CHỨC", "I- MỤC TIÊU\nII- CHỈ TIÊU\nIII- TỔ CHỨC"),
]
SOUND = [
    "phần đầu tư công, phân đầu mối, cụ thể mạnh dạn, chỉ ngân hàng mới được",
    "TU ngày 5 tháng 3; Sở Lao động họp với Sở Nội vụ; đồng bào Tày trong xã",
    "Đỗ Thị Quyên, Hoàng Văn Chiếu, Vừ A Pó, K'Brễ, H'Linh Niê, Rơ Châm Hyeo",
    "huyện Krông Búk, xã Ea Păl, thôn Đông Hòa, xã Tân Thạnh Đông, huyện Mới Lập",
    "I. MỤC ĐÍCH\nII. MỤC TIÊU\nII. NHIỆM VỤ\nIII. KINH PHÍ",
    "A. PHẦN CHUNG\nI. MỤC ĐÍCH\nII. MỤC TIÊU\nB. PHẦN RIÊNG\nI. NHIỆM VỤ\nII. KINH PHÍ",
    "(p/h), (t/h), (b/c), (để b/c); Lưu: VT, VX; VI. KINH PHÍ",
    "nắm 2015 hộ, nằm 3 tháng; quý III/2024; hằng năm 2 lần",
]


def recognised(text: str) -> Layout:
    """Return the layout of a text of which every word was recognised on one page."""
    return Layout(words=(Word(0, len(text), 1, (0, 0, 1, 1), 96.0),))


@pytest.mark.parametrize(("text", "repaired"), REPAIRED)
def test_is_repaired_in_the_view_of_a_scan(text: str, repaired: str) -> None:
    view = build_view(text, recognised(text))
    assert view.string == repaired.replace("\n\n", "\n")
    assert view.text == text


@pytest.mark.parametrize("text", SOUND)
def test_what_may_stand_stays(text: str) -> None:
    assert misread_edits(text) == []


CLEAN = sorted(path for pattern in (*PLANS, "corpora/held-out/*.txt") for path in ROOT.glob(pattern))


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_no_word_of_a_sound_plan_is_touched(path: Path) -> None:
    assert misread_edits(document_of_text(path.read_text("utf-8")).string) == []


@pytest.mark.parametrize("name", seed_names())
def test_no_word_of_a_real_plan_is_touched(name: str) -> None:
    assert misread_edits(document_of_text(seed_text(name)).string) == []


@pytest.mark.parametrize("path", CLEAN[::4], ids=lambda path: path.stem)
def test_no_word_of_a_plan_that_the_lexicon_has_not_seen_is_touched(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    others = tmp_path / "compounds.toml"
    others.write_text(lexicon([plan for plan in CLEAN if plan != path]), "utf-8")
    monkeypatch.setattr("extractor.lexicon.compounds.files", lambda package: tmp_path)
    load_compounds.cache_clear()
    try:
        assert misread_edits(document_of_text(path.read_text("utf-8")).string) == []
    finally:
        load_compounds.cache_clear()


def test_the_lexicon_of_compounds_is_fresh() -> None:
    plans = sorted(path for pattern in PLANS for path in ROOT.glob(pattern))
    assert TARGET.read_text("utf-8").endswith(lexicon(plans))


def test_names_of_people_are_told_with_their_marks() -> None:
    names = load_person_names()
    assert names.reading("Nguyễn", names.surnames) == "nguyễn"
    assert names.reading("Nguyên", names.surnames) == "nguyễn"
    assert names.reading("Ian", names.given) == "lan"
    assert names.reading("Brễ", names.given) is None


PLAN = """ỦY BAN NHÂN DÂN
HUYỆN THÁI THỦY
Số: 41/KH-UBND

Thái Thụy, ngay 12 tháng 3 nàm 2023

KẾ HOẠCH
Phòng, chống dịch bệnh, bố sung vắc xin năm 2023

I. MỤC TIÊU
Tiêm cho 95% trẻ em tỉnh Thái Bình.

Nơi nhận:
- Sở Y tế Thái Bình (hb/c);
- Lưu: VI, YT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Phạm Văn Đúc
"""


def test_the_values_of_a_scanned_plan_are_what_the_paper_says_and_the_quotes_what_was_read() -> None:
    layout = plain_layout(PLAN)
    words = (Word(0, len(PLAN), 1, (0, 0, 1, 1), 96.0),)
    scanned = Layout(layout.blocks, layout.tables, layout.pages, layout.emphasis, words)
    record = extract_source(Source(PLAN, scanned, hashlib.sha256(PLAN.encode()).hexdigest(), "application/pdf"))
    plan = record.plan
    assert record.text == PLAN
    assert plan.issuer.name == "Ủy ban nhân dân huyện Thái Thụy"
    assert plan.date == "2023-03-12"
    assert plan.title == "Phòng, chống dịch bệnh, bổ sung vắc xin năm 2023"
    assert plan.recipients == ["Sở Y tế Thái Bình (b/c)", "Lưu: VT, YT"]
    assert plan.evidence["recipients[1]"].quote == "Lưu: VI, YT."
    assert plan.evidence["title"].quote == "Phòng, chống dịch bệnh, bố sung vắc xin năm 2023"


def scanned_plan(number_line: str, date_line: str) -> Plan:
    """Return the plan of a scan with these two lines."""
    text = PLAN.replace("Số: 41/KH-UBND", number_line).replace("Thái Thụy, ngay 12 tháng 3 nàm 2023", date_line)
    layout = plain_layout(text)
    words = (Word(0, len(text), 1, (0, 0, 1, 1), 96.0),)
    scanned = Layout(layout.blocks, layout.tables, layout.pages, layout.emphasis, words)
    return extract_source(Source(text, scanned, hashlib.sha256(text.encode()).hexdigest(), "application/pdf")).plan


@pytest.mark.parametrize(
    "line", ["Số: /KH-UBND", "Số:      /KH-UBND", "Số: ...../KH-UBND", "Số: À2j /KH-UBND", "Số: #% /KH-UBND"]
)
def test_a_number_that_is_left_blank_or_illegible_by_hand_is_null_with_the_reason(line: str) -> None:
    plan = scanned_plan(line, "Thái Thụy, ngày 12 tháng 3 năm 2023")
    assert (plan.number, plan.symbol, plan.code) == (None, "KH-UBND", "/KH-UBND")
    assert plan.review["number"] == "left blank"
    assert "date" not in plan.review


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Thái Thụy, ngày tháng năm 2023", "2023-XX-XX"),
        ("Thái Thụy, ngày     tháng 3 năm 2023", "2023-03-XX"),
        ("Thái Thụy, ngày Á tháng 3 năm 2023", "2023-03-XX"),
        ("Thái Thụy, ngày 4j tháng 3 năm 2023", "2023-03-XX"),
        ("Thái Thụy, ngày 14 tháng Ÿ năm 2023", "2023-XX-14"),
    ],
)
def test_a_date_that_is_left_blank_or_illegible_by_hand_is_unknown_in_part_with_the_reason(
    line: str, date: str
) -> None:
    plan = scanned_plan("Số: 41/KH-UBND", line)
    assert (plan.place, plan.date) == ("Thái Thụy", date)
    assert plan.review["date"] == "left blank in part"
    assert "number" not in plan.review


def test_only_what_was_recognised_is_repaired() -> None:
    text = "trong giải đoạn tới\nbố sung kinh phí"
    layout = Layout(words=(Word(20, len(text), 2, (0, 0, 1, 1), 96.0),))
    assert build_view(text, layout).string == "trong giải đoạn tới\nbổ sung kinh phí"
    assert build_view(text).string == text
