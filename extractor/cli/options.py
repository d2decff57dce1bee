"""Options that several commands take."""

from typing import Annotated

import typer

from extractor.cli.speech import speak

Workers = Annotated[
    int | None,
    typer.Option(
        min=1,
        help=speak(
            "Processes that extract plan files; as many as there are processors.",
            "Số tiến trình trích xuất các tệp kế hoạch; mặc định bằng số bộ xử lý.",
        ),
    ),
]
FileSeconds = Annotated[
    float, typer.Option(min=0.1, help=speak("Seconds that one file may take.", "Số giây tối đa cho một tệp."))
]
FileMegabytes = Annotated[
    int, typer.Option(min=512, help=speak("Megabytes that one file may take.", "Số MB tối đa cho một tệp."))
]
