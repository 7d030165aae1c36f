"""The terminal chat reads scripts as well as fingers, and ends when it is told to."""

from __future__ import annotations

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from adapters.base import Who
from adapters.terminal.app import run
from conversations.event import LARGEST_FILE, Dropped, Event, Pressed, Said, Submitted
from conversations.view import Button, Message, Run, Text, Tone, View

ANNA = Who("terminal", "", "1", "Anna")
ROOT = Path(__file__).parents[2]
ECHO = """
from adapters.base import Who
from adapters.terminal.app import run
from tests.adapters.test_terminal_app import ANNA, Echo
run(Echo().hear, ANNA)
"""


class Echo:
    """Says what it heard."""

    def __init__(self) -> None:
        self.heard: list[Event] = []

    def hear(self, who: Who, event: Event) -> Sequence[View]:
        assert who == ANNA
        self.heard.append(event)
        match event:
            case Said(text="stop"):
                raise KeyboardInterrupt
            case Said(text=text):
                return (Message((Text(f"heard {text}"),), (Button("Again", Run("again")),)),)
            case Dropped(name, content):
                return (Message((Text(f"dropped {name}, {len(content)} bytes"),)),)
            case Pressed() | Submitted():
                return (Message((Text("pressed"),), tone=Tone.SUCCESS), Message((Text("twice"),)))


def piped(monkeypatch: pytest.MonkeyPatch, script: bytes, json: bool = False) -> tuple[str, list[Event]]:
    """What is printed, and what is heard, when the script is piped in."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(script), encoding="utf-8"))
    monkeypatch.setattr("sys.stdout", out)
    echo = Echo()
    run(echo.hear, ANNA, json=json, importing=("import", "导入"))
    out.seek(0)
    return out.read(), echo.heard


def test_a_script_reads_as_a_chat(monkeypatch: pytest.MonkeyPatch) -> None:
    printed, _ = piped(monkeypatch, "/kpi 报告\n\n1\n".encode())
    assert printed == "> /kpi 报告\nheard /kpi 报告\n\n[1] Again\n\n> \n> 1\n✓ pressed\n\ntwice\n\n"


def test_what_is_echoed_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    printed, _ = piped(monkeypatch, b"a\x1b[2Jb\r\n")
    assert printed.startswith("> a[2Jb")
    assert "\x1b" not in printed


def test_json_is_a_line_for_each_view(monkeypatch: pytest.MonkeyPatch) -> None:
    printed, _ = piped(monkeypatch, b"hello\n[again]\n", json=True)
    views = [json.loads(line) for line in printed.splitlines()]
    assert [view["blocks"][0]["html"] for view in views] == ["heard hello", "pressed", "twice"]


@pytest.mark.parametrize("leave", ["exit", "quit", "退出", " Exit "])
def test_the_chat_ends_at_a_word(monkeypatch: pytest.MonkeyPatch, leave: str) -> None:
    _, heard = piped(monkeypatch, f"one\n{leave}\ntwo\n".encode())
    assert heard == [Said("one")]


def test_an_interrupt_ends_it_cleanly(monkeypatch: pytest.MonkeyPatch) -> None:
    printed, heard = piped(monkeypatch, b"stop\nmore\n")
    assert printed == "> stop\n\n"
    assert len(heard) == 1


def test_bytes_that_are_no_text_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    _, heard = piped(monkeypatch, b"caf\xe9\n")
    assert heard == [Said("caf\ufffd")]


def test_whoever_reads_may_stop_reading() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-c", ECHO],
            input=b"one\n",
            stdout=nobody,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_at_the_keyboard_the_day_is_shown_first() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", ECHO], stdin=theirs, stdout=theirs, stderr=subprocess.STDOUT, cwd=ROOT
    ) as process:
        os.close(theirs)
        printed = _until(ours, b"[1] Again", b"> ")
        os.write(ours, "你好\n".encode())
        printed += _until(ours, "heard 你好".encode(), b"> ")
        os.write(ours, b"\x04")
        assert process.wait() == 0
    os.close(ours)
    assert printed.startswith(b"> /kpi\r\n")
    assert b"heard /kpi" in printed


def _until(terminal: int, *marks: bytes) -> bytes:
    """What appears until each of the marks has appeared after the one before."""
    seen, rest = b"", b""
    for mark in marks:
        while mark not in rest:
            rest += os.read(terminal, 1024)
        before, found, rest = rest.partition(mark)
        seen += before + found
    return seen + rest


@pytest.mark.parametrize("line", ["import {}", "导入 {}", "/kpi import '{}'", "kpi IMPORT {} "])
def test_a_file_is_dropped_by_its_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str) -> None:
    (tmp_path / "my values.csv").write_text("KPI,Nov", "utf-8")
    printed, heard = piped(monkeypatch, line.format(tmp_path / "my values.csv").encode())
    assert heard == [Dropped("my values.csv", b"KPI,Nov")]
    assert "dropped my values.csv, 7 bytes" in printed


@pytest.mark.parametrize("line", ["import nothing.csv", "import .", "import", "important file.csv"])
def test_what_is_no_file_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.csv").write_text("x", "utf-8")
    assert piped(monkeypatch, line.encode())[1] == [Said(line)]


def test_of_a_huge_file_no_more_is_read_than_shows_that_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "huge.csv").write_bytes(b"x" * (LARGEST_FILE + 9))
    (event,) = piped(monkeypatch, f"import {tmp_path / 'huge.csv'}".encode())[1]
    assert isinstance(event, Dropped)
    assert len(event.content) == LARGEST_FILE + 1
