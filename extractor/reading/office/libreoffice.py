"""Converts documents by LibreOffice, which is shut in: its own profile for each file, no macros, no links.

A profile of its own lets any number of conversions run side by side and leaves the user's settings alone.
"""

import shutil
import tempfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from extractor.reading.errors import UnconvertedError
from extractor.reading.limits import CONVERSION_SECONDS, MAX_FILE_BYTES, check_size
from extractor.reading.office.process import run

_NOWHERE = "127.0.0.1"
_DISCARD = 9
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_WRITER = "/org.openoffice.Office.Writer"
_PROXY = "/org.openoffice.Inet/Settings"
SETTINGS: tuple[tuple[str, str, str | int | bool], ...] = (
    (_SCRIPTING, "MacroSecurityLevel", 3),
    (_SCRIPTING, "DisableMacrosExecution", True),
    (_SCRIPTING, "BlockUntrustedRefererLinks", True),
    (f"{_WRITER}/Filter/Import/VBA", "Load", False),
    (f"{_WRITER}/Filter/Import/VBA", "Executable", False),
    (f"{_WRITER}/Content/Update", "Link", 2),
    # should a link be followed all the same, the proxy that it is sent to is one that nobody serves
    (_PROXY, "ooInetProxyType", 2),
    (_PROXY, "ooInetHTTPProxyName", _NOWHERE),
    (_PROXY, "ooInetHTTPProxyPort", _DISCARD),
    (_PROXY, "ooInetHTTPSProxyName", _NOWHERE),
    (_PROXY, "ooInetHTTPSProxyPort", _DISCARD),
    (_PROXY, "ooInetFTPProxyName", _NOWHERE),
    (_PROXY, "ooInetFTPProxyPort", _DISCARD),
)
"""Macros are never run, linked content is never loaded or updated (2: never)."""


def find_libreoffice() -> str | None:
    """Return the path of LibreOffice's program; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(program: str, data: bytes, suffix: str, input_filter: str, target: str = "docx") -> bytes:
    """Convert the bytes of a document to those of another format; raises UnconvertedError where LibreOffice fails.

    `input_filter` is LibreOffice's name of the format: left to guess, it takes damaged files for plain text.
    """
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        write_profile(folder / "profile")
        document = folder / f"document.{suffix}"
        document.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore", "--nologo", "--nolockcheck",
            f"--infilter={input_filter}", "--convert-to", target, "--outdir", str(folder / "out"), str(document),
        ]  # fmt: skip
        run(command, folder, CONVERSION_SECONDS)
        try:
            converted = folder / f"out/document.{target}"
            check_size(converted.stat().st_size, MAX_FILE_BYTES)
            return converted.read_bytes()
        except FileNotFoundError:
            raise UnconvertedError(suffix.upper()) from None


def write_profile(folder: Path) -> None:
    """Write a user profile with the settings that shut LibreOffice in."""
    (folder / "user").mkdir(parents=True)
    items = "".join(
        f'<item oor:path={quoteattr(path)}><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{str(value).lower()}</value></prop></item>\n"
        for path, name, value in SETTINGS
    )
    (folder / "user/registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n' + items + "</oor:items>\n",
        encoding="utf-8",
    )
