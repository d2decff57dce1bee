"""What is fuzzed: each target takes any bytes and raises where neither a record nor a typed error comes of them."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.pipeline import extract_source, extract_text
from extractor.reading import ReadingError, read_bytes
from extractor.reading.recognition import Recognition
from extractor.records import PlanRecord
from tests.plans import PLAN
from tests.reading.docx_files import abstract, level, num, numbered, p, row, table, word
from tests.reading.pdf_files import Page, pdf
from tests.test_properties import PIECES, evidence

ROOT = Path(__file__).parents[2]
UNRECOGNISED = Recognition("never")
BODY = "word/document.xml"
WORD = word(
    p("KẾ HOẠCH") + numbered("Mục tiêu", 5) + table(row("TT", "Việc", "Hạn"), row("1", "Rà soát", "Quý I"), row("2")),
    abstract(1, level("upperRoman", "%1.")) + num(5, 1),
)
PDFS = (
    pdf(Page().centred(297, 800, "1").lines(85, 760, "KẾ HOẠCH\nPhát triển du lịch\nnăm 2025")),
    pdf(Page().table(700, [85, 200, 400], [["TT", "Việc"], ["1", "Rà soát"], ["2", "Tổng kết"]])),
)


def check_record(record: PlanRecord) -> None:
    """A record reads back as it was written, and every quote is its slice of the text."""
    written = record.model_dump_json()
    assert PlanRecord.model_validate_json(written) == record
    for quoted in evidence(json.loads(written)):
        assert record.text[quoted["start"] : quoted["end"]] == quoted["quote"], quoted


def check_file(data: bytes) -> None:
    """The bytes of a file, whatever its format: a record or a ReadingError."""
    try:
        source = read_bytes(data, None, UNRECOGNISED)
    except ReadingError:
        return
    check_record(extract_source(source))


def check_text(data: bytes) -> None:
    """A text given directly, lone surrogates and all."""
    check_record(extract_text(data.decode("utf-8", "surrogateescape")))


def check_genre(data: bytes) -> None:
    """Phrases of the genre in any order: each byte is one of them, or a gap."""
    gaps = ("", " ", "\n", "\n\n", "\t", ", ")
    check_record(extract_text("".join((*PIECES, *gaps)[byte % (len(PIECES) + len(gaps))] for byte in data)))


def check_word_body(data: bytes) -> None:
    """The XML of a Word document's body, in a package that is sound."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as source, zipfile.ZipFile(packed, "w") as archive:
        for member in source.namelist():
            archive.writestr(member, data if member == BODY else source.read(member))
    check_file(packed.getvalue())


TARGETS: dict[str, Callable[[bytes], None]] = {
    "file": check_file,
    "pdf": lambda data: check_file(b"%PDF-1.7\n" + data),
    "word": check_word_body,
    "text": check_text,
    "genre": check_genre,
}


def seeds(name: str) -> Iterator[bytes]:
    """Yield the inputs that a run begins with."""
    if name == "file":
        yield from (WORD, *PDFS, PLAN.encode("utf-16"), PLAN.encode(), b"{\\rtf1 K}")
        yield from (
            path.read_bytes()[:4096] for folder in ("doc", "tcvn3") for path in (ROOT / "corpora" / folder).iterdir()
        )
    elif name == "pdf":
        yield from (data.split(b"\n", 1)[1] for data in PDFS)
    elif name == "word":
        with zipfile.ZipFile(io.BytesIO(WORD)) as archive:
            yield archive.read(BODY)
    elif name == "text":
        yield PLAN.encode()
        yield from (
            path.read_bytes()[at : at + 600] for path in (ROOT / "corpora/text").iterdir() for at in (0, 2000, 4000)
        )
    else:
        yield bytes(range(len(PIECES)))
