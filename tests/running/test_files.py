"""Which files are read, and where their records go."""

from pathlib import Path

from extractor.running.files import plan_files, plan_jobs


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_folders_are_walked_in_name_order(tmp_path: Path) -> None:
    touch(
        tmp_path, "b.txt", "a/c.docx", "a/d.PDF", "e.md", "f.jpg", "g.DOC", "h.rtf", "i.odt", ".hidden/g.txt", ".h.txt"
    )
    found = [str(name) for _, name in plan_files([tmp_path])]
    assert found == ["a/c.docx", "a/d.PDF", "b.txt", "e.md", "f.jpg", "g.DOC", "h.rtf", "i.odt"]


def test_a_named_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    touch(tmp_path, "plan.dat")
    assert [path.name for path, _ in plan_files([tmp_path / "plan.dat"])] == ["plan.dat"]


def test_links_out_of_the_folder_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, "outside.txt", "in/plan.txt")
    (tmp_path / "in/link.txt").symlink_to(tmp_path / "outside.txt")
    assert [name.name for _, name in plan_files([tmp_path / "in"])] == ["plan.txt"]


def test_record_names(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.txt", "in/a.docx", "in/b.pdf", "in/x/a.txt", "else/b.pdf")
    jobs = plan_jobs([tmp_path / "in", tmp_path / "else"], Path("out"))
    assert [(str(job.path.relative_to(tmp_path)), str(job.record)) for job in jobs] == [
        ("in/a.docx", "out/a.docx.json"),
        ("in/a.txt", "out/a.txt.json"),
        ("in/b.pdf", "out/b.pdf.json"),
        ("in/x/a.txt", "out/x/a.json"),
        ("else/b.pdf", "out/b.pdf-2.json"),
    ]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    assert len(plan_jobs([tmp_path, tmp_path], Path("out"))) == 1
