"""The hard-wrapped text of a source: lines of a fixed width, pages with numbers, paragraphs cut by page ends."""

import textwrap

WIDTH = 80
PAGE_LINES = 46


def wrapped_of(text: str) -> str:
    """Wrap a clean text; table rows keep their line. A page number stands alone between two pages."""
    lines: list[str] = []
    for line in text.rstrip("\n").split("\n"):
        lines += [line] if "\t" in line else textwrap.wrap(line, WIDTH, break_on_hyphens=False) or [""]
    pages = [lines[i : i + PAGE_LINES] for i in range(0, len(lines), PAGE_LINES)]
    out = list(pages[0])
    for number, page in enumerate(pages[1:], 2):
        out += ["", str(number), "", *page]
    return "\n".join(out) + "\n"
