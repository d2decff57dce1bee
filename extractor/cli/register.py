"""`kehoach register`: the archive's register of a folder of records, and the metadata that systems exchange."""

import json
from collections.abc import Iterator
from pathlib import Path

from extractor.cli.speech import complain, speak
from extractor.output.jsonfile import write_whole
from extractor.output.metadata import document_metadata, edxml_header
from extractor.output.register import write_register
from extractor.records import PlanRecord
from extractor.running.job import write_failure


def register_folder(records: Path, out: Path, metadata: Path | None) -> int:
    """Write the register of a folder's records; returns the exit status."""
    found: dict[str, PlanRecord] = {}
    refused = 0
    for path in _record_files(records, metadata):
        try:
            name = path.relative_to(records).with_suffix("").as_posix()
            found[name] = PlanRecord.model_validate_json(path.read_bytes())
        except (OSError, ValueError):
            refused += 1
            complain(speak(f"{path}: is no record of a plan", f"{path}: không phải bản ghi kế hoạch"))
    if not found:
        complain(speak(f"{records}: no record here", f"{records}: không có bản ghi nào"))
        return 1
    try:
        write_register(out, found.items())
        if metadata:
            _write_metadata(metadata, found)
    except OSError as error:
        failure = write_failure(error)
        complain(f"{out}: {speak(failure.message, failure.message_vi)}")
        return 1
    complain(speak(f"{len(found)} plans in {out}", f"{len(found)} kế hoạch trong {out}"))
    return 1 if refused else 0


def _write_metadata(folder: Path, found: dict[str, PlanRecord]) -> None:
    """Write NAME.json (NĐ 30/2020/NĐ-CP, Phụ lục VI) and NAME.xml (edXML) for each record."""
    for name, record in found.items():
        described = json.dumps(document_metadata(record), ensure_ascii=False, indent=2)
        write_whole(folder / f"{name}.json", described + "\n")
        write_whole(folder / f"{name}.xml", edxml_header(record))


def _record_files(records: Path, metadata: Path | None) -> Iterator[Path]:
    """Yield the JSON files of a folder, without hidden ones and those of the metadata."""
    for path in sorted(records.rglob("*.json")):
        hidden = any(part.startswith(".") for part in path.relative_to(records).parts)
        if not hidden and not (metadata and path.is_relative_to(metadata)):
            yield path
