"""Small RTF and OpenDocument files for the tests."""

import io
import zipfile

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        **{n: f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for n in ("office", "text", "script", "table")},
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "ooo": "http://openoffice.org/2004/office",
        "dom": "http://www.w3.org/2001/xml-events",
    }.items()
)
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_AT_LOAD = (
    '<office:scripts><office:event-listeners><script:event-listener script:language="ooo:script"'
    ' script:event-name="dom:load" xlink:type="simple" xlink:href="vnd.sun.star.script:Standard.Module1.Main'
    '?language=Basic&amp;location=document"/></office:event-listeners></office:scripts>'
)


def rtf(body: str, fonts: str = "") -> bytes:
    """Write an RTF file; letters beyond Windows' own stand as Unicode."""
    written = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in body)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{fonts}}}\n{written}}}".encode()


def opendocument(body: str, scripts: str = "", members: dict[str, str] | None = None) -> bytes:
    """Write an OpenDocument text from the XML of its body."""
    files = {
        "content.xml": f'<office:document-content {_NAMESPACES} office:version="1.2">{scripts}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        **(members or {}),
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in files
    )
    root = '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
    files.setdefault(
        "META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{_MANIFEST}">{root}{entries}</manifest:manifest>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_macro(body: str, basic: str) -> bytes:
    """Write an OpenDocument text with a macro that runs when it is opened, where macros are allowed."""
    library = 'xmlns:library="http://openoffice.org/2000/library"'
    return opendocument(
        body,
        _AT_LOAD,
        {
            "Basic/script-lc.xml": f'<library:libraries {library}><library:library library:name="Standard"'
            ' library:link="false"/></library:libraries>',
            "Basic/Standard/script-lb.xml": f"<library:library {library}"
            ' library:name="Standard" library:readonly="false">'
            '<library:element library:name="Module1"/></library:library>',
            "Basic/Standard/Module1.xml": '<script:module xmlns:script="http://openoffice.org/2000/script"'
            f' script:name="Module1" script:language="StarBasic">Sub Main\n{basic}\nEnd Sub</script:module>',
        },
    )
