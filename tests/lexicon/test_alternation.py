import re

from extractor.lexicon.alternation import any_of, any_with_end, lowered


def test_the_longest_word_that_fits_is_found() -> None:
    pattern = re.compile(any_of(["xã", "xã hội", "xã hội hóa", "thôn"]) + r"(?!\w)")
    assert pattern.findall("xã hội hóa, xã hội, xã hộp, thôn, thônx") == ["xã hội hóa", "xã hội", "xã", "thôn"]


def test_signs_stand_for_themselves() -> None:
    assert re.findall(any_of([">", ">=", "+"]), "a >= 1 > + 0") == [">=", ">", "+"]


def test_a_word_begins_where_the_class_says() -> None:
    pattern = re.compile(any_of(["bản", "ấp"], not_behind=r"[^\W_]"))
    assert [m.span() for m in pattern.finditer("bản cấp ấp _ấp vănbản")] == [(0, 3), (8, 10), (12, 14)]


def test_each_word_has_its_own_end() -> None:
    pattern = re.compile(any_with_end({"mở": r"(?= \d)", "mở rộng": r"(?!\w)"}))
    assert [m[0] for m in pattern.finditer("mở 3 lớp, mở rộng 2 lớp, mở rộngx, mở lớp")] == ["mở", "mở rộng"]


def test_small_letters_keep_their_places() -> None:
    assert lowered("Xã ĐỒNG İ Á") == "xã đồng İ á"
