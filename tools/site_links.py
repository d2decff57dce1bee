"""A hook of MkDocs: the site holds no files outside docs/, and loads nothing from elsewhere.

Links out of docs/ become the files' names. Where a page is opened as a file, search needs a stand-in for workers; the
theme would load one from elsewhere, the site brings its own.
"""

import re
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.utils import get_relative_url

_SHIM = "https://unpkg.com/iframe-worker/shim"
_LINK = re.compile(r"\[([^\]\n]+)\]\(((?:\.\./)+[^)\s]+)\)")


def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> str:
    """Return a page's Markdown with the links that lead out of docs/ put as names."""
    documents = Path(config.docs_dir).resolve()
    here = Path(page.file.abs_src_path).parent

    def named(link: re.Match[str]) -> str:
        target = (here / link[2].split("#")[0]).resolve()
        if target.is_relative_to(documents):
            return link[0]
        name = PurePosixPath(target.relative_to(documents.parent))
        return link[1] if link[1].strip("`") == str(name) else f"{link[1]} (`{name}`)"

    return _LINK.sub(named, markdown)


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Return a page's HTML with the stand-in of the site."""
    return output.replace(_SHIM, get_relative_url("assets/worker.js", page.url))


def on_post_template(output_content: str, **_: Any) -> str:
    """Return the page of missing pages without it: that page is no file that is opened."""
    return output_content.replace(f'<script src="{_SHIM}"></script>', "")
