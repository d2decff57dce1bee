"""Which rules made a record: the version of the package and a hash over its rules and lexicon."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ROOMS = ("checking", "language", "layers", "lexicon", "reading", "records")
_KINDS = (".csv", ".py", ".toml")


@cache
def ruleset() -> str:
    """Return the version of the rules, the same wherever they are installed: '0.1.0+3f9a1c07b2d4'."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for path in _rule_files(root):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    try:
        return f"{version('kehoach')}+{digest.hexdigest()[:12]}"
    except PackageNotFoundError:  # run from a copy of the folder
        return f"0+{digest.hexdigest()[:12]}"


def _rule_files(root: Path) -> Iterator[Path]:
    """Yield the files whose change can change a record, in one order everywhere."""
    files = (path for room in _ROOMS for path in (root / room).rglob("*") if path.suffix in _KINDS)
    yield from sorted(files, key=lambda path: path.relative_to(root).as_posix())
