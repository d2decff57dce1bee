"""The scans in the repository are those of the plans' PDF files as they are, and no others are there."""

import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageSequence

from corpora.build.__main__ import ROOT
from corpora.build.scan import KEPT, MIXED, PNG, TIFF, scan_files

NAMES = sorted({*KEPT, TIFF, PNG, MIXED})
FOLDERS = ("scan", "scan-degraded", "scan-other")


def pages(path: str, content: bytes) -> list[np.ndarray]:
    """Return the pixels of a file's pages."""
    if path.endswith(".pdf"):
        document = pypdfium2.PdfDocument(content)
        return [page.render(scale=1).to_numpy() for page in document]
    return [np.asarray(frame.convert("L")) for frame in ImageSequence.Iterator(Image.open(io.BytesIO(content)))]


@pytest.mark.parametrize("name", NAMES)
def test_the_scans_of_a_plan_are_fresh(name: str) -> None:
    built = dict(scan_files(name, (ROOT / f"corpora/pdf/{name}.pdf").read_bytes()))
    kept = {
        f"corpora/{path.parent.name}/{path.name}"
        for folder in FOLDERS
        for path in (ROOT / "corpora" / folder).glob(f"{name}.*")
    }
    assert set(built) == kept
    for path, content in built.items():
        ours, fresh = pages(path, (ROOT / path).read_bytes()), pages(path, content)
        assert [page.shape for page in ours] == [page.shape for page in fresh]
        assert all(np.array_equal(a, b) for a, b in zip(ours, fresh, strict=True)), path


def test_every_kept_scan_has_its_plan() -> None:
    assert {path.stem for folder in FOLDERS for path in (ROOT / "corpora" / folder).iterdir()} == set(NAMES)
