"""The options of `kehoach review`."""

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import FileMegabytes, FileSeconds
from extractor.cli.speech import speak

MAX_NAME = 100


def _check_reviewer(value: str | None) -> str | None:
    """Take a name of some letters."""
    if value is not None and not 1 <= len(value.strip()) <= MAX_NAME:
        raise typer.BadParameter(speak(f"1 to {MAX_NAME} letters", f"từ 1 đến {MAX_NAME} ký tự"))
    return value.strip() if value else None


def review(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help=speak("Folder of plan files or records.", "Thư mục kế hoạch hoặc bản ghi.")),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "Folder for records, gold files and the state of the review; DIR-review if it is left out.",
                "Thư mục nhận bản ghi, tệp chuẩn và trạng thái soát; mặc định là DIR-review.",
            )
        ),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option(
            callback=_check_reviewer,
            help=speak("Who reviews; remembered for the next time.", "Tên người soát; được nhớ cho lần sau."),
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help=speak("Port; 0 takes a free one.", "Cổng; 0 là cổng trống bất kỳ."))
    ] = 0,
    timeout: FileSeconds = 300,
    memory: FileMegabytes = 4096,
) -> None:
    """Serve the page until told to end; exit status 2 for wrong use, 1 where there is nothing to review."""
    from extractor.cli.review import review_folder
    from extractor.running.schedule import Limits

    raise typer.Exit(review_folder(folder, out, reviewer, port, Limits(timeout, memory)))
