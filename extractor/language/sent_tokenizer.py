"""underthesea's sentence tokenizer without what underthesea loads beside it.

The package loads word segmentation, tags and named entities when any part of it is imported, which takes longer than
the reading of a plan; the tokenizer of sentences is a file that needs none of them.
"""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

SentTokenize = Callable[[str], list[str]]
_FILE = "pipeline/sent_tokenize/__init__.py"


@cache
def sent_tokenizer() -> SentTokenize:
    """Return underthesea's `sent_tokenize`: from its own file, or from the package where that has none."""
    module = _alone(_FILE)
    if module is None or not hasattr(module, "sent_tokenize"):
        from underthesea import sent_tokenize

        return sent_tokenize  # type: ignore[no-any-return]
    return module.sent_tokenize  # type: ignore[no-any-return]


def _alone(file: str) -> ModuleType | None:
    """Load a file of the package by itself; None where there is no such file, or it leans on the package."""
    package = find_spec("underthesea")
    folders = (package and package.submodule_search_locations) or []
    paths = [path for folder in folders if (path := Path(folder) / file).is_file()]
    spec = spec_from_file_location("underthesea_sent_tokenize", paths[0]) if paths else None
    if spec is None or spec.loader is None:
        return None
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ImportError:
        return None
    return module
