"""Organs: full names, and the phrases that find their heads."""

import pytest

from extractor.lexicon.organs import canonical_name, load_organs
from extractor.lexicon.phrases import KindPhrases
from extractor.lexicon.role_verbs import load_role_verbs


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("UBND huyện Kim Bôi", "Ủy ban nhân dân huyện Kim Bôi"),
        ("Phòng NN&PTNT", "Phòng Nông nghiệp và Phát triển nông thôn"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("BCĐ XD NTM xã", "Ban Chỉ đạo Xây dựng nông thôn mới xã"),
        ("Phòng TC - KH", "Phòng Tài chính - Kế hoạch"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_canonical_name(written: str, full: str) -> None:
    assert canonical_name(written) == full


def test_the_longest_phrase_is_found_without_regard_to_case() -> None:
    phrases = KindPhrases({"field": ["Văn hóa", "Văn hóa, Thể thao và Du lịch", "Kế hoạch và Đầu tư"]})
    assert phrases.ends("VĂN HÓA, THỂ THAO VÀ DU LỊCH", 0) == {"field": 28}
    assert phrases.ends("văn hóa cơ sở", 0) == {"field": 7}
    assert phrases.ends("Kế hoạch & Đầu tư", 0) == {"field": 17}
    assert phrases.ends("Kế hoạch", 0) == {}


def test_the_lexicons_hold_what_the_layers_need() -> None:
    assert "UBND" in load_organs().alone
    assert load_role_verbs().roles["lead"][0] == "chủ trì"


def test_phrases_of_several_kinds_are_found_at_once() -> None:
    phrases = KindPhrases({"head": ["Ban", "Ban Chỉ đạo"], "verb": ["Ban hành"]})
    assert phrases.ends("Ban Chỉ đạo tỉnh", 0) == {"head": 11}
    assert phrases.ends("ban hành kế hoạch", 0) == {"head": 3, "verb": 8}
    assert phrases.ends("Sở Y tế", 0) == {}
