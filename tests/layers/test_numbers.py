import pytest

from extractor.layers.numbers import (
    Amount,
    amounts,
    comparator_before,
    parse_number,
    parse_words,
    single_amounts,
    with_comparators,
    word_amounts,
)
from extractor.lexicon.comparators import load_comparators


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3.250", 3250),
        ("60,5", 60.5),
        ("02", 2),
        ("1.000", 1000),
        ("1.234", 1234),
        ("12.5", 12.5),
        ("0.500", 0.5),
        ("0,05", 0.05),
        ("1.234.567,89", 1234567.89),
        ("350,000,000", 350_000_000),
        ("97,0", 97),
    ],
)
def test_parse_number(written: str, value: float) -> None:
    assert parse_number(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("một", 1),
        ("mười lăm", 15),
        ("Hai mươi", 20),
        ("hai mươi mốt", 21),
        ("chín mươi tư", 94),
        ("một trăm linh năm", 105),
        ("ba trăm năm mươi triệu", 350_000_000),
        ("hai tỷ ba trăm triệu", 2_300_000_000),
        ("hai nghìn không trăm hai mươi bốn", 2024),
        ("một nghìn hai trăm tỷ", 1_200_000_000_000),
        ("hai ba", None),
        ("mươi lăm", None),
        ("xã", None),
    ],
)
def test_parse_words(written: str, value: int | None) -> None:
    assert parse_words(written) == value


@pytest.mark.parametrize(
    "digits", ["9" * 16, "9" * 400, ".".join(["999"] * 7), ",".join(["999"] * 130), "1," + "3" * 16]
)
def test_more_digits_than_any_figure_has_are_no_number(digits: str) -> None:
    assert list(amounts(f"trồng {digits} ha, {digits}% số hộ")) == []


@pytest.mark.parametrize(
    ("string", "quote", "value", "upper", "of"),
    [
        ("xây dựng 1.250,5 km đường", "1.250,5", 1250.5, None, None),
        ("mỗi huyện 2-3 mô hình", "2-3", 2, 3, None),
        ("tăng thêm từ 3 - 5 trường", "3 - 5", 3, 5, None),
        ("mở từ 01 đến 02 lớp", "01 đến 02", 1, 2, None),
        ("giảm 1-1,5%/năm", "1-1,5", 1, 1.5, None),
        ("giảm từ 2%-3%", "2%-3", 2, 3, None),
        ("có 45/62 trạm y tế", "45/62", 45, None, 62),
        ("kéo 4,5km đường ống", "4,5", 4.5, None, None),
        ("đạt 30 giường.", "30", 30, None, None),
    ],
)
def test_amounts(string: str, quote: str, value: float, upper: float | None, of: float | None) -> None:
    (amount,) = amounts(string)
    assert string[amount.start : amount.end] == quote
    assert amount[2:] == (value, upper, of)


@pytest.mark.parametrize("string", ["15/3/2025/NĐ", "mục 2.1.3", "mạng N5", "A1.2"])
def test_no_whole_amount_in_codes(string: str) -> None:
    assert not [a for a in amounts(string) if a.of or a.upper]


def test_a_falling_pair_is_no_range() -> None:
    assert [a.value for a in amounts("Bảng 15 - 7 hộ")] == [15, 7]


def test_single_amounts_takes_ranges_apart() -> None:
    assert [a.value for a in single_amounts("từ 5-10 hộ, 3.000 con")] == [5, 10, 3000]


@pytest.mark.parametrize(
    ("string", "quote", "upper", "comparator"),
    [
        ("đạt từ 40 xã trở lên", "từ 40 xã trở lên", None, "ge"),
        ("cao hơn từ 10 xã trở lên", "cao hơn từ 10 xã trở lên", None, "ge"),
        ("Tối thiểu 03 xã", "Tối thiểu 03 xã", None, "ge"),
        ("đạt tối thiểu là 95 xã", "tối thiểu là 95 xã", None, "ge"),
        ("tối thiểu phải 95 xã", "95 xã", None, "eq"),
        ("ít nhất đạt 5 xã", "ít nhất đạt 5 xã", None, "ge"),
        ("không quá 12 xã", "không quá 12 xã", None, "le"),
        ("từ 12 xã trở xuống", "từ 12 xã trở xuống", None, "le"),
        ("chưa đến 7 xã", "chưa đến 7 xã", None, "lt"),
        ("khoảng 600 xã", "khoảng 600 xã", None, "approx"),
        ("khoảng trên 600 xã", "khoảng trên 600 xã", None, "gt"),
        ("lớn hơn hoặc bằng 6 xã", "lớn hơn hoặc bằng 6 xã", None, "ge"),
        ("≥ 6 xã", "≥ 6 xã", None, "ge"),
        ("<6 xã", "<6 xã", None, "lt"),
        ("từ 5-10 xã", "từ 5-10 xã", 10, "eq"),
        ("từ 5-10 xã trở lên", "từ 5-10 xã trở lên", 10, "ge"),
        ("có từ 5 xã", "từ 5 xã", None, "ge"),
        ("tăng từ 5 xã, lên lịch họp", "từ 5 xã", None, "ge"),
        ("nâng từ 5 xã lên 9", "5 xã", None, "eq"),
        ("phấn đấu đạt 9 xã", "9 xã", None, "eq"),
    ],
)
def test_with_comparators(string: str, quote: str, upper: float | None, comparator: str) -> None:
    amount = next(amounts(string))
    figure = with_comparators(string, amount, amount.end + len(" xã"))
    assert string[figure.start : figure.end] == quote
    assert (figure.upper, figure.comparator) == (upper, comparator)


def test_comparator_before() -> None:
    string = "đạt không dưới 7"
    assert comparator_before(string, len(string) - 1) == (4, "ge")
    assert comparator_before("đạt 7", 4) == (4, None)


def test_word_amounts_only_after_a_comparator() -> None:
    string = "mỗi xã ít nhất một mô hình, hai lớp, tối thiểu hai mươi lăm hộ; cao hơn năm trước, trên không gian mạng"
    found = list(word_amounts(string))
    assert [string[a.start : a.end] for a in found] == ["một", "hai mươi lăm"]
    assert [a.value for a in found] == [1, 25]


def test_every_comparator_of_the_lexicon_is_read() -> None:
    for words, comparator in load_comparators().before.items():
        string = f"đạt {words} 5"
        assert comparator_before(string, len(string) - 1) == (4, comparator)
    for words, comparator in load_comparators().after.items():
        assert with_comparators(f"5 {words}", Amount(0, 1, 5)).comparator == comparator
