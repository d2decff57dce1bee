"""OLE2, RTF and OpenDocument files that are refused before any other program sees them."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.reading import ReadingError, read_bytes
from extractor.reading.office import libreoffice
from extractor.reading.office.compound import Compound
from extractor.reading.office.word import check_word, has_macros, input_filter
from tests.reading.office.compound_files import Tree, compound
from tests.reading.office.documents import opendocument, rtf

INSTALLER = bytes.fromhex("84100c0000000000c000000000000046")
LONG = 5000


def text_stream(version: int = 193, flags: int = 0) -> bytes:
    return struct.pack("<HH6xH", 0xA5EC, version, flags).ljust(LONG, b"\0")


WORD: Tree = {"WordDocument": text_stream(), "0Table": bytes(LONG), "CompObj": b"Word"}
SOUND = compound(WORD)


def packed(mimetype: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", "<a/>")
    return buffer.getvalue()


def refusal(data: bytes) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "kế hoạch.doc")
    return caught.value


CASES = {
    "excel": (compound({"Workbook": bytes(LONG)}), "unsupported", "XLS (Excel)"),
    "powerpoint": (compound({"PowerPoint Document": bytes(LONG)}), "unsupported", "PPT (PowerPoint)"),
    "installer": (compound({"data": b"x"}, INSTALLER), "unsupported", "MSI (installer)"),
    "mail": (compound({"__properties_version1.0": b"x"}), "unsupported", "MSG (Outlook)"),
    "of another program": (compound({"Contents": b"x"}), "unsupported", "OLE2"),
    "locked docx": (compound({"EncryptionInfo": b"x", "EncryptedPackage": bytes(LONG)}), "encrypted", ""),
    "locked doc": (compound({**WORD, "WordDocument": text_stream(flags=0x0100)}), "encrypted", ""),
    "doc without its table": (compound({**WORD, "WordDocument": text_stream(flags=0x0200)}), "broken", "DOC"),
    "doc with little text": (compound({"WordDocument": b"\xec\xa5"}), "broken", "DOC"),
    "magic alone": (SOUND[:8], "broken", "OLE2"),
    "header alone": (SOUND[:512], "broken", "OLE2"),
    "zeros": (SOUND[:8] + bytes(2000), "broken", "OLE2"),
    "calc": (packed("application/vnd.oasis.opendocument.spreadsheet"), "unsupported", "OpenDocument (ODS, ODP)"),
    "odt without content": (packed("application/vnd.oasis.opendocument.text"), "broken", "ODT"),
    "locked odt": (
        opendocument("", members={"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "encrypted",
        "",
    ),
    "odt bomb": (opendocument(" " * 100_000_001), "too_large", "100 MB, at most 100 MB"),
}


@pytest.mark.parametrize(("data", "code", "detail"), CASES.values(), ids=CASES.keys())
def test_refused(data: bytes, code: str, detail: str) -> None:
    error = refusal(data)
    assert (error.code, error.detail) == (code, detail)


@pytest.mark.parametrize(
    ("version", "name"),
    [(101, "MS WinWord 6.0"), (104, "MS Word 95"), (193, "MS Word 97"), (274, "MS Word 97")],
)
def test_versions_of_word(version: int, name: str) -> None:
    assert input_filter(Compound(compound({**WORD, "WordDocument": text_stream(version)}))) == name


def test_macros_are_seen() -> None:
    assert not has_macros(Compound(SOUND))
    assert has_macros(Compound(compound({**WORD, "Macros": {"VBA": {"dir": b"x"}}})))


def test_streams_come_back_whole() -> None:
    tree: Tree = {"long": bytes(range(256)) * 40, "small": b"Word" * 30, "empty": b""}
    opened = Compound(compound(tree))
    assert {name: opened.stream(name) for name in tree} == tree
    assert opened.stream("none") is None


def test_a_large_file_has_more_tables_than_the_header_names() -> None:
    content = bytes(8_000_000)
    assert Compound(compound({"long": content})).stream("long") == content


def checked(data: bytes) -> str:
    """Return what the checks say; any exception but ReadingError fails the test."""
    try:
        check_word(Compound(data))
    except ReadingError as error:
        return error.code
    return "sound"


def test_sound_files_cut_off_anywhere_are_broken() -> None:
    assert checked(SOUND) == "sound"
    assert {checked(SOUND[:end]) for end in range(8, len(SOUND) - 512, 97)} == {"broken"}


@given(st.lists(st.tuples(st.integers(8, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=30))
@settings(max_examples=300, deadline=None)
def test_changed_bytes_give_a_verdict(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SOUND)
    for at, value in changes:
        data[at] = value
    assert checked(bytes(data)) in {"sound", "broken", "encrypted", "unsupported"}


@given(st.binary(max_size=3000))
@settings(max_examples=200, deadline=None)
def test_anything_after_the_magic_is_refused(tail: bytes) -> None:
    assert refusal(SOUND[:8] + tail).code == "broken"
    assert refusal(SOUND[:76] + tail).code in {"broken", "unsupported", "encrypted"}


def test_without_the_programs_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libreoffice.find_libreoffice() is None
    for data in (SOUND, rtf("Ke hoach"), opendocument("<text:p>Kế hoạch</text:p>")):
        error = refusal(data)
        assert error.code == "missing_program"
        assert error.message.endswith("sudo apt-get install libreoffice-writer")
        assert "libreoffice-writer" in error.message_vi
        assert "\n" not in error.message + error.message_vi
    assert read_bytes("Kế hoạch".encode()).text == "Kế hoạch"
