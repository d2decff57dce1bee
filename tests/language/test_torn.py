"""Syllables that a poor text layer has torn are joined in the view; words that stand side by side are not."""

from pathlib import Path

import pytest

from extractor.language.build import build_view
from extractor.language.document import document_of_text
from extractor.language.torn import torn_edits
from extractor.language.view import Edit
from extractor.language.vocabulary import vocabulary_of
from tests.shared import seed_names, seed_text

CORPORA = Path(__file__).parents[2] / "corpora"
JOINED = [
    ("ĐIỀ U KHO ẢN THI HÀNH", "ĐIỀU KHOẢN THI HÀNH"),
    ("KẾ HO ẠCH\nPhòng, chống dịch b ệnh", "KẾ HOẠCH\nPhòng, chống dịch bệnh"),
    ("ủ y ban nhân dân huyện; Huyện ủ y; Ủ Y BAN NHÂN DÂN", "ủy ban nhân dân huyện; Huyện ủy; ỦY BAN NHÂN DÂN"),
    ("th ực hi ện ti ến độ theo qu y định", "thực hiện tiến độ theo quy định"),
    ("trước thá ng 6, kho ả ng 40 hộ", "trước tháng 6, khoảng 40 hộ"),
    ("uỷ ban nhân dân t ỉnh", "ủy ban nhân dân tỉnh"),
]
WHOLE = [
    "thú y viên, y tế xã, tuần y lệnh, có ý kiến, từ ủ bệnh đến sốt",
    "khu B an toàn, lớp C ăn trưa, nhóm A ở lại, tổ t, mục a, điểm c Khoản 2",
    "rộng 5 m, cao n mét, là em, cho anh, của ông, xã ít hộ, hộ ở xa, đã ổn định",
    "Ea Ô, Cư Ni, Ia O, Đắk Ơ, H'Mông, Y Tý, A Lưới, Ô Môn",
]


def torn(text: str) -> list[Edit]:
    return torn_edits(text, vocabulary_of(text))


@pytest.mark.parametrize(("text", "joined"), JOINED)
def test_is_joined(text: str, joined: str) -> None:
    assert build_view(text).string == joined


@pytest.mark.parametrize("text", WHOLE)
def test_words_side_by_side_stay(text: str) -> None:
    assert torn(text) == []


@pytest.mark.parametrize(
    "path", sorted(CORPORA.glob("*/*.txt")) + sorted(CORPORA.glob("families/*/text/*.txt")), ids=str
)
def test_no_word_of_a_sound_plan_is_joined(path: Path) -> None:
    assert torn(document_of_text(path.read_text("utf-8", "replace")).string) == []


@pytest.mark.parametrize("name", seed_names())
def test_no_word_of_a_real_plan_is_joined(name: str) -> None:
    assert torn(document_of_text(seed_text(name)).string) == []


def test_the_quote_is_what_stands_in_the_text() -> None:
    view = build_view("Đi ều kho ản thi hành")
    start = view.string.index("khoản")
    first, last = view.to_text(start, start + len("khoản"))
    assert view.text[first:last] == "kho ản"
