"""A page in one file: template, styles, scripts and data put together under a strict content security policy."""

import base64
import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from extractor.output.words import load_words

_FOLDER = "extractor.output.pages"
_IN_JSON = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script element, as JSON writes it otherwise."""


def render(template: str, styles: Sequence[str], scripts: Sequence[str], data: Any, **context: Any) -> str:
    """Return a whole page; `data` is what its scripts read, `context` what the template shows."""
    style = "".join(map(_read, styles))
    script = '"use strict";\n' + "".join(map(_read, scripts))
    policy = (
        f"default-src 'none'; img-src data:; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template(template)
        .render(
            policy=policy,
            style=Markup(style),
            script=Markup(script),
            data=json_island(data),
            words=load_words(),
            **context,
        )
    )


def json_island(data: Any) -> Markup:
    """Return data as JSON that may stand in a script element, whatever it holds."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup("".join(_IN_JSON.get(letter, letter) for letter in written))


def _digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _read(name: str) -> str:
    return (files(_FOLDER) / "templates" / name).read_text("utf-8")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
