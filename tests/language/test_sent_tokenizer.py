"""The sentence tokenizer is underthesea's, loaded without the rest of the package."""

import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from extractor.language import sent_tokenizer as module
from tests.language.plans import BODY, HEADER
from tests.plans import PLAN

ONE_TEXT = """
import sys
from extractor import extract_text
record = extract_text(sys.stdin.read())
print(record.plan.code, len(record.dates) > 0)
print(*sorted({"underthesea", "joblib", "numpy", "pandas", "spacy", "requests"} & set(sys.modules)))
"""


def test_one_text_is_read_without_heavy_packages() -> None:
    done = subprocess.run([sys.executable, "-c", ONE_TEXT], input=PLAN, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["12/KH-UBND True", ""]


def test_it_is_the_tokenizer_of_the_package() -> None:
    from underthesea import sent_tokenize

    lines = [line for line in f"{PLAN}\n{HEADER}\n{BODY}".split("\n") if line]
    assert [module.sent_tokenizer()(line) for line in lines] == [sent_tokenize(line) for line in lines]
    assert module.sent_tokenizer()("Đợt 1 xong. TP. Huế làm tiếp! Hạn 5.6.2024?") == [
        "Đợt 1 xong.",
        "TP. Huế làm tiếp!",
        "Hạn 5.6.2024?",
    ]


@pytest.mark.parametrize("content", [None, "from . import absent\n", "other = 1\n"])
def test_where_the_file_does_not_stand_alone_the_package_is_asked(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        path = tmp_path / "pipeline/sent_tokenize/__init__.py"
        path.parent.mkdir(parents=True)
        path.write_text(content, "utf-8")
    package = ModuleSpec("underthesea", None)
    package.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(module, "find_spec", lambda name: package)
    module.sent_tokenizer.cache_clear()
    try:
        assert module.sent_tokenizer().__module__ == "underthesea.pipeline.sent_tokenize"
    finally:
        module.sent_tokenizer.cache_clear()
