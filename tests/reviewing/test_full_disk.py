"""A data folder on a disk that is full: uploads are refused, accepted jobs wait for room."""

import subprocess
from pathlib import Path

import pytest

from tests.reviewing.server import Server, plan

MOUNT = 'mount -t tmpfs -o size=1536k full "$0" && exec "$@"'


@pytest.mark.mounts
def test_a_full_disk_loses_no_accepted_job(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    within = ["unshare", "--map-root-user", "--mount", "sh", "-c", MOUNT, str(data)]
    server = Server(data, within=within)
    accepted, refused = {}, None
    try:
        for number in range(400):
            answer = server.submit(plan(number), name=f"{number}.txt")
            if answer.status_code != 202:
                refused = answer
                break
            accepted[number] = answer.headers["location"]
        assert refused is not None
        assert (refused.status_code, refused.json()["code"]) == (507, "disk_full")
        assert accepted
        inside = ["nsenter", "-t", str(server.process.pid), "-U", "-m", "--preserve-credentials"]
        subprocess.run([*inside, "mount", "-o", "remount,size=64m", str(data)], check=True)
        for number, job in accepted.items():
            assert server.get(server.finished(job)["result"])["plan"]["code"] == f"{number}/KH-UBND"
        assert server.post(plan(1000)).status_code == 200
    finally:
        server.end()
