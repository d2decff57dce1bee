"""The tables of the old encodings, held against glibc's where it stands and against known words."""

import shutil
import subprocess
import unicodedata

import pytest

from corpora.build.legacy import encode
from extractor.lexicon.encodings import legacy_font, load_encodings
from extractor.lexicon.syllables import is_syllable
from extractor.reading.legacy import convert

ENCODINGS = {encoding.name: encoding for encoding in load_encodings()}
LETTERS = [
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy"
    for tone in ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
]
LETTERS = [letter for letter in [*LETTERS, "đ"] if not letter.isascii()]


def test_every_letter_has_a_code() -> None:
    assert len(LETTERS) == 67
    capitals = [letter.upper() for letter in LETTERS]
    for name in ("vni", "viscii"):
        assert set(ENCODINGS[name].letters.values()) == {*LETTERS, *capitals}
    assert set(ENCODINGS["tcvn3"].letters.values()) == {*LETTERS, *"ĂÂĐÊÔƠƯ"}


@pytest.mark.iconv
@pytest.mark.parametrize(("name", "other"), [("tcvn3", "TCVN"), ("viscii", "VISCII")])
def test_tables_agree_with_glibc(name: str, other: str) -> None:
    iconv = shutil.which("iconv")
    assert iconv is not None
    for letter in sorted(set(ENCODINGS[name].letters.values())):
        command = [iconv, "-f", other, "-t", "UTF-8"]
        run = subprocess.run(command, input=encode(letter, name), capture_output=True, check=True)
        assert unicodedata.normalize("NFC", run.stdout.decode()) == letter


@pytest.mark.parametrize(
    ("name", "legacy", "text"),
    [
        ("tcvn3", "KÕ ho¹ch ph¸t triÓn kinh tÕ - x· héi", "Kế hoạch phát triển kinh tế - xã hội"),
        ("tcvn3", "Uû ban nh©n d©n tØnh, thµnh phè", "Uỷ ban nhân dân tỉnh, thành phố"),
        ("tcvn3", "§­êng giao th«ng ®­îc nhùa ho¸", "Đường giao thông được nhựa hoá"),
        ("tcvn3", "KÕ HO¹CH sè 15 (kÌm theo)", "KẾ HOẠCH số 15 (kèm theo)"),
        ("tcvn3", "ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"),
        ("tcvn3", "TM. Uû BAN NH¢N D¢N", "TM. UỶ BAN NHÂN DÂN"),
        ("tcvn3", "UBND X· T¢N L©M", "UBND XÃ TÂN LÂM"),
        ("tcvn3", "Sè: 12/Q§-UBND", "Số: 12/QĐ-UBND"),
        ("tcvn3", "Së GD&§T, TT. H§ND", "Sở GD&ĐT, TT. HĐND"),
        ("tcvn3", "§¥N VÞ HµNH CHÝNH", "ĐƠN VỊ HÀNH CHÍNH"),
        ("tcvn3", "TM. Uû ban nh©n d©n", "TM. Uỷ ban nhân dân"),
        ("tcvn3", "KÕ ho¹ch\n\n \nph¸t triÓn", "Kế hoạch\n\n \nphát triển"),
        ("vni", "Keá hoaïch phaùt trieån kinh teá - xaõ hoäi", "Kế hoạch phát triển kinh tế - xã hội"),
        ("vni", "Uûy ban nhaân daân tænh, thaønh phoá", "Ủy ban nhân dân tỉnh, thành phố"),
        ("vni", "ÑÖÔØNG GIAO THOÂNG NOÂNG THOÂN", "ĐƯỜNG GIAO THÔNG NÔNG THÔN"),
        ("vni", "ñöôïc nhöïa hoùa, kyù ngaøy", "được nhựa hóa, ký ngày"),
        ("viscii", "ðßþc nhña hóa, Kª hoÕch", "được nhựa hóa, Kế hoạch"),
    ],
)
def test_known_words(name: str, legacy: str, text: str) -> None:
    assert convert(legacy, ENCODINGS[name]) == text


def test_a_font_for_capitals_makes_all_letters_capitals() -> None:
    assert convert("kÕ ho¹ch n¨m 2004", ENCODINGS["tcvn3"], capitals=True) == "KẾ HOẠCH NĂM 2004"


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".vnarial narrowH", "tcvn3", False),
        ("ABCDEF+.VnTimeH,Bold", "tcvn3", True),
        ("#2EVnTimeH", "tcvn3", True),
        ("VNI-Times", "vni", False),
        ("VI Times", "viscii", False),
    ],
)
def test_fonts_tell_the_encoding(font: str, encoding: str, capitals: bool) -> None:
    found = legacy_font(font)
    assert found is not None
    assert (found.encoding.name, found.capitals) == (encoding, capitals)


@pytest.mark.parametrize("font", ["Times New Roman", "UVnTime", "Vni", "Arial", "Vivaldi", "", "VnExpress Sans"])
def test_fonts_of_unicode_tell_nothing(font: str) -> None:
    assert legacy_font(font) is None


@pytest.mark.parametrize("word", "nghiêng khuỷu quốc giữ gì ngoèo Đường uống oẳn ở yếu kiệm thuở quýt hoà hòa".split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", "ho¹ch thàc kàt über Zürich qế đđ caá España ẹt̀ bcd Kđăm".split())
def test_other_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)
