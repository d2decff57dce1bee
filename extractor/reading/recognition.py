"""Whether pictures of text are to be recognised, and with how many at once."""

import os
from dataclasses import dataclass
from typing import Literal, get_args

OcrMode = Literal["auto", "always", "never"]
OCR_MODES: tuple[OcrMode, ...] = get_args(OcrMode)


@dataclass(frozen=True)
class Recognition:
    """What to do with pages that are pictures.

    `auto` recognises what has no sound text layer, `always` every page of a PDF anew, `never` none.
    """

    mode: OcrMode = "auto"
    threads: int = os.cpu_count() or 1
    """Pages that are recognised at once."""
