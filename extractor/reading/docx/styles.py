"""Styles of a Word document: what a paragraph or run inherits along the chain of `basedOn`."""

from dataclasses import dataclass
from typing import Any

import regex

from extractor.reading.docx.numbering import W

_HEADING_NAME = regex.compile(r"heading ([1-9])", regex.I)


@dataclass(frozen=True)
class Style:
    """What the chain of a style says; None where it says nothing."""

    list_id: str | None = None
    list_level: str | None = None
    outline_level: int | None = None
    emphasised: bool = False
    hidden: bool = False
    font: str | None = None
    contents: bool = False
    """An entry of a table of contents."""
    bordered: bool = False


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Any | None) -> None:
        """Read `styles.xml`; None where the document has none."""
        self._nodes: dict[str, Any] = {}
        self._resolved: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self._default_font = font_name(defaults)
        for node in root.iter(W + "style") if root is not None else ():
            style_id = node.get(W + "styleId", "")
            self._nodes[style_id] = node
            if node.get(W + "type") == "paragraph" and node.get(W + "default") in ("1", "true", "on"):
                self.default_paragraph = style_id

    def get(self, style_id: str | None) -> Style:
        """Return a style with what it inherits."""
        key = style_id or ""
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def font_of(self, style_id: str | None) -> str | None:
        """Return the font of a paragraph style, or else that of the whole document."""
        return self.get(style_id).font or self._default_font

    def _resolve(self, style_id: str) -> Style:
        chain, seen = [], set()
        while style_id in self._nodes and style_id not in seen:
            seen.add(style_id)
            node = self._nodes[style_id]
            chain.append(node)
            style_id = value(node.find(W + "basedOn")) or ""
        first = chain[0] if chain else None
        name = value(first.find(W + "name")) if first is not None else None
        heading = next((m for n in chain if (m := _HEADING_NAME.fullmatch(value(n.find(W + "name")) or ""))), None)
        outline = _first(chain, "pPr/outlineLvl")
        return Style(
            list_id=_first(chain, "pPr/numPr/numId"),
            list_level=_first(chain, "pPr/numPr/ilvl"),
            outline_level=outline_level(outline) if outline else int(heading[1]) if heading else None,
            emphasised=_first_toggle(chain, "b") or _first_toggle(chain, "i"),
            hidden=_first_toggle(chain, "vanish"),
            font=next((font for node in chain if (font := font_name(node.find(W + "rPr")))), None),
            contents=bool(name and name.lower().startswith(("toc ", "table of figures"))),
            bordered=any(has_borders(node.find(f"{W}tblPr/{W}tblBorders")) for node in chain),
        )


def value(node: Any | None) -> str | None:
    """Return the `w:val` of an element, None where there is none."""
    return None if node is None else node.get(W + "val")


def toggle(properties: Any | None, name: str) -> bool | None:
    """Return a property that is on or off, None where nothing is said."""
    node = None if properties is None else properties.find(W + name)
    return None if node is None else node.get(W + "val") not in ("0", "false", "off", "none")


def font_name(properties: Any | None) -> str | None:
    """Return the font that run properties name for letters beyond ASCII; "" for one of the theme."""
    fonts = None if properties is None else properties.find(W + "rFonts")
    if fonts is None:
        return None
    theme = fonts.get(W + "hAnsiTheme") or fonts.get(W + "asciiTheme")
    return "" if theme else fonts.get(W + "hAnsi") or fonts.get(W + "ascii")


def outline_level(text: str) -> int | None:
    """Return a heading level from 1; 9 stands for body text in Word."""
    return int(text) + 1 if text in "012345678" and len(text) == 1 else None


def has_borders(node: Any | None) -> bool:
    """Tell whether a `tblBorders` or `tcBorders` draws any line."""
    return node is not None and any(value(side) not in (None, "none", "nil") for side in node)


def _first(chain: list[Any], path: str) -> str | None:
    steps = "/".join(W + step for step in path.split("/"))
    return next((v for node in chain if (v := value(node.find(steps))) is not None), None)


def _first_toggle(chain: list[Any], name: str) -> bool:
    return next((v for node in chain if (v := toggle(node.find(W + "rPr"), name)) is not None), False)
