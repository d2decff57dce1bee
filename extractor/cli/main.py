"""Entry point of the command: its sub-commands and their options."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from extractor.cli.checks import check_formats, check_layers, check_ocr, check_outs
from extractor.cli.gold import gold
from extractor.cli.options import Workers
from extractor.cli.reviewing import review
from extractor.cli.serving import serve
from extractor.cli.speech import complain, speak

app = typer.Typer(
    name="kehoach",
    help=speak(
        "Reads Vietnamese government plan documents (Kế hoạch) into checked JSON records.",
        "Đọc văn bản Kế hoạch thành bản ghi JSON có kiểm tra.",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        sys.stdout.write(f"kehoach {version('kehoach')}\n")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_tell_version,
            is_eager=True,
            help=speak("Print the version and end.", "In số phiên bản rồi kết thúc."),
        ),
    ] = False,
) -> None:
    """Take the options that stand before the name of a command."""


@app.command(help=speak("Extract the records of plan files.", "Trích xuất bản ghi từ các tệp kế hoạch."))
def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…", help=speak("Files, or folders to search for them.", "Tệp, hoặc thư mục chứa các tệp.")
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "Folder for the records and the table plans.csv; without it the record of one file is printed.",
                "Thư mục nhận các bản ghi và bảng plans.csv; nếu không có thì in bản ghi của một tệp.",
            )
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            help=speak(
                "Processes to use (pages recognised at once for one file); as many as there are processors.",
                "Số tiến trình (số trang nhận dạng cùng lúc nếu chỉ có một tệp); mặc định bằng số bộ xử lý.",
            ),
        ),
    ] = None,
    engine: Annotated[
        Literal["pool", "ray"],
        typer.Option(
            help=speak(
                "pool: processes of this machine; ray: a Ray cluster (RAY_ADDRESS).",
                "pool: các tiến trình trên máy này; ray: cụm máy Ray (RAY_ADDRESS).",
            ),
        ),
    ] = "pool",
    layers: Annotated[
        str | None,
        typer.Option(
            callback=check_layers,
            help=speak("Only these layers, with commas between them.", "Chỉ các lớp này, cách nhau bằng dấu phẩy."),
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            callback=check_formats,
            help=speak(
                "Tables besides the records: csv, xlsx, parquet, duckdb, jsonl; repeat it or use commas.",
                "Các bảng kèm theo bản ghi: csv, xlsx, parquet, duckdb, jsonl; lặp lại hoặc cách nhau bằng dấu phẩy.",
            ),
        ),
    ] = None,
    ocr: Annotated[
        str,
        typer.Option(
            metavar="auto|always|never",
            callback=check_ocr,
            help=speak(
                "Recognise scanned pages: those without sound text, all pages of PDF files, or none.",
                "Nhận dạng trang quét: trang không có chữ đọc được, mọi trang PDF, hoặc không nhận dạng.",
            ),
        ),
    ] = "auto",
    timeout: Annotated[
        float,
        typer.Option(
            min=0.1,
            help=speak("Seconds that one file may take (with --out).", "Số giây tối đa cho một tệp (với --out)."),
        ),
    ] = 300,
    memory: Annotated[
        int,
        typer.Option(
            min=512,
            help=speak(
                "Megabytes that one file may take (with --out).", "Số MB bộ nhớ tối đa cho một tệp (với --out)."
            ),
        ),
    ] = 4096,
) -> None:
    """Extract records; exit status 1 when a file failed."""
    from extractor.cli.extract import Request, extract_many, extract_one
    from extractor.pipeline import PARTS
    from extractor.running.schedule import Limits

    chosen = layers.split(",") if layers else None
    if out is not None:
        request = Request(out, workers, chosen or PARTS, Limits(timeout, memory), formats or ["json"], engine, ocr)
        raise typer.Exit(extract_many(paths, request))
    if len(paths) > 1 or paths[0].is_dir():
        complain(
            speak(
                "several files or a folder: name a folder for the records with --out",
                "nhiều tệp hoặc một thư mục: cần chỉ ra thư mục nhận kết quả bằng --out",
            )
        )
        raise typer.Exit(2)
    raise typer.Exit(extract_one(paths[0], chosen or PARTS, ocr, workers))


@app.command(help=speak("Compare extraction with gold annotations.", "So kết quả trích xuất với chú giải chuẩn."))
def evaluate(
    gold: Annotated[Path, typer.Argument(help=speak("Gold file, or folder of them.", "Tệp chuẩn, hoặc thư mục."))],
    texts: Annotated[
        Path,
        typer.Option(
            help=speak("Folder of the documents, named as the gold files.", "Thư mục văn bản, cùng tên với tệp chuẩn.")
        ),
    ],
    gold_texts: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "Folder of the texts that the gold was made on, when --texts holds other formats of them.",
                "Thư mục văn bản gốc của tệp chuẩn, khi --texts là định dạng khác.",
            )
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "Folder of earlier records, to see gains and losses against.",
                "Thư mục bản ghi cũ, để xem được thêm và mất đi những gì.",
            )
        ),
    ] = None,
    minimum: Annotated[
        float | None,
        typer.Option(
            "--min",
            min=0,
            max=1,
            help=speak("Fail when the micro average is below this.", "Báo lỗi khi trung bình thấp hơn mức này."),
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help=speak("List what is missed, false or wrong.", "Liệt kê các chỗ sai."))
    ] = False,
) -> None:
    """Print the table of agreement; exit status 1 when a document failed or the average is below --min."""
    from extractor.cli.evaluate import Request, evaluate_folder

    raise typer.Exit(evaluate_folder(Request(gold, texts, gold_texts, against, minimum, errors)))


@app.command(help=speak("Write the archive's register of records.", "Lập sổ đăng ký văn bản từ các bản ghi."))
def register(
    records: Annotated[
        Path, typer.Argument(help=speak("Folder that extract --out has filled.", "Thư mục kết quả của extract --out."))
    ],
    out: Annotated[Path, typer.Option(help=speak("The workbook (.xlsx) to write.", "Tệp .xlsx cần ghi."))] = Path(
        "so-dang-ky.xlsx"
    ),
    metadata: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "Folder for the metadata of NĐ 30/2020 (NAME.json) and the edXML header (NAME.xml) of each plan.",
                "Thư mục nhận dữ liệu đặc tả theo NĐ 30/2020 (TÊN.json) và phần đầu edXML (TÊN.xml) của mỗi kế hoạch.",
            )
        ),
    ] = None,
) -> None:
    """Write the register; exit status 1 when a file is no record."""
    from extractor.cli.register import register_folder

    raise typer.Exit(register_folder(records, out, metadata))


@app.command(
    help=speak(
        "Keep plans in a store, with their versions, for later cross-checks.",
        "Lưu các kế hoạch và phiên bản vào một kho để đối chiếu về sau.",
    )
)
def collect(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…", help=speak("Records or plan files, or folders.", "Bản ghi, tệp kế hoạch, hoặc thư mục.")
        ),
    ],
    store: Annotated[
        Path, typer.Option(help=speak("DuckDB file that keeps the plans.", "Tệp DuckDB lưu các kế hoạch."))
    ],
    workers: Workers = None,
) -> None:
    """Collect plans; exit status 1 when a file could not be used."""
    from extractor.cli.collect import collect_paths

    raise typer.Exit(collect_paths(paths, store, workers))


@app.command(
    help=speak(
        "Check plans of several levels against one another.",
        "Đối chiếu kế hoạch của các cấp: chỉ tiêu, viện dẫn, tổng.",
    )
)
def crosscheck(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH…]",
            help=speak(
                "Records or plan files, or folders; may be left out with --store.",
                "Bản ghi, tệp kế hoạch, hoặc thư mục; có thể bỏ qua nếu có --store.",
            ),
        ),
    ] = None,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            callback=check_outs,
            help=speak(
                "File for everything found: .html (a page), .xlsx or .json; may be repeated.",
                "Tệp nhận toàn bộ kết quả: .html (trang xem), .xlsx hoặc .json; có thể lặp lại.",
            ),
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "DuckDB file that keeps the plans, with their versions; all that it keeps is checked.",
                "Tệp DuckDB lưu các kế hoạch và phiên bản; đối chiếu toàn bộ kế hoạch trong đó.",
            )
        ),
    ] = None,
    workers: Workers = None,
) -> None:
    """Cross-check plans; exit status 1 when a file could not be used."""
    from extractor.cli.crosscheck import crosscheck_paths

    raise typer.Exit(crosscheck_paths(paths or [], out or [], store, workers))


app.command(help=speak("Serve the HTTP API.", "Chạy giao diện HTTP."))(serve)
app.add_typer(gold, name="gold")
app.command(help=speak("Review and correct records on a page.", "Soát và sửa bản ghi trên một trang."))(review)


@app.command(
    help=speak(
        "Show one plan as a page: its text, the record beside it, what needs a look on top.",
        "Xem một kế hoạch thành trang: văn bản, bản ghi bên cạnh, điểm cần xem ở trên.",
    )
)
def report(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help=speak("Record or plan file.", "Bản ghi hoặc tệp kế hoạch."))
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "The page (.html) to write; without it NAME.html in this folder.",
                "Tệp .html cần ghi; nếu không có thì TÊN.html trong thư mục này.",
            )
        ),
    ] = None,
) -> None:
    """Write the report of one plan; exit status 1 when the file could not be used."""
    from extractor.cli.report import report_file

    raise typer.Exit(report_file(path, out))


@app.command(help=speak("Print the JSON Schema of a record.", "In lược đồ JSON của bản ghi."))
def schema(
    of: Annotated[
        Literal["plan", "crosscheck"],
        typer.Option(help=speak("Of a record, or of a cross-check.", "Của bản ghi, hoặc của kết quả đối chiếu.")),
    ] = "plan",
) -> None:
    """Print the JSON Schema."""
    from extractor.records.schema import crosscheck_schema, plan_schema

    sys.stdout.write(plan_schema() if of == "plan" else crosscheck_schema())


def main() -> None:
    """Run the command; an interrupt ends it with one line."""
    try:
        app()
    except KeyboardInterrupt:
        complain(speak("interrupted", "đã dừng"))
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
