"""Reads the bare text of a .doc by antiword or catdoc, for machines without LibreOffice."""

import shutil
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from extractor.reading.errors import MissingProgramError, UnconvertedError
from extractor.reading.limits import CONVERSION_SECONDS
from extractor.reading.office.process import run
from extractor.reading.source import ReadingWarning, Source
from extractor.reading.text import read_text

_PROGRAMS = {
    "antiword": ["-m", "UTF-8.txt", "-w", "0"],
    "catdoc": ["-d", "utf-8", "-w"],
}
"""With the options for UTF-8 and one line a paragraph; the one that loses less stands first."""


def read_plainly(data: bytes) -> Source:
    """Read the bytes of a .doc; raises MissingProgramError where neither program is installed."""
    name = next((name for name in _PROGRAMS if shutil.which(name)), None)
    program = shutil.which(name) if name else None
    if name is None or program is None:
        raise MissingProgramError("libreoffice-writer")
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        document = Path(folder) / "document.doc"
        document.write_bytes(data)
        printed = run([program, *_PROGRAMS[name], str(document)], Path(folder), CONVERSION_SECONDS)
    if printed is None:
        raise UnconvertedError("DOC")
    source = read_text(printed)
    warnings = (_lossy(name), *source.warnings)
    return replace(source, sha256=sha256(data).hexdigest(), warnings=warnings)


def _lossy(program: str) -> ReadingWarning:
    return ReadingWarning(
        "read_plainly",
        f"Read by {program}, for LibreOffice is not installed: tables, automatic numbering, text boxes, bold, and of "
        "TCVN3 the letter ư and the capitals are lost or uncertain; install libreoffice-writer, then read it again.",
        f"Đọc bằng {program} vì chưa cài LibreOffice: bảng, số thứ tự tự động, khung chữ, chữ đậm, và chữ ư, chữ hoa "
        "của TCVN3 bị mất hoặc không chắc chắn; hãy cài libreoffice-writer rồi đọc lại.",
    )
