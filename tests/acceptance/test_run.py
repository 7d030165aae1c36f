"""`kpi-bot run` as an operator starts and ends it."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import httpx
import pytest

from tests.acceptance.processes import Running, run

ANY_PORT = {"KPI_BOT_PORT": "0"}


def test_with_nothing_set_up_it_says_what_to_set(tmp_path: Path) -> None:
    ended = run(tmp_path, "run")

    assert (ended.status, ended.out) == (2, "")
    assert ended.err == (
        "kpi-bot: nothing is set up to run: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Slack, "
        "or TELEGRAM_BOT_TOKEN for Telegram\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_until_it_is_told_to_end(tmp_path: Path, number: int) -> None:
    with Running(tmp_path, "run", "--only", "web,scheduler", settings=ANY_PORT) as bot:
        told = bot.read()
        found = re.fullmatch(r"kpi-bot: web, scheduler; (http://127\.0\.0\.1:\d+)  \(Ctrl\+C ends it\)\n", told)
        assert found, told
        assert httpx.get(f"{found[1]}/readyz").text == "ready\n"
        ended = bot.end(number)

    assert (ended.status, ended.out, ended.err) == (0, "", "")


def test_two_run_beside_each_other(tmp_path: Path) -> None:
    with (
        Running(tmp_path, "run", "--only", "web", settings=ANY_PORT) as one,
        Running(tmp_path, "run", "--only", "scheduler", settings=ANY_PORT) as other,
    ):
        assert [one.read().partition(";")[0], other.read().partition(";")[0]] == ["kpi-bot: web", "kpi-bot: scheduler"]
        assert [each.end(signal.SIGTERM).status for each in (one, other)] == [0, 0]


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with Running(tmp_path, "run", "--only", "web", settings=ANY_PORT) as one:
        port = re.findall(r":(\d+)  ", one.read())[0]
        ended = run(tmp_path, "run", "--only", "web", settings={"KPI_BOT_PORT": port})

    assert ended.status == 2
    assert ended.err == f"kpi-bot: KPI_BOT_HOST, KPI_BOT_PORT: 127.0.0.1:{port}: Address already in use\n"
