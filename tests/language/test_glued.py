"""Words that have lost the blank between them are parted in the view; whole words are left alone."""

import pytest

from extractor.language.build import build_view
from extractor.language.glued import glued_edits
from extractor.language.vocabulary import vocabulary_of

PARTED = [
    ("BANHÀNH KẾHOẠCH TRỒNG RỪNG", "BAN HÀNH KẾ HOẠCH TRỒNG RỪNG"),
    ("các cấp tổchức thựchiện Quyết địnhsố 5/QĐ-UBND", "các cấp tổ chức thực hiện Quyết định số 5/QĐ-UBND"),
    ("Luật Tổ chứcHĐND và UBNDcác cấp", "Luật Tổ chức HĐND và UBND các cấp"),
    ("căn cứ đề nghị củaGiám đốc Sở", "căn cứ đề nghị của Giám đốc Sở"),
    ("trên địa bàntỉnhHưng Yên", "trên địa bàn tỉnh Hưng Yên"),
    ("hội liên hiệp phụnữtham gia", "hội liên hiệp phụ nữ tham gia"),
    ("Uỷban nhân dân huyện; ngườicao tuổi", "Ủy ban nhân dân huyện; người cao tuổi"),
    ("việc xử lý văn bản trái phápán lệ", "việc xử lý văn bản trái pháp án lệ"),
]
WHOLE = [
    "dân tộc Xơđăng, Cơtu; Đắk Nông, Êđê, Krông Nô",
    "nguời dân đuợc huởng, thưong binh, truờng học",
    "khuếch trương, nghiêng, thuở, khúc khuỷu, giếng, quyền, chuyện, thượng",
    "mã QĐUBND, BĐATGT, CSDLQG, KHĐT, ĐHQGHN, TTĐT",
    "video, logo, photo, taxi, karaoke, Zalo, email",
]


@pytest.mark.parametrize(("text", "parted"), PARTED)
def test_is_parted(text: str, parted: str) -> None:
    assert build_view(text).string == parted


@pytest.mark.parametrize("text", WHOLE)
def test_stays_whole(text: str) -> None:
    assert glued_edits(text, vocabulary_of(text)) == []


def test_the_map_leads_back_to_the_letters_as_they_stand() -> None:
    view = build_view("Điều 1. Banhành kèm theoQuyết định này; thuỷlợi nội đồng")
    assert view.string == "Điều 1. Ban hành kèm theo Quyết định này; thủy lợi nội đồng"
    for words, as_written in (("Ban hành", "Banhành"), ("Quyết", "Quyết"), ("theo", "theo"), ("thủy", "thuỷ")):
        start = view.string.index(words)
        first, last = view.to_text(start, start + len(words))
        assert view.text[first:last] == as_written
