"""`kehoach serve`: the HTTP API."""

import os
from dataclasses import replace
from pathlib import Path

from extractor.cli.speech import complain, speak
from extractor.reviewing.api.settings import MIN_TOKEN, Settings

TOKEN_VARIABLE = "KEHOACH_TOKEN"


def serve_folder(settings: Settings, token_file: Path | None) -> int:
    """Serve until told to end; returns the exit status."""
    from extractor.reviewing.api.server import serve
    from extractor.reviewing.datafolder import DataError
    from extractor.reviewing.listen import AddressError

    try:
        token = token_file.read_text("utf-8").strip() if token_file else os.environ.get(TOKEN_VARIABLE, "").strip()
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{token_file}: {speak('cannot be read', 'không đọc được')} ({error})")
        return 2
    if token and len(token) < MIN_TOKEN:
        complain(speak(f"the token needs at least {MIN_TOKEN} letters", f"mã truy cập cần ít nhất {MIN_TOKEN} ký tự"))
        return 2
    if not token and not settings.is_local:
        complain(
            speak(
                f"{settings.host} is open to other machines: give a token with --token-file or {TOKEN_VARIABLE}",
                f"máy khác truy cập được {settings.host}: cần mã truy cập, bằng --token-file hoặc {TOKEN_VARIABLE}",
            )
        )
        return 2
    try:
        serve(replace(settings, token=token or None))
    except DataError as error:
        busy = speak("another server works in it", "một máy chủ khác đang dùng thư mục này")
        unusable = f"{speak('cannot be used', 'không dùng được')} ({error})"
        complain(f"{settings.data}: {busy if error.busy else unusable}")
        return 1
    except AddressError:
        address = f"{settings.host}:{settings.port}"
        complain(f"{address}: {speak('cannot listen here; choose another port', 'không mở được; hãy chọn cổng khác')}")
        return 1
    return 0
