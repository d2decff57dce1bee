"""Fuzzes one target: `python -m tests.fuzz TARGET FOLDER -max_total_time=300` (the rest are options of libFuzzer).

The run goes on after a find: FOLDER/finds holds, for each kind of failure, the smallest input met and its traceback.
"""

import hashlib
import json
import logging
import sys
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["extractor"]):
    from extractor.reading import office
    from extractor.reading.errors import UnconvertedError
    from tests.fuzz.targets import TARGETS, seeds


class Finds:
    """Keeps the smallest input of each kind of failure: its type and the innermost place of the product."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sizes: dict[str, int] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, data: bytes, error: BaseException) -> None:
        """Write an input that failed, where none as small is kept for the same failure."""
        frames = [f for f in traceback.extract_tb(error.__traceback__) if "extractor" in Path(f.filename).parts]
        place = f"{Path(frames[-1].filename).stem}-{frames[-1].lineno}" if frames else "target"
        kind = f"{type(error).__name__}-{place}"
        if len(data) >= self._sizes.get(kind, sys.maxsize):
            return
        self._sizes[kind] = len(data)
        (self._folder / kind).write_bytes(data)
        (self._folder / f"{kind}.txt").write_text("".join(traceback.format_exception(error)), "utf-8")


def _unconverted(program: str, data: bytes, suffix: str, *_: str) -> bytes:
    raise UnconvertedError(suffix)


def main() -> None:
    """Run libFuzzer on the target, without LibreOffice: two seconds for each input would be all that is measured."""
    vars(office)["convert"] = _unconverted
    name, folder = sys.argv[1], Path(sys.argv[2])
    logging.disable()
    target, finds = TARGETS[name], Finds(folder / "finds")
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds(name):
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)

    def one(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:  # whatever it is, it is what is looked for
            finds.keep(data, error)

    atheris.Setup([sys.argv[0], "-timeout=20", f"-artifact_prefix={folder}/", *sys.argv[3:], str(corpus)], one)
    try:
        atheris.Fuzz()
    finally:
        print(json.dumps(sorted(path.name for path in (folder / "finds").glob("*.txt"))))


if __name__ == "__main__":
    main()
