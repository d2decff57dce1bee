"""`kehoach gold`: its sub-commands and their options."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from extractor.cli.speech import speak

Format = Annotated[
    Literal["labelstudio", "doccano", "doccano-relations", "webannotation"],
    typer.Option(
        "--format",
        help=speak(
            "Label Studio JSON, doccano JSONL (spans alone, or entities with relations), W3C Web Annotation.",
            "Label Studio JSON, doccano JSONL (chỉ đoạn, hoặc thực thể kèm quan hệ), W3C Web Annotation.",
        ),
    ),
]
gold = typer.Typer(
    help=speak("Exchange gold with annotation tools.", "Trao đổi tệp chuẩn với các công cụ chú giải."),
    no_args_is_help=True,
)


@gold.command("export", help=speak("Write gold files as one file of a tool.", "Ghi các tệp chuẩn thành một tệp."))
def export_files(
    source: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help=speak("Gold file, or folder of them.", "Tệp chuẩn, hoặc thư mục.")),
    ],
    chosen: Format,
    out: Annotated[Path, typer.Option(help=speak("The file to write.", "Tệp cần ghi."))],
    texts: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "Folder of the documents, for gold files that do not hold the text.",
                "Thư mục văn bản, cho tệp chuẩn không chứa văn bản.",
            )
        ),
    ] = None,
) -> None:
    """Export gold; exit status 1 when a gold file could not be used."""
    from extractor.cli.exchange import export_gold

    raise typer.Exit(export_gold(source, texts, chosen, out))


@gold.command("import", help=speak("Make gold files of a tool's file.", "Tạo tệp chuẩn từ tệp của công cụ."))
def import_file(
    file: Annotated[Path, typer.Argument(help=speak("The tool's file.", "Tệp của công cụ."))],
    chosen: Format,
    texts: Annotated[
        Path,
        typer.Option(help=speak("Folder of the documents.", "Thư mục văn bản.")),
    ],
    out: Annotated[Path, typer.Option(help=speak("Folder for the gold files.", "Thư mục nhận tệp chuẩn."))],
) -> None:
    """Import gold; exit status 1 when something could not be taken over, each told in a line."""
    from extractor.cli.exchange import import_gold

    raise typer.Exit(import_gold(file, chosen, texts, out))
