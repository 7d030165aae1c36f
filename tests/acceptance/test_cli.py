"""The commands of `kpi-bot`, as they are started from a shell."""

from __future__ import annotations

import json
import re
import signal
import socket
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.acceptance.processes import Running, run

FOUND = "/kpi start Acme\nSales\nUTC\nEUR\n"


def test_lines_piped_in_are_a_chat(tmp_path: Path) -> None:
    ended = run(tmp_path, "chat", "--as", "Anna", typed=FOUND)
    assert (ended.status, ended.err) == (0, "")
    assert [line for line in ended.out.splitlines() if line.startswith("> ")] == [
        f"> {each}" for each in FOUND.split("\n") if each
    ]
    assert "✓ Acme is set up: Sales." in ended.out
    assert "Anna" in run(tmp_path, "chat", "--as", "Anna", typed="/kpi members\n").out


def test_chinese_is_read_and_written(tmp_path: Path) -> None:
    ended = run(tmp_path, "chat", "--as", "安娜", typed="/kpi 开始 海岳贸易\n销售部\n上海\n人民币\n")
    assert (ended.status, ended.err) == (0, "")
    assert "✓ 海岳贸易" in ended.out


def test_json_is_an_object_for_each_view(tmp_path: Path) -> None:
    ended = run(tmp_path, "chat", "--as", "Anna", "--json", typed=FOUND)
    views = [json.loads(line) for line in ended.out.splitlines()]
    assert [view["type"] for view in views] == ["Form", "Form", "Form", "Message"]
    assert [view["questions"][0]["key"] for view in views[:3]] == ["departments", "time_zone", "currency"]


def test_a_name_nobody_has_is_told_with_the_nearest(tmp_path: Path) -> None:
    run(tmp_path, "chat", "--as", "Anna", typed=FOUND)
    assert refusal(tmp_path, "chat", "--as", "Anne") == "I know nobody called “Anne”. Perhaps Anna?"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL: is no database URL, such as sqlite:///kpi-bot.db"),
        ({"DATABASE_URL": "mysql://host/name"}, "DATABASE_URL: has to begin with sqlite: or postgresql:"),
        ({"DATABASE_URL": "postgresql://me@127.0.0.1:1/kpi"}, "DATABASE_URL: connection failed: .* port 1 failed: .*"),
        ({"DATABASE_URL": "sqlite:///no/such/folder.db"}, "DATABASE_URL: unable to open database file"),
        ({"DATABASE_URL": "sqlite:///notes.txt"}, "DATABASE_URL: file is not a database"),
        ({"KPI_BOT_PORT": "many"}, "KPI_BOT_PORT: .*"),
        ({"KPI_BOT_LOG": "loud"}, "KPI_BOT_LOG: has to be one of DEBUG, INFO, WARNING, ERROR"),
    ],
)
def test_a_wrong_setting_is_one_line(tmp_path: Path, settings: dict[str, str], told: str) -> None:
    (tmp_path / "notes.txt").write_text("Nothing but words, and more of them than a header has.\n" * 20)
    assert re.fullmatch(told, refusal(tmp_path, "migrate", **settings))


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        (".env", b"KPI_BOT_PROT=1\n", "KPI_BOT_PROT: is not a setting"),
        ("kpi-bot.toml", b"kpi_bot_prot = 1\n", "KPI_BOT_PROT: is not a setting"),
        ("kpi-bot.toml", b"kpi_bot_port\n", "kpi-bot.toml: .* line 1.*"),
        (".env", b"\xff\xfe\n", ".env or kpi-bot.toml: is no text in UTF-8"),
    ],
)
def test_a_wrong_file_of_settings_is_one_line(tmp_path: Path, file: str, text: bytes, told: str) -> None:
    (tmp_path / file).write_bytes(text)
    assert re.fullmatch(told, refusal(tmp_path, "migrate"))


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = refusal(tmp_path, "demo", "--no-browser", "--port", port)
    assert told == f"KPI_BOT_HOST, KPI_BOT_PORT: 127.0.0.1:{port}: Address already in use"
    assert [*tmp_path.iterdir()] == []


def test_migrating_twice_is_harmless(tmp_path: Path) -> None:
    for _ in range(2):
        ended = run(tmp_path, "migrate")
        assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert [path.name for path in tmp_path.iterdir()] == ["kpi-bot.db"]


@pytest.mark.parametrize(
    ("speaker", "first", "last"),
    [
        ((), "Harbour & Hill Trading, ", " of 100, "),
        (("--as", "张玥"), "市场部，", " 分（达标为 100 分）"),
    ],
)
def test_the_demo_in_the_terminal(tmp_path: Path, speaker: tuple[str, ...], first: str, last: str) -> None:
    """The script of the README: whatever language a command is in, everybody reads their own."""
    ended = run(tmp_path, "demo", "--terminal", *speaker, typed="/kpi report\n/kpi 报告\n")
    assert (ended.status, ended.err) == (0, "")
    english, chinese = ended.out.removeprefix("> /kpi report\n").split("> /kpi 报告\n")
    assert english == chinese
    assert english.startswith(first)
    assert last in english.splitlines()[0]
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [(signal.SIGINT, 0, "kpi-bot demo: ended; nothing of it is kept."), (signal.SIGTERM, 128 + signal.SIGTERM, "")],
)
def test_the_playground_is_ended_and_leaves_nothing(tmp_path: Path, sent: int, status: int, said: str) -> None:
    with Running(tmp_path, "demo", "--no-browser", "--port", "0") as playground:
        told = re.fullmatch(r"kpi-bot demo: (http://127\.0\.0\.1:\d+)  \(Ctrl\+C ends it\)\n", playground.read())
        assert told
        with urlopen(told[1]) as page:
            assert page.status == 200
        ended = playground.end(sent)
    assert (ended.status, ended.out.strip(), ended.err) == (status, said, "")
    assert [*tmp_path.iterdir()] == []


def refusal(folder: Path, *arguments: str, **settings: str) -> str:
    """The one line that an operator is told."""
    ended = run(folder, *arguments, settings=settings)
    assert ended.status == 2
    assert ended.out == ""
    line = re.fullmatch(r"kpi-bot: (.+)\n", ended.err)
    assert line, ended.err
    return line[1]
