"""Files that cannot be read: each has its error, which says what to do."""

import io
import os
import pickle
import zipfile
from pathlib import Path

import docx
import pytest

from extractor.reading import ReadingError, read_bytes, read_file
from extractor.reading import errors as reading_errors
from extractor.reading.limits import MAX_TEXT_BYTES
from tests.reading.pdf_files import Page, pdf


def archive(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return buffer.getvalue()


def word_file(**changed: bytes) -> bytes:
    """A sound DOCX; `changed` replaces the content of members by their base name."""
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    document.save(buffer)
    with zipfile.ZipFile(buffer) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    for base, content in changed.items():
        members[f"word/{base}.xml"] = content
    return archive(members)


PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body></w:document>"""
ENCRYPTED_PDF = pdf(Page().text(85, 700, "Kế hoạch")).replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    b" /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
)

CASES = {
    "empty": (b"", "empty"),
    "blanks": (b" \n\t\n", "empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "empty"),
    "junk": (bytes(range(256)) * 20, "binary"),
    "program": (b"\x7fELF" + bytes(200), "binary"),
    "png": (PNG, "broken"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(100), "broken"),
    "tiff": (b"II*\x00" + bytes(100), "broken"),
    "webp": (b"RIFF\x10\x00\x00\x00WEBPVP8 " + bytes(100), "picture"),
    "heic": (b"\x00\x00\x00\x18ftypheic" + bytes(100), "picture"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "broken"),
    "odt": (archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "broken"),
    "xlsx": (archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}), "unsupported"),
    "zip named docx": (archive({"kế hoạch.txt": "Kế hoạch".encode()}), "not_a_document"),
    "cut zip": (word_file()[:2000], "broken"),
    "zip head alone": (b"PK\x03\x04" + bytes(30), "broken"),
    "word without body": (word_file(document=b"<a"), "broken"),
    "word with entities": (word_file(document=ENTITIES), "unsafe"),
    "zip bomb": (word_file(document=b" " * 120_000_000), "too_large"),
    "broken pdf": (b"%PDF-1.7\n" + b"nothing of a PDF" * 20, "broken"),
    "cut pdf": (pdf(Page().text(85, 700, "Kế hoạch"))[:60], "broken"),
    "encrypted pdf": (ENCRYPTED_PDF, "encrypted"),
    "scan": (pdf(Page().rule(0, 0, 100, 100)), "illegible"),
}


@pytest.mark.parametrize(("data", "code"), CASES.values(), ids=CASES.keys())
def test_bad_bytes_have_their_error(data: bytes, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "kế hoạch.docx")
    assert caught.value.code == code


def test_a_damaged_picture_is_told_once(recwarn: pytest.WarningsRecorder) -> None:
    with pytest.raises(ReadingError):
        read_bytes(b"II*\x00\x08\x00\x00\x00\x01\x00")
    assert [str(warning.message) for warning in recwarn] == []


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(b"a" * (MAX_TEXT_BYTES + 1))
    assert caught.value.code == "too_large"
    assert "20 MB" in caught.value.message


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "không có.txt", "missing"), (tmp_path, "not_a_file")):
        with pytest.raises(ReadingError) as caught:
            read_file(path)
        assert caught.value.code == code


def test_a_file_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kế hoạch")
    with pytest.raises(ReadingError) as caught:
        read_file(tmp_path / "a.txt" / "b.txt")
    assert caught.value.code == "missing"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadingError) as caught:
        read_file(tmp_path / "pipe")
    assert caught.value.code == "not_a_file"


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("Kế hoạch")
    # permissions do not bind the superuser, so the system's answer is played
    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(ReadingError) as caught:
        read_file(path)
    assert caught.value.code == "no_access"
    assert "Permission denied" in caught.value.message


def test_a_name_with_blanks_and_vietnamese_letters_is_recorded_composed(tmp_path: Path) -> None:
    path = tmp_path / "Ke\u0302\u0301 hoạch số 5.txt"
    path.write_text("Kế hoạch\n", encoding="utf-8")
    source = read_file(path)
    assert source.name == "Kế hoạch số 5.txt"
    assert source.text == "Kế hoạch\n"


def test_a_wrong_name_does_not_matter() -> None:
    assert read_bytes(word_file(), "kế hoạch.pdf").text == "Kế hoạch\n"
    assert read_bytes(pdf(Page().text(85, 700, "Kế hoạch")), "kế hoạch.txt").media_type == "application/pdf"


def test_each_error_has_a_code_of_its_own_and_speaks_both_languages() -> None:
    kinds = [kind for kind in vars(reading_errors).values() if isinstance(kind, type)]
    assert len({kind.code for kind in kinds if issubclass(kind, ReadingError)}) == 19
    error = reading_errors.PictureError("PNG")
    assert error.message.startswith("The file is a picture (PNG)")
    assert error.message_vi.startswith("Tệp là ảnh (PNG)")
    assert str(error) == error.message


def test_an_error_passes_from_one_process_to_another() -> None:
    error = pickle.loads(pickle.dumps(reading_errors.TooLargeError("60 MB, at most 20 MB")))
    assert isinstance(error, reading_errors.TooLargeError)
    assert error.message == reading_errors.TooLargeError("60 MB, at most 20 MB").message
