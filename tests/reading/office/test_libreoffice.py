"""RTF, OpenDocument and old Word files through LibreOffice: what is read, and what must not happen on the way."""

import hashlib
import io
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from corpora.build.__main__ import ROOT
from corpora.build.legacy import encode
from extractor.reading import ReadingError, read_bytes, read_file
from extractor.reading.office import libreoffice
from extractor.reading.source import Source
from tests.reading.office.compound_files import compound
from tests.reading.office.documents import opendocument, rtf, with_macro
from tests.reading.office.test_refused import WORD
from tests.reading.office.vba import with_vba

pytestmark = pytest.mark.libreoffice

FONTS = r"{\f0 Times New Roman;}{\f1\fcharset0 .VnTime;}{\f2\fcharset0 .VnTimeH;}{\f3\fcharset0 VNI-Times;}"
TABLE = (
    '<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>'
    '<table:table-cell table:number-columns-spanned="2"><text:p>Chỉ tiêu chung</text:p></table:table-cell>'
    "<table:covered-table-cell/></table:table-row><table:table-row><table:table-cell><text:p>Hộ nghèo</text:p>"
    "</table:table-cell><table:table-cell><text:p>2,5%</text:p></table:table-cell></table:table-row></table:table>"
)


def coded(text: str, name: str) -> str:
    """Write text in an old encoding as RTF does: the bytes as hexadecimal codes."""
    return "".join(f"\\'{code:02x}" for code in encode(text, name))


def codes(source: Source) -> list[str]:
    return [warning.code for warning in source.warnings]


def test_rtf_with_runs_in_old_encodings() -> None:
    data = rtf(
        rf"{{\f2 {coded('ủy ban nhân dân', 'tcvn3')}}}\par {{\f1 {coded('Phấn đấu được', 'tcvn3')}}} 15%\par "
        rf"{{\f3 {coded('Kế hoạch của xã', 'vni')}}}\par {{\f0 Cả huyện có ở xã}}\par",
        FONTS,
    )
    source = read_bytes(data, "kế hoạch.doc")
    assert source.text == "ỦY BAN NHÂN DÂN\nPhấn đấu được 15%\nKế hoạch của xã\nCả huyện có ở xã\n"
    assert codes(source) == ["legacy_encoding", "legacy_encoding"]
    assert source.media_type == "application/rtf"
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.name == "kế hoạch.doc"


def test_opendocument_with_table_and_fields_of_the_day() -> None:
    data = opendocument(
        "<text:p>Số: 12/KH-UBND, ngày <text:date>2019-03-05</text:date></text:p>" + TABLE + "<text:p>Hết</text:p>"
    )
    source = read_bytes(data)
    assert source.text == "Số: 12/KH-UBND, ngày\nChỉ tiêu chung\t\nHộ nghèo\t2,5%\nHết\n"
    (table,) = source.layout.tables
    assert [(cell.row, cell.column, cell.column_span) for cell in table.cells] == [(0, 0, 2), (1, 0, 1), (1, 1, 1)]
    assert codes(source) == ["live_fields_left_out"]
    assert source.media_type == "application/vnd.oasis.opendocument.text"


@pytest.fixture
def server() -> Iterator[tuple[int, list[bytes]]]:
    """Give the port of a server on this machine, and what it was asked."""
    asked: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                asked.append(connection.recv(1000))
                connection.sendall(b"HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1], asked
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


def linked(port: int, secret: Path) -> list[bytes]:
    """Give documents that name a picture, a template and texts elsewhere."""
    there = f"http://127.0.0.1:{port}"
    section = '<text:section text:name="{}"><text:section-source xlink:href="{}"/><text:p>cũ</text:p></text:section>'
    picture = f'<draw:frame svg:width="5cm" svg:height="5cm"><draw:image xlink:href="{there}/a.png"/></draw:frame>'
    texts = section.format("A", secret.as_uri()) + section.format("B", f"{there}/b.odt")
    field = r"{{\field{{\*\fldinst {} }}{{\fldrslt cu}}}}"
    return [
        opendocument(f"<text:p>Kế hoạch{picture}</text:p>{texts}"),
        rtf(
            rf"{{\*\template {there}/mau.dot}}Ke hoach "
            + field.format(f'INCLUDEPICTURE "{there}/c.png" \\\\d')
            + field.format(f'INCLUDETEXT "{secret}"')
        ),
        linked_word(there),
    ]


def linked_word(there: str) -> bytes:
    """Give a DOCX with a template and a picture elsewhere."""
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document.part._settings_part.relate_to(f"{there}/mau.dotx", f"{kinds}/attachedTemplate", is_external=True)
    document.part.relate_to(f"{there}/d.png", f"{kinds}/image", is_external=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_links_are_not_followed(server: tuple[int, list[bytes]], tmp_path: Path) -> None:
    port, asked = server
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu")
    texts = [read_bytes(data).text for data in linked(port, secret)]
    assert asked == []
    assert [text.split()[:2] for text in texts] == [["Kế", "hoạch"], ["Ke", "hoach"], ["Kế", "hoạch"]]
    assert not any("khẩu" in text for text in texts)


def wait_for(path: Path, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    return path.exists()


def test_macros_are_not_run(tmp_path: Path) -> None:
    """The macro does run where it is allowed to, so that the test proves something."""
    mark = tmp_path / "ran"
    data = with_macro("<text:p>Kế hoạch</text:p>", f'f = FreeFile\nOpen "{mark}" For Output As #f\nClose #f')
    source = read_bytes(data)
    assert not mark.exists()
    assert source.text == "Kế hoạch\n"
    assert codes(source) == ["macros_not_run"]

    document = tmp_path / "macro.odt"
    document.write_bytes(data)
    profile = tmp_path / "profile"
    libreoffice.write_profile(profile)
    settings = profile / "user/registrymodifications.xcu"
    settings.write_text(settings.read_text().replace(">3<", ">0<").replace(">true<", ">false<"))
    program = libreoffice.find_libreoffice()
    assert program is not None
    opened = subprocess.Popen(
        [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", str(document)],
        env={**os.environ, "HOME": str(tmp_path)}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert wait_for(mark, 60)
    finally:
        os.killpg(opened.pid, signal.SIGKILL)
        opened.wait()


def test_macros_of_an_old_word_file_are_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    write = f'Open "{mark}" For Output As #1\nClose #1'
    module = f"Sub AutoOpen()\n{write}\nEnd Sub\nPrivate Sub Document_Open()\n{write}\nEnd Sub\n"
    sound = (ROOT / "corpora/doc/nong-thon-moi-huyen-2023.doc").read_bytes()
    source = read_bytes(with_vba(sound, module))
    assert not mark.exists()
    assert codes(source) == ["macros_not_run"]
    assert source.text == read_file(ROOT / "corpora/docx/nong-thon-moi-huyen-2023.docx").text


def outcome(data: bytes) -> str:
    """Return what reading comes to; any exception but ReadingError fails the test."""
    try:
        return read_bytes(data).text
    except ReadingError as error:
        return error.code


def test_junk_in_each_format_gives_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    junk = [b"{\\rtf1" + bytes(range(1, 256)) * 5, compound(WORD), opendocument("<text:p>")]
    with ThreadPoolExecutor(2) as pool:
        assert set(pool.map(outcome, junk)) <= {"empty", "broken", "unconverted"}
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    program = shutil.which("false")
    monkeypatch.setattr("extractor.reading.office.find_libreoffice", lambda: program)
    assert outcome(rtf("Ke hoach")) == "unconverted"
