"""Killed with -9 at any question of building a department and started again, the bot goes on at that question."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import DateTime, MetaData, select

from kpi_engine.store.database import connect
from tests.acceptance.processes import Running, run

LONG = 60.0
"""Seconds: any answer is there before."""
BUSY = 0.08
"""Seconds after which an answer is mostly there, and before which mostly not."""


@dataclass(frozen=True, slots=True)
class Story:
    """What one person types: to found a company, to build a department, and to see where they were."""

    person: str
    founding: Sequence[str]
    answers: Sequence[str]
    resume: str


ENGLISH = Story(
    "Anna",
    ("/kpi start Acme", "Sales, Service", "Shanghai", "CNY", "/kpi members add Tom, Sales, member, 100%"),
    (
        "/kpi build Sales",
        "Grow by a fifth",
        "Win 40 customers",
        "Sales revenue, new customers won",
        "110万 1.2m 1,150,000",
        "40 42 39",
        "1m / 1.2m / 1.5m, 42",
        "Tom",
        "I share out 100 points",
        "70 30",
        "Sales revenue",
        "Visit the ten largest buyers",
        "Tom",
        "2030-01-31",
        "yes",
    ),
    "continue",
)
CHINESE = Story(
    "安娜",
    ("/kpi 开始 海岳贸易", "销售部，客服部", "上海", "人民币", "/kpi 成员 添加 王芳，销售部，成员，100%"),
    (
        "/kpi 建模 销售部",
        "一年增长两成",
        "新增40家客户",
        "销售收入，新增客户数",
        "110万 120万 115万",
        "40 42 39",
        "100万 / 120万 / 150万，42",
        "王芳",
        "我来分配 100 分",
        "70 30",
        "销售收入",
        "走访前十大客户",
        "王芳",
        "2030年1月31日",
        "是",
    ),
    "继续",
)


@pytest.mark.parametrize("story", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_killed_at_every_question(tmp_path: Path, story: Story) -> None:
    """Most answers were acknowledged before it; every third is being handled, at whatever point that is."""
    random = Random(story.person)
    whole, torn = founded(tmp_path / "whole", story), founded(tmp_path / "torn", story)
    ended = run(whole, "chat", "--as", story.person, typed="\n".join(story.answers))
    assert (ended.status, ended.err) == (0, "")

    asked = ""
    for number, answer in enumerate(story.answers):
        patience = random.uniform(0, BUSY) if number % 3 == 1 else LONG
        asked = killed_after(torn, story, asked, answer, patience) or gone_on(torn, story, asked, answer)

    assert len(records(whole)["kpi_version"]) == 2
    assert records(torn) == records(whole)


def founded(folder: Path, story: Story) -> Path:
    """The folder, with the company's database in it."""
    folder.mkdir()
    ended = run(folder, "chat", "--as", story.person, typed="\n".join(story.founding))
    assert (ended.status, ended.err) == (0, "")
    return folder


def killed_after(folder: Path, story: Story, asked: str, answer: str, patience: float) -> str:
    """What the answer was answered with; nothing if that took longer than the patience."""
    with Running(folder, "chat", "--as", story.person, "--json") as chat:
        chat.type(story.resume)
        assert asked in ("", chat.read())
        chat.type(answer)
        told = chat.read() if chat.answers_within(patience) else ""
        chat.end(signal.SIGKILL)
    return told


def gone_on(folder: Path, story: Story, asked: str, answer: str) -> str:
    """What is asked after the restart; an answer that was neither acknowledged nor kept is given again."""
    with Running(folder, "chat", "--as", story.person, "--json") as chat:
        chat.type(story.resume)
        found = chat.read()
        if found == asked:
            chat.type(answer)
            found = chat.read()
        chat.end(signal.SIGKILL)
    return found


def records(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but for the moments at which they were written."""
    engine = connect(f"sqlite:///{folder}/kpi-bot.db")
    tables = MetaData()
    tables.reflect(engine)
    found = {}
    with engine.connect() as connection:
        for table in tables.sorted_tables:
            columns = [column for column in table.columns if not isinstance(column.type, DateTime)]
            found[table.name] = [tuple(row) for row in connection.execute(select(*columns))]
    engine.dispose()
    return found
