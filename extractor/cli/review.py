"""`kehoach review`: the review page of a folder of plans."""

import sys
from pathlib import Path

from extractor.cli.speech import complain, speak
from extractor.running.schedule import Limits


def review_folder(folder: Path, out: Path | None, reviewer: str | None, port: int, limits: Limits) -> int:
    """Serve the page until told to end; returns the exit status."""
    from extractor.reviewing.datafolder import DataError
    from extractor.reviewing.listen import AddressError
    from extractor.reviewing.review.server import NoPlansError, Settings, review

    if not folder.is_dir():
        is_file = speak("is a file; name its folder", "là tệp; hãy chỉ ra thư mục chứa tệp")
        missing = speak("there is no such folder", "không có thư mục này")
        complain(f"{folder}: {is_file if folder.exists() else missing}")
        return 2
    results = out or folder.resolve().with_name(f"{folder.resolve().name}-review")
    try:
        review(Settings(folder, results, reviewer, port, limits), _tell)
    except NoPlansError:
        complain(f"{folder}: {speak('no plan files and no records here', 'không có tệp kế hoạch hoặc bản ghi nào')}")
        return 1
    except DataError as error:
        busy = speak("another review works in it", "một phiên soát khác đang dùng thư mục này")
        unusable = f"{speak('cannot be used', 'không dùng được')} ({error})"
        complain(f"{results}: {busy if error.busy else unusable}")
        return 1
    except AddressError:
        complain(f"127.0.0.1:{port}: {speak('cannot listen here; choose another port', 'hãy chọn cổng khác')}")
        return 1
    return 0


def _tell(address: str, plans: int) -> None:
    told = speak(f"{plans} plans; the review page is at {address}", f"{plans} kế hoạch; trang soát ở {address}")
    sys.stdout.write(f"{told}\n{speak('Ctrl-C ends it.', 'Nhấn Ctrl-C để dừng.')}\n")
    sys.stdout.flush()
