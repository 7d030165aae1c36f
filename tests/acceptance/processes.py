"""`kpi-bot` as a process of its own: its environment, its streams, its end."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

KPI_BOT = (sys.executable, "-m", "bot")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of a process."""

    status: int
    out: str
    err: str


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Nothing of this machine's settings but where programs are; throw-away folders are made in `folder`."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TMPDIR": str(folder), **settings}


def run(folder: Path, *arguments: str, typed: str = "", settings: Mapping[str, str] | None = None) -> Ended:
    """Runs it in the folder until it ends by itself."""
    done = subprocess.run(
        [*KPI_BOT, *arguments],
        cwd=folder,
        env=environment(folder, **(settings or {})),
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


class Running:
    """A process that goes on until it is told to end; it is killed if a test forgets to."""

    def __init__(self, folder: Path, *arguments: str, settings: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [*KPI_BOT, *arguments],
            cwd=folder,
            env=environment(folder, **(settings or {})),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def __enter__(self) -> Running:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def type(self, line: str) -> None:
        """Types a line."""
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def read(self) -> str:
        """The next line that it prints; waits for it."""
        assert self._process.stdout
        return self._process.stdout.readline()

    def answers_within(self, seconds: float) -> bool:
        """Whether it prints something before that time is over."""
        assert self._process.stdout
        return bool(select.select([self._process.stdout], [], [], seconds)[0])

    def end(self, signal: int) -> Ended:
        """Sends the signal, and waits for the end."""
        self._process.send_signal(signal)
        out, err = self._process.communicate()
        return Ended(self._process.returncode, out, err)
