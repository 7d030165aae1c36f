"""The chat in a terminal: lines typed by a person, or a script on standard input, until the end of them."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path

from adapters.base import Hear, Who
from adapters.terminal.as_json import as_json
from adapters.terminal.clean import clean
from adapters.terminal.files import dropped
from adapters.terminal.save import save
from adapters.terminal.screen import Screen
from conversations.view import View

LEAVE = ("exit", "quit", "退出")
PROMPT = "> "
SAVED = "→"
MY_DAY = "/kpi"
NARROWEST, WIDEST = 60, 100


def run(hear: Hear, who: Who, *, json: bool = False, importing: Sequence[str] = ()) -> None:
    """Chats on standard input and output; with `json` each view is an object on a line of its own.

    A person at the keyboard sees their day first. Lines piped in are echoed, so that it reads as a chat. A line that
    begins with one of the words `importing` and goes on with the path of a file drops that file.
    """
    with _streams():
        _chat(hear, who, importing, json=json)


def show(views: Sequence[View]) -> None:
    """Draws views that nobody can answer, as wide as the terminal is."""
    write(Screen(_width(), sys.stdout.isatty()).show(views))


def write(text: str) -> None:
    """Text on standard output, whatever it can take and whoever reads it."""
    with _streams():
        print(text, end="", flush=True)


def _chat(hear: Hear, who: Who, importing: Sequence[str], *, json: bool) -> None:
    screen = Screen(colour=sys.stdout.isatty())
    for line in _lines(echo=not json):
        if line.strip().lower() in LEAVE:
            break
        screen.width = _width()
        if event := dropped(line, importing) or screen.read(line):
            _print(screen, hear(who, event), json=json)


def _print(screen: Screen, views: Sequence[View], *, json: bool) -> None:
    drawn = screen.show(views)
    if json:
        print("".join(map(as_json, views)), end="", flush=True)
        return
    print(drawn, flush=True)
    for path in save(views, Path.cwd()):
        print(f"{SAVED} {path}\n", flush=True)


def _lines(*, echo: bool) -> Iterator[str]:
    """What is typed, or piped in."""
    if sys.stdin.isatty():
        yield from _typed()
        return
    for line in sys.stdin:
        if echo:
            print(PROMPT + clean(line.rstrip("\n")))
        yield line


def _typed() -> Iterator[str]:
    with suppress(ImportError):
        importlib.import_module("readline")  # gives input() its history and cursor keys
    print(PROMPT + MY_DAY)
    yield MY_DAY
    with suppress(EOFError):
        while True:
            yield input(PROMPT)


def _width() -> int:
    if not sys.stdout.isatty():
        return WIDEST
    return min(max(shutil.get_terminal_size().columns, NARROWEST), WIDEST)


@contextmanager
def _streams() -> Iterator[None]:
    """Standard input and output, of any bytes, until somebody has enough of them."""
    _take_any_bytes()
    try:
        yield
    except KeyboardInterrupt:
        print()
    except BrokenPipeError:
        # Whoever read the output has enough; what is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _take_any_bytes() -> None:
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
