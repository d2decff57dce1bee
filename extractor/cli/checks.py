"""Checks of options: a wrong one ends the command with a line that tells what there is."""

from pathlib import Path

import typer

from extractor.cli.speech import speak


def check_layers(value: str | None) -> str | None:
    """Take layers that there are, parted by commas."""
    from extractor.pipeline import PARTS

    unknown = sorted(set(value.split(",")) - set(PARTS)) if value else []
    if unknown:
        names = ", ".join(PARTS)
        raise typer.BadParameter(
            speak(
                f"unknown: {', '.join(unknown)}; known are {names}", f"không có: {', '.join(unknown)}; các lớp: {names}"
            )
        )
    return value


def check_ocr(value: str) -> str:
    """Take a mode of recognition."""
    from extractor.reading.recognition import OCR_MODES

    if value not in OCR_MODES:
        raise typer.BadParameter(speak(f"one of {', '.join(OCR_MODES)}", f"một trong: {', '.join(OCR_MODES)}"))
    return value


def check_formats(values: list[str] | None) -> list[str]:
    """Take formats that there are, parted by commas."""
    from extractor.output.export import FORMATS

    wanted = [name for value in values or [] for name in value.split(",")]
    if unknown := sorted(set(wanted) - set(FORMATS)):
        names = ", ".join(FORMATS)
        raise typer.BadParameter(
            speak(
                f"unknown: {', '.join(unknown)}; known are {names}",
                f"không có: {', '.join(unknown)}; các định dạng: {names}",
            )
        )
    return wanted


def check_outs(values: list[Path] | None) -> list[Path]:
    """Take files whose names say how to write them."""
    from extractor.output.crosscheckfile import WRITERS

    for value in values or []:
        if value.suffix.lower() not in WRITERS:
            names = ", ".join(WRITERS)
            raise typer.BadParameter(
                speak(
                    f"{value.name}: its name must end with one of {names}",
                    f"{value.name}: tên tệp phải có đuôi {names}",
                )
            )
    return values or []
