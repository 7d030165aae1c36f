"""What README.md shows and names is so: its chat is played on the demo company, its commands are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.start import furnish
from conversations.commands import COMMANDS, read_command
from kpi_engine.design.catalogue import kpis
from tests.chat import difference, play
from tests.stage import RealStage

README = Path(__file__).parents[1] / "README.md"
CHAT = re.compile(r"(?<=```text\n).*?(?=\n```)", re.DOTALL)


@pytest.fixture
def readme() -> str:
    return README.read_text("utf-8")


@pytest.fixture
def stage(sqlite_database: str) -> Iterator[RealStage]:
    """The demo on a Monday morning; its head of sales begins."""
    found = RealStage(sqlite_database, ("Lin Haoran", "张玥"))
    furnish(found.bot)
    yield found
    found.close()


def test_the_chat_goes_as_written(readme: str, stage: RealStage, rewrite: bool) -> None:
    chat = CHAT.search(readme)
    assert chat
    written = chat.group()
    said = play(written, stage)
    if rewrite:
        README.write_text(readme.replace(written, said), "utf-8")
    elif said != written:
        pytest.fail(difference(written, said), pytrace=False)


def test_the_table_names_every_command_in_both_languages(readme: str) -> None:
    rows = re.findall(r"^\| (`/kpi .+?) \| (`.+?) \|", readme, re.MULTILINE)
    for column in zip(*rows, strict=True):
        typed = [words.removeprefix("/kpi ") for words in re.findall(r"`(.+?)`", "".join(column))]
        named = [found[0].name for words in typed if (found := read_command(words))]
        assert sorted(named) == sorted(command.name for command in COMMANDS)


def test_the_catalogue_is_as_large_as_told(readme: str) -> None:
    assert f"from a catalogue of {len(kpis())}" in readme
