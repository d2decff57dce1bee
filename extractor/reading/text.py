"""Bytes of a plain text to `Source`: Unicode, Windows-1258 or older, composed (NFC), line ends as LF."""

import codecs
import hashlib
import unicodedata

import regex

from extractor.lexicon.encodings import shown
from extractor.reading.errors import BinaryError, EmptyFileError
from extractor.reading.legacy import convert_bytes, convert_text, legacy_warning
from extractor.reading.limits import MAX_TEXT_BYTES, check_size
from extractor.reading.plain import plain_layout
from extractor.reading.source import ReadingWarning, Source

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_MAX_CONTROLS = 0.02
"""Share of control characters above which the bytes are no text."""
_MAX_REPLACED = 0.01
"""Share of broken characters up to which a text still counts as UTF-8."""
_CONTROL = regex.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_MARKDOWN = regex.compile(r"(?m)^#{1,6} \S|^\|?[ ]*:?-{3,}:?[ ]*\|[ :|-]*$|\*\*\S")


def read_text(data: bytes, name: str | None = None) -> Source:
    """Read the bytes of a plain text or Markdown file."""
    check_size(len(data), MAX_TEXT_BYTES)
    raw, warnings = decode(data)
    text, pasted = convert_text(unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n")))
    if pasted is not None:
        warnings.append(legacy_warning(pasted))
    if not text.strip():
        raise EmptyFileError
    media_type = "text/markdown" if _MARKDOWN.search(text) else "text/plain"
    digest = hashlib.sha256(data).hexdigest()
    return Source(text, plain_layout(text), digest, media_type, name, tuple(warnings))


def decode(data: bytes) -> tuple[str, list[ReadingWarning]]:
    """Decode the bytes of a text by its byte order mark or else by what it holds; raises BinaryError for junk."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    wide = _wide_encoding(data)
    if wide:
        return _checked(data.decode(wide, "replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_broken(data)


def _decode_broken(data: bytes) -> tuple[str, list[ReadingWarning]]:
    """Decode bytes that are not sound UTF-8: a few broken characters are bearable, else it is another encoding."""
    text = data.decode("utf-8", "replace")
    sound = sum(character > "\x7f" and character != "\ufffd" for character in text)
    broken = text.count("\ufffd")
    if broken <= max(1, len(text) * _MAX_REPLACED) and sound >= broken:
        return _checked(text)
    if sound >= broken:
        return _checked(_decode_mixed(data))
    legacy = convert_bytes(data)
    if legacy is not None:
        text, warnings = _checked(legacy[0])
        return text, [legacy_warning(legacy[1]), *warnings]
    text, warnings = _checked(data.decode("cp1258", "replace"))
    message = "Read as Windows-1258, the old Vietnamese encoding; save as UTF-8 if letters look wrong."
    message_vi = "Đọc theo bảng mã cũ Windows-1258; nếu chữ sai, hãy lưu lại tệp bằng UTF-8."
    return text, [ReadingWarning("legacy_encoding", message, message_vi), *warnings]


def _decode_mixed(data: bytes) -> str:
    """Decode UTF-8 with lines of other bytes among it: `convert_text` judges those as Windows shows them."""
    return "\n".join(_decode_line(line) for line in data.split(b"\n"))


def _decode_line(line: bytes) -> str:
    text = line.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return shown(line) if broken and broken > sum(c > "\x7f" for c in text) - broken else text


def _wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 without byte order mark by its zero bytes: nearly all on one side, for blanks and plain letters."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) * 0.15 or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _checked(text: str) -> tuple[str, list[ReadingWarning]]:
    """Refuse what is no text, warn of characters that were lost."""
    replaced = text.count("\ufffd")
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > max(2, len(text) * _MAX_CONTROLS) or replaced > max(2, len(text) * 0.1):
        raise BinaryError
    if not replaced:
        return text, []
    message = f"{replaced} characters could not be read and stand as \ufffd."
    message_vi = f"Không đọc được {replaced} ký tự, thay bằng \ufffd."
    return text, [ReadingWarning("characters_lost", message, message_vi)]
