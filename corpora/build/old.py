"""Versions of some sources as old archives hold them: .doc files, and texts, .doc and PDF in old encodings."""

from collections.abc import Iterator

from corpora.build.legacy import encode
from corpora.build.pdf import pdf_of
from corpora.build.source import PlanSource
from corpora.build.text import clean_text
from corpora.build.word import word_of
from extractor.reading.office.libreoffice import convert, find_libreoffice

VERSIONS = {
    "doc/nong-thon-moi-huyen-2023.doc": None,
    "tcvn3/rac-thai-tinh-2019.doc": "tcvn3",
    "tcvn3/nam-hoc-phong-giao-duc-2023.txt": "tcvn3",
    "tcvn3/viec-lam-tinh-2018.txt": "tcvn3",
    "tcvn3/viec-lam-tinh-2018.pdf": "tcvn3",
    "vni/suc-khoe-so-y-te-2022.doc": "vni",
    "vni/hiep-thuong-mat-tran-2021.txt": "vni",
}
"""The files below corpora/, and the encoding of each."""


def old_text(text: str, encoding: str) -> str:
    """Write text as it was typed in an encoding: TCVN3 has no code for Ủ, so its typists set the tone on the y."""
    return text.replace("Ủy", "Uỷ").replace("ỦY", "UỶ") if encoding == "tcvn3" else text


def old_files(source: PlanSource) -> Iterator[tuple[str, bytes]]:
    """Give path and bytes of the old versions of a source; .doc files only where LibreOffice is installed."""
    for path, encoding in VERSIONS.items():
        name, _, ending = path.partition("/")[2].rpartition(".")
        if name != source.name:
            continue
        if ending == "txt" and encoding:
            yield f"corpora/{path}", encode(old_text(clean_text(source).text, encoding), encoding)
        elif ending == "pdf":
            yield f"corpora/{path}", pdf_of(source, encoding)
        elif (program := find_libreoffice()) is not None:
            word = word_of(source, encoding, own_starts=True)
            yield f"corpora/{path}", convert(program, word, "docx", "MS Word 2007 XML", "doc")
