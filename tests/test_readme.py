"""What the two READMEs show and name is so: their chats are played on the demo company, their commands are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.demo.company import personas
from bot.demo.start import furnish
from conversations.commands import COMMANDS, read_command
from kpi_engine.design.catalogue import kpis
from tests.chat import difference, play
from tests.stage import RealStage

ROOT = Path(__file__).parents[1]
ENGLISH, CHINESE = ROOT / "README.md", ROOT / "README.zh.md"
CHAT = re.compile(r"(?<=```text\n).*?(?=\n```)", re.DOTALL)


@pytest.fixture
def stage(sqlite_database: str) -> Iterator[RealStage]:
    """The demo on a Monday morning; whoever it starts as begins."""
    found = RealStage(sqlite_database, (personas()[0].en, "张玥"))
    furnish(found.bot)
    yield found
    found.close()


@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_chat_goes_as_written(page: Path, stage: RealStage, rewrite: bool) -> None:
    readme = page.read_text("utf-8")
    chat = CHAT.search(readme)
    assert chat
    written = chat.group()
    said = play(written, stage)
    if rewrite:
        page.write_text(readme.replace(written, said), "utf-8")
    elif said != written:
        pytest.fail(difference(written, said), pytrace=False)


@pytest.mark.parametrize(("page", "column"), [(ENGLISH, 1), (ENGLISH, 2), (CHINESE, 1)], ids=["en", "en-zh", "zh"])
def test_the_table_names_every_command(page: Path, column: int) -> None:
    rows = re.findall(r"^\| (`/kpi .+?) \| (.+?) \|", page.read_text("utf-8"), re.MULTILINE)
    shown = "".join(row[column - 1] for row in rows)
    typed = [words.removeprefix("/kpi ") for words in re.findall(r"`(.+?)`", shown)]
    named = [found[0].name for words in typed if (found := read_command(words))]
    assert sorted(named) == sorted(command.name for command in COMMANDS)


def test_the_catalogue_is_as_large_as_told() -> None:
    assert f"from a catalogue of {len(kpis())}" in ENGLISH.read_text("utf-8")
    assert f"从 {len(kpis())} 个 KPI 的指标库里选" in CHINESE.read_text("utf-8")
