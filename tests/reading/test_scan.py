"""Scans: PDF pages without sound text, and pictures."""

import ctypes
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw
from pypdfium2 import raw

from extractor.checking.doubts import with_doubts
from extractor.language.document import document_of
from extractor.pipeline import extract, extract_text
from extractor.reading import ReadingError, read_bytes, read_file
from extractor.reading.pdf.scanned import is_vietnamese
from extractor.reading.recognition import Recognition
from extractor.reading.scan import tesseract
from extractor.reading.scan.cleaning import clean, skew
from extractor.reading.scan.rules import take_rules
from extractor.reading.source import Word
from tests.plans import PLAN

CORPORA = Path(__file__).parents[2] / "corpora"
NEVER = Recognition("never")


def test_a_scanned_page_is_read_with_its_words_and_their_places() -> None:
    source = read_file(CORPORA / "scan/vu-xuan-2025.pdf")
    original = read_file(CORPORA / "pdf/vu-xuan-2025.pdf")
    lines, expected = document_of(source).string.split("\n"), document_of(original).string.split("\n")
    assert lines[0] == expected[0] == "ỦY BAN NHÂN DÂN"
    assert lines[2:6] == expected[2:6]
    assert [warning.code for warning in source.warnings] == ["recognised"]
    assert len(source.layout.words) == len(source.text.split())
    for word in source.layout.words:
        left, bottom, right, top = word.box
        assert source.text[word.start : word.end].strip()
        assert 0 <= left < right <= 595
        assert 0 <= bottom < top <= 842
        assert word.page == 1


def test_a_stamp_and_a_skew_leave_the_number_and_the_date_legible() -> None:
    plan = extract(CORPORA / "scan-degraded/phong-chay-truong-hoc-2022.pdf").plan
    assert (plan.code, plan.date, plan.place) == ("37/KH-THCSLTV", "2022-09-12", "Yên Sơn")


def test_a_tiff_of_two_pages() -> None:
    record = extract(CORPORA / "scan-other/giam-ngheo-xa-2022.tiff")
    same = extract(CORPORA / "pdf/giam-ngheo-xa-2022.pdf")
    assert (record.source.pages, record.source.media_type) == (2, "image/tiff")
    assert (record.plan.code, record.plan.date) == (same.plan.code, same.plan.date)


def test_a_png() -> None:
    source = read_file(CORPORA / "scan-other/vu-xuan-2025.png")
    assert source.media_type == "image/png"
    assert "KẾ HOẠCH" in document_of(source).string.split("\n")


def test_of_a_mixed_pdf_only_the_scanned_page_is_recognised() -> None:
    source = read_file(CORPORA / "scan-other/tiem-phong-xa-2014.pdf")
    assert {word.page for word in source.layout.words} == {2}
    assert [warning.code for warning in source.warnings] == ["recognised"]
    assert "page 2" in source.warnings[0].message
    without = read_file(CORPORA / "scan-other/tiem-phong-xa-2014.pdf", NEVER)
    assert without.text == source.text[: len(without.text) - 1] + "\n"
    assert [warning.code for warning in without.warnings] == ["pages_without_text"]


@pytest.mark.parametrize(
    ("path", "code"), [("scan/vu-xuan-2025.pdf", "scan"), ("scan-other/vu-xuan-2025.png", "picture")]
)
def test_never_means_never_and_says_so(path: str, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_file(CORPORA / path, NEVER)
    assert caught.value.code == code
    assert "--ocr auto" in caught.value.message


def test_without_tesseract_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    tesseract.model.cache_clear()
    with pytest.raises(ReadingError) as caught:
        read_file(CORPORA / "scan/vu-xuan-2025.pdf")
    assert caught.value.code == "no_ocr"
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in caught.value.message
    mixed = read_file(CORPORA / "scan-other/tiem-phong-xa-2014.pdf")
    assert [warning.code for warning in mixed.warnings] == ["pages_without_recognition"]
    tesseract.model.cache_clear()


def test_a_huge_picture_is_refused_by_its_header() -> None:
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    chunk = struct.pack(">I", len(head)) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    with pytest.raises(ReadingError) as caught:
        read_bytes(
            b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
        )
    assert caught.value.code == "too_large"
    assert "20000 × 20000" in caught.value.message


def test_a_blank_picture_is_illegible() -> None:
    buffer = io.BytesIO()
    Image.new("L", (1240, 1754), 255).save(buffer, "PNG")
    with pytest.raises(ReadingError) as caught:
        read_bytes(buffer.getvalue())
    assert caught.value.code == "illegible"


def lines_of_dashes(angle: float) -> Image.Image:
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    for y in range(200, 1500, 40):
        for x in range(150, 1000, 30):
            draw.rectangle((x, y, x + 18, y + 14), fill=0)
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


@pytest.mark.parametrize("angle", [-2.4, -0.6, 0.0, 1.3])
def test_skew_is_measured(angle: float) -> None:
    assert skew(np.asarray(lines_of_dashes(angle))) == pytest.approx(-angle, abs=0.1)


def test_a_red_stamp_goes_and_the_ink_below_it_stays() -> None:
    picture = Image.new("RGB", (600, 600), (240, 240, 240))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((100, 100, 400, 400), outline=(205, 30, 45), width=12)
    draw.rectangle((90, 240, 300, 250), fill=(30, 30, 30))
    cleaned = clean(np.asarray(picture), 300).picture
    assert cleaned[395, 250] > 250
    assert cleaned[245, 105] < 60


def test_rules_draw_cells_and_merged_ones() -> None:
    picture = Image.new("L", (1000, 600), 255)
    draw = ImageDraw.Draw(picture)
    for y in (100, 200, 300):
        draw.line((100, y, 900, y), fill=0, width=3)
    for x, top in ((100, 100), (400, 200), (900, 100)):
        draw.line((x, top, x, 300), fill=0, width=3)
    ruled = take_rules(np.asarray(picture))
    (cells,) = ruled.tables
    assert [(round(c.left, -2), round(c.top, -2), round(c.right, -2), round(c.bottom, -2)) for c in cells] == [
        (100, 100, 900, 200),
        (100, 200, 400, 300),
        (400, 200, 900, 300),
    ]
    assert ruled.picture.min() == 255


def test_a_text_layer_without_marks_or_in_pieces_is_poor() -> None:
    sound = (
        "Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân huyện ban hành Kế hoạch phòng, chống dịch bệnh. "
    )
    assert is_vietnamese(sound * 2)
    assert not is_vietnamese(
        "Can cu Luat To chuc chinh quyen dia phuong, Uy ban nhan dan huyen ban hanh Ke hoach nay " * 2
    )
    assert not is_vietnamese(
        "C3n ctr Luat T6 chirc chinh quy6n dja phuong, Uy ban nhan ddn huyQn ban hdnh K6 hoach " * 2
    )


def with_text_layer(scan: bytes, lines: list[str]) -> bytes:
    """Put unseen lines of text over the first page of a scan, as recognition by another program leaves them."""
    document = pdfium.PdfDocument(scan)
    page = document[0]
    for number, line in enumerate(lines):
        text = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 11)
        written = (line + "\0").encode("utf-16-le")
        assert raw.FPDFText_SetText(text, ctypes.cast(ctypes.create_string_buffer(written), raw.FPDF_WIDESTRING))
        assert raw.FPDFTextObj_SetTextRenderMode(text, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 72, 780 - 14 * number)
        raw.FPDFPage_InsertObject(page, text)
    page.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def test_a_page_with_a_poor_text_layer_is_recognised_anew(tmp_path: Path) -> None:
    path = tmp_path / "poor.pdf"
    poor = [
        "UY BAN NHAN DAN",
        "KE HOACH",
        "Gieo cay vu xuan nam 2025 tren dia ban xa",
        "trien khai thuc hien ngay 10/01/2025",
    ]
    path.write_bytes(with_text_layer((CORPORA / "scan/vu-xuan-2025.pdf").read_bytes(), poor))
    unread = extract(path, ocr="never")
    assert "Gieo cay vu xuan" in unread.text
    assert "recognised" not in [warning.code for warning in unread.warnings]
    record, original = extract(path), extract(CORPORA / "pdf/vu-xuan-2025.pdf")
    assert [warning.code for warning in record.warnings] == ["recognised"]
    assert "Gieo cay vu xuan" not in record.text
    assert (record.plan.code, record.plan.date, record.plan.issuer) == (
        original.plan.code,
        original.plan.date,
        original.plan.issuer,
    )


def test_values_on_doubtful_words_are_for_review() -> None:
    record = extract_text(PLAN)
    start = record.text.index("95%")
    date = record.text.index("tháng 3 năm 2024")
    words = [
        Word(start, start + 3, 1, (0, 0, 1, 1), 41.4),
        Word(date, date + 5, 1, (0, 0, 1, 1), 62.0),
        Word(0, 2, 1, (0, 0, 1, 1), 96.0),
    ]
    record = with_doubts(record, words)
    assert record.percentages[0].review == "low recognition confidence: '95%' (41)"
    assert record.plan.review["date"] == "low recognition confidence: 'tháng' (62)"
    assert "issuer" not in record.plan.review


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_on_its_side_or_head_is_turned_and_its_words_stand_where_they_are(turns: int) -> None:
    upright = Image.open(CORPORA / "scan-other/vu-xuan-2025.png").convert("L")
    buffer = io.BytesIO()
    upright.rotate(90 * turns, expand=True).save(buffer, "PNG", dpi=(300, 300))
    source, expected = read_bytes(buffer.getvalue()), read_file(CORPORA / "scan-other/vu-xuan-2025.png")
    assert document_of(source).string.split("\n")[:12] == document_of(expected).string.split("\n")[:12]
    width, height = (size * 72 / 300 for size in upright.size)
    (word,) = [word for word in source.layout.words if source.text[word.start : word.end] == "HOẠCH"]
    (right,) = [word for word in expected.layout.words if expected.text[word.start : word.end] == "HOẠCH"]
    x, y = (right.box[0] + right.box[2]) / 2, (right.box[1] + right.box[3]) / 2
    turned = {1: (height - y, x), 2: (width - x, height - y), 3: (y, width - x)}[turns]
    assert ((word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2) == pytest.approx(turned, abs=1.5)
