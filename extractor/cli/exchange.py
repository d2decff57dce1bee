"""`kehoach gold`: gold files to the formats of annotation tools, and back."""

import json
import sys
from pathlib import Path
from typing import Any

from extractor.cli.speech import complain, speak
from extractor.evaluation.gold import GoldError, documents, gold_files, load_gold, misplaced
from extractor.output.exchange import labelstudio
from extractor.output.exchange.annotated import Annotated, of_gold
from extractor.output.exchange.formats import READERS, WRITERS
from extractor.output.exchange.given import FormatError, Given, placed
from extractor.output.exchange.gold import to_gold
from extractor.output.exchange.offsets import composed
from extractor.output.jsonfile import write_whole
from extractor.reading import ReadingError, read_file
from extractor.running.job import write_failure


def export_gold(gold: Path, texts: Path | None, chosen: str, out: Path) -> int:
    """Write gold files as one file of a format; returns the exit status."""
    try:
        files = gold_files(gold)
    except GoldError as error:
        complain(str(error))
        return 2
    found: list[Annotated] = []
    for file in files:
        try:
            found.append(_annotated(file, texts))
        except GoldError as error:
            complain(str(error))
        except ReadingError as error:
            complain(f"{file.stem}: {speak(error.message, error.message_vi)}")
    if found and not _write(out, WRITERS[chosen](found)):
        return 1
    if found:
        complain(speak(f"{len(found)} plans in {out}", f"{len(found)} kế hoạch trong {out}"))
    if found and chosen == "labelstudio":
        sys.stdout.write(labelstudio.config())
    return 0 if len(found) == len(files) else 1


def import_gold(file: Path, chosen: str, texts: Path, out: Path) -> int:
    """Write the documents of a file as gold files; returns the exit status."""
    try:
        content = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{file}: {speak('cannot be read', 'không đọc được')} ({error})")
        return 2
    try:
        found = READERS[chosen](content)
    except FormatError as error:
        complain(
            f"{file}: {speak(f'no {chosen} file', f'không phải tệp {chosen}')}: {speak(str(error), error.message_vi)}"
        )
        return 2
    written, told = 0, 0
    texts_of = _Texts(texts)
    for number, given in enumerate(found, start=1):
        made, lines = _gold_of(given, number, texts_of)
        told += len(lines)
        for line in lines:
            complain(f"{file.name}: {line}")
        if made is None:
            continue
        name, gold = made
        if not _write(out / f"{name}.json", json.dumps(gold, ensure_ascii=False, indent=1) + "\n"):
            return 1
        written += 1
    complain(speak(f"{written} gold files in {out}", f"{written} tệp chuẩn trong {out}"))
    return 1 if told or not written else 0


class _Texts:
    """The texts of a folder's documents, read once."""

    def __init__(self, folder: Path) -> None:
        self._paths = documents(folder)
        self._read: dict[Path, str | ReadingError] = {}

    def name(self, given: Given) -> str | None:
        """Return the name of the document that a file means: by its name there, or else by its text."""
        if given.name is not None:
            names = (given.name, Path(given.name).stem) if "/" not in given.name else ()
            return next((name for name in names if name in self._paths), None)
        wanted = composed(given.text or "")
        return next((name for name, path in self._paths.items() if self._text(path) == wanted), None)

    def of(self, name: str) -> str:
        """Return the text of a document; raises ReadingError."""
        text = self._text(self._paths[name])
        if isinstance(text, ReadingError):
            raise text
        return text

    def _text(self, path: Path) -> str | ReadingError:
        if path not in self._read:
            try:
                self._read[path] = read_file(path).text
            except ReadingError as error:
                self._read[path] = error
        return self._read[path]


def _gold_of(given: Given, number: int, texts: _Texts) -> tuple[tuple[str, dict[str, Any]] | None, list[str]]:
    """Return the gold of a document with its name, and a line for all that could not be taken over."""
    name = texts.name(given)
    if name is None:
        shown = given.name or f"#{number}"
        return None, [f"{shown}: {speak('no such document in --texts', 'không có văn bản này trong --texts')}"]
    try:
        annotated, notes = placed(given, name, texts.of(name))
    except ReadingError as error:
        return None, [f"{name}: {speak(error.message, error.message_vi)}"]
    gold = None
    if annotated is not None:
        gold, more = to_gold(annotated)
        notes = [*notes, *more]
    lines = [f"{note.document}: {speak(note.message, note.message_vi)}" for note in notes]
    return ((name, gold) if gold is not None else None), lines


def _annotated(file: Path, texts: Path | None) -> Annotated:
    gold = load_gold(file)
    text = gold.get("text")
    if not isinstance(text, str):
        text = read_file(_document(file, texts)).text
    if wrong := misplaced(gold, text):
        raise GoldError(
            speak(
                f"{file}: {len(wrong)} quotes are not at their places in the document, the first is {wrong[0][:60]!r}",
                f"{file}: {len(wrong)} trích dẫn không đúng vị trí, đầu tiên là {wrong[0][:60]!r}",
            )
        )
    return of_gold(file.stem, gold, text)


def _document(file: Path, texts: Path | None) -> Path:
    if texts is None:
        raise GoldError(
            speak(
                f"{file}: holds no text; name the folder of the documents with --texts",
                f"{file}: không chứa văn bản; cần chỉ ra thư mục văn bản bằng --texts",
            )
        )
    path = documents(texts).get(file.stem)
    if path is None:
        raise GoldError(speak(f"{texts}: no document named {file.stem}.*", f"{texts}: không có văn bản {file.stem}.*"))
    return path


def _write(path: Path, content: str) -> bool:
    try:
        write_whole(path, content)
    except OSError as error:
        failure = write_failure(error)
        complain(f"{path}: {speak(failure.message, failure.message_vi)}")
        return False
    return True
