"""The rooms whose tests are measured: which files they hold, and which tests are theirs."""

from dataclasses import dataclass
from pathlib import Path

_LAYERS, _TESTS = "extractor/layers", "tests/layers"
_GOLD = f"{_TESTS}/test_gold.py"


@dataclass(frozen=True)
class Room:
    """Some files and the tests that should notice a fault in them."""

    name: str
    sources: tuple[str, ...]
    """Files and folders."""
    tests: tuple[str, ...]

    def files(self, root: Path) -> list[Path]:
        """List the room's Python files, relative to the root of the checkout."""
        found = [
            path
            for source in self.sources
            for path in ([root / source] if source.endswith(".py") else sorted((root / source).rglob("*.py")))
        ]
        return [path.relative_to(root) for path in found if path.name != "__init__.py"]


def _layer(name: str, *more: str, tests: tuple[str, ...] = ()) -> Room:
    sources = tuple(f"{_LAYERS}/{folder}" for folder in (name, *more))
    return Room(name, sources, (f"{_TESTS}/test_{name}.py", *tests, _GOLD))


ROOMS = (
    _layer("citations", "back_references", tests=(f"{_TESTS}/test_same_document.py",)),
    _layer("criteria"),
    _layer("dates"),
    _layer("funding"),
    _layer("outline"),
    _layer("percentages"),
    _layer("plan"),
    _layer("responsibilities", tests=(f"{_TESTS}/test_responsibility_openings.py",)),
    _layer("targets"),
    Room(
        "what layers share",
        tuple(f"{_LAYERS}/{name}" for name in ("edtf.py", "frame.py", "numbers.py", "sections.py", "places", "tables")),
        (_TESTS,),
    ),
    Room("checking", ("extractor/checking",), ("tests/checking", _GOLD)),
)
