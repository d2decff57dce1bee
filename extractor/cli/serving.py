"""The options of `kehoach serve`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.options import FileMegabytes, FileSeconds, Workers
from extractor.cli.speech import speak


def serve(
    data: Annotated[
        Path, typer.Option(help=speak("Folder for jobs and records.", "Thư mục lưu công việc và bản ghi."))
    ] = Path("kehoach-data"),
    host: Annotated[
        str,
        typer.Option(
            help=speak(
                "Address to listen at; any but this machine's own needs a token.",
                "Địa chỉ lắng nghe; ngoài địa chỉ nội bộ của máy thì cần mã truy cập.",
            )
        ),
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help=speak("Port.", "Cổng."))] = 8000,
    token_file: Annotated[
        Path | None,
        typer.Option(
            help=speak(
                "File that holds the token; else it is taken from KEHOACH_TOKEN.",
                "Tệp chứa mã truy cập; nếu không có thì lấy từ KEHOACH_TOKEN.",
            )
        ),
    ] = None,
    origin: Annotated[
        list[str] | None,
        typer.Option(
            help=speak(
                "Web site (https://host) whose pages may call the API; none by default.",
                "Trang web (https://host) được phép gọi; mặc định không có.",
            )
        ),
    ] = None,
    workers: Workers = None,
    timeout: FileSeconds = 120,
    memory: FileMegabytes = 4096,
    upload_timeout: Annotated[
        float,
        typer.Option(min=0.1, help=speak("Seconds that one upload may take.", "Số giây tối đa để tải lên một tệp.")),
    ] = 300,
    max_megabytes: Annotated[
        float, typer.Option(min=0.001, help=speak("Size of an upload.", "Dung lượng tối đa của một tệp."))
    ] = 100,
    max_pages: Annotated[
        int, typer.Option(min=1, help=speak("Pages of a document.", "Số trang tối đa của một tài liệu."))
    ] = 1000,
    max_queue: Annotated[
        int, typer.Option(min=1, help=speak("Jobs that may wait.", "Số việc tối đa trong hàng đợi."))
    ] = 1000,
    keep_jobs: Annotated[
        int,
        typer.Option(
            min=1,
            help=speak(
                "Days after which finished jobs are forgotten; records stay.",
                "Số ngày giữ các việc đã xong; bản ghi vẫn được giữ.",
            ),
        ),
    ] = 90,
) -> None:
    """Serve until told to end; exit status 2 for wrong use, 1 where the folder or the port cannot be used."""
    from extractor.cli.serve import serve_folder
    from extractor.reviewing.api.settings import IDLE_SECONDS, Settings
    from extractor.running.schedule import Limits

    settings = Settings(
        data,
        host,
        port,
        origins=tuple(origin or ()),
        workers=workers or os.cpu_count() or 1,
        limits=Limits(timeout, memory),
        max_bytes=round(max_megabytes * 1e6),
        max_pages=max_pages,
        max_queue=max_queue,
        keep_jobs_days=keep_jobs,
        upload_seconds=upload_timeout,
        idle_seconds=min(IDLE_SECONDS, upload_timeout),
    )
    raise typer.Exit(serve_folder(settings, token_file))
