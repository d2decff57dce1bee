"""A PDF of prose pages, written with reportlab."""

import io
import textwrap
from itertools import cycle

LINES, WIDTH = 44, 88


def prose_pdf(texts: list[str], pages: int) -> bytes:
    """Return a PDF with so many full pages of the paragraphs of some plans, without tables."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from corpora.build.pdf import FONT, FONT_FOLDER

    pdfmetrics.registerFont(TTFont("prose", str(FONT_FOLDER / f"{FONT}.ttf")))
    paragraphs = [line for text in texts for line in text.split("\n") if len(line) > 200 and "\t" not in line]
    lines = cycle([line for paragraph in paragraphs for line in textwrap.wrap(paragraph, WIDTH)])
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=1)
    for number in range(1, pages + 1):
        canvas.setFont("prose", 11)
        canvas.drawCentredString(297, 810, str(number))
        for row in range(LINES):
            canvas.drawString(60, 780 - row * 16, next(lines))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
