"""The command line, in this process: what an operator gets wrong is one line and status 2."""

from __future__ import annotations

import io
import json
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from bot import bootstrap, cli
from bot.loop import Bot
from kpi_engine.store.database import connect
from tests.factories import NOW


@pytest.fixture(autouse=True)
def folder(sqlite_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder of its own, with a database."""
    monkeypatch.setenv("DATABASE_URL", sqlite_database)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(tmp_path)


def run(monkeypatch: pytest.MonkeyPatch, *words: str, typed: str = "") -> object:
    """The exit status of `kpi-bot` with these words and lines on standard input."""
    monkeypatch.setattr(sys, "argv", ["kpi-bot", *words])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code


def test_each_answer_is_an_object_on_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "chat", "--as", "Anna", "--json", typed="/kpi\n/kpi nonsense\n/kpi start\n") == 0

    views = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [view["type"] for view in views] == ["Message", "Message", "Form"]


@pytest.mark.parametrize(
    "name", ["Nobody", "", " ", "*", "x" * 300, "李娜", "'; DROP TABLE person; --", "\ud800", "\x00"]
)
def test_a_name_nobody_has_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    run(monkeypatch, "chat", "--as", "Anna", typed="/kpi\n")
    capsys.readouterr()

    assert run(monkeypatch, "chat", "--as", name) == cli.WRONG
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("kpi-bot: ")
    assert len(told.err.splitlines()) == 1


@pytest.mark.parametrize("name", ["", " ", "\ud800", "x" * 300])
def test_nobody_without_a_name_founds_a_company(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(monkeypatch, "chat", "--as", name) == cli.WRONG
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:////nowhere/at/all.db", "DATABASE_URL: "),
        ("postgresql://localhost:1/kpi", "DATABASE_URL: "),
        ("mysql://localhost/kpi", "DATABASE_URL: "),
    ],
)
def test_a_database_that_cannot_be_opened_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str, told: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    assert run(monkeypatch, "migrate") == cli.WRONG
    err = capsys.readouterr().err
    assert err.startswith(f"kpi-bot: {told}")
    assert len(err.splitlines()) == 1


def test_a_database_that_is_lost_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = Bot(connect("sqlite:////nowhere/at/all.db"), lambda: NOW, str)
    monkeypatch.setattr(bootstrap, "build", lambda engine, **others: lost)

    assert run(monkeypatch, "chat", "--as", "Anna") == cli.WRONG
    assert capsys.readouterr().err == "kpi-bot: DATABASE_URL: unable to open database file\n"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_the_demo_is_for_this_machine_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    monkeypatch.setenv("KPI_BOT_HOST", host)
    monkeypatch.setattr("bot.demo.start.demo_bot", nullcontext)

    assert run(monkeypatch, "demo", "--no-browser", "--port", "0") == cli.WRONG
    assert capsys.readouterr().err == (
        f"kpi-bot: KPI_BOT_HOST: {host}: the demo is for this machine alone, such as 127.0.0.1\n"
    )
