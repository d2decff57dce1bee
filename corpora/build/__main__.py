"""`python -m corpora.build [NAME …]`: texts, Word, PDF, gold of all sources and families, or of those named."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpora.build.family import families, family_files
from corpora.build.gold import gold_json, gold_of
from corpora.build.markdown import markdown_of
from corpora.build.old import old_files
from corpora.build.pdf import pdf_of
from corpora.build.scan import scan_files
from corpora.build.source import PlanSource, read_source
from corpora.build.text import clean_text
from corpora.build.word import word_of
from corpora.build.wrapped import wrapped_of

ROOT = Path(__file__).resolve().parents[2]


def text_files(source: PlanSource) -> Iterator[tuple[str, bytes]]:
    """Give path and bytes of the clean, wrapped and Markdown texts and of the gold file."""
    clean = clean_text(source)
    name = source.name
    yield f"corpora/text/{name}.txt", clean.text.encode()
    yield f"corpora/wrapped/{name}.txt", wrapped_of(clean.text).encode()
    yield f"corpora/markdown/{name}.md", markdown_of(source).encode()
    yield f"gold/{name}.json", gold_json(gold_of(source, clean)).encode()


def build(source: PlanSource, root: Path) -> None:
    """Write all files of a source below `root`."""
    files = dict(text_files(source))
    files[f"corpora/docx/{source.name}.docx"] = word_of(source)
    files[f"corpora/pdf/{source.name}.pdf"] = pdf_of(source)
    files |= dict(old_files(source))
    files |= dict(scan_files(source.name, files[f"corpora/pdf/{source.name}.pdf"]))
    write(files, root)


def write(files: Mapping[str, bytes], root: Path) -> None:
    """Write files, given by their paths below `root`."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def main() -> None:
    """Build from the command line."""
    parser = argparse.ArgumentParser(prog="python -m corpora.build", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--out", type=Path, default=ROOT, help="root folder to write below (default: the project)")
    arguments = parser.parse_args()
    for path in sorted((ROOT / "corpora/sources").glob("*.plan")):
        if not arguments.names or path.stem in arguments.names:
            build(read_source(path), arguments.out)
            print(path.stem)
    for folder in families(ROOT):
        if not arguments.names or folder.name in arguments.names:
            write(dict(family_files(folder)), arguments.out)
            print(folder.name)


if __name__ == "__main__":
    main()
