"""Makes small DOCX files for the tests: python-docx for the frame, WordprocessingML for the body."""

import io

import docx
from docx.oxml import parse_xml

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)


def word(body: str, numbering: str = "", styles: str = "") -> bytes:
    """Make a file with the given body; `numbering` and `styles` are added to those of the template."""
    document = docx.Document()
    element = document.element.body
    for node in parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>"):
        element.insert(len(element) - 1, node)
    if numbering:
        part = document.part.numbering_part.element
        for node in list(part):
            part.remove(node)
        for node in parse_xml(f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"):
            part.append(node)
    for node in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(node)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def p(text: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(text: str, list_id: int, level: int = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def abstract(number: int, *levels: str, extra: str = "") -> str:
    """An abstract list; each level is its children."""
    body = "".join(f'<w:lvl w:ilvl="{i}">{level}</w:lvl>' for i, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{body}</w:abstractNum>'


def level(number_format: str, pattern: str, start: int = 1, extra: str = "") -> str:
    """The children of a level."""
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{extra}<w:lvlText w:val="{pattern}"/>'


def num(list_id: int, abstract_id: int, overrides: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def table(*rows: str, properties: str = "", bordered: bool = True) -> str:
    """A table of rows made by `row`."""
    border = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' if bordered else ""
    return f"<w:tbl><w:tblPr>{border}{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    """A row; a cell is its text, or its markup when it begins with `<w:tc>`."""
    return f"<w:tr>{''.join(c if c.startswith('<w:tc>') else cell(p(c)) for c in cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"
