"""`kpi-bot score` as somebody runs it, in a folder of its own and without a database."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from bot import cli

Score: TypeAlias = Callable[..., tuple[object, str, str]]


@pytest.fixture
def score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Score:
    """Runs `kpi-bot score`: its exit status, what it printed, and what it complained of."""
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.db")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["kpi-bot", "score", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        return ended.value.code, told.out, told.err

    return run
