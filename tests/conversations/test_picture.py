"""`file` after a report, a chart or a leaderboard: the same, with its figure as a picture."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conversations.view import Chart, Message, Picture, Table
from tests.stage import RealStage


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Chen Zhe",)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("chart win rate 2026-Q3", "Win rate Q3 2026"),
        ("chart Sales last month", "Sales October 2026"),
        ("report Sales last month", "Sales October 2026"),
        ("report company 2026-Q3", "Harbour & Hill Trading Q3 2026"),
        ("report @Thomas last month", "Thomas Berger October 2026"),
        ("report win rate last month", "Win rate October 2026"),
        ("leaderboard last month", "Leaderboard October 2026"),
    ],
)
@pytest.mark.parametrize("word", ["file", "PNG", "图片", "文件"])
def test_a_picture_is_the_same_figure(stage: RealStage, words: str, name: str, word: str) -> None:
    asked = _first(stage, f"/kpi {words}")
    drawn = _first(stage, f"/kpi {words} {word}")
    (picture,) = (block for block in drawn.blocks if isinstance(block, Picture))

    assert picture.name == name
    assert _untitled(picture.of) in asked.blocks
    assert [block for block in drawn.blocks if block is not picture] == [
        block for block in asked.blocks if block != _untitled(picture.of)
    ]
    assert drawn.buttons == asked.buttons


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("people", [("Anna",)])
def test_a_kpi_may_be_called_a_file(stage: RealStage) -> None:
    """The word is part of the name where there is such a KPI."""
    stage.type("Anna", "/kpi build Service", "1", "Answer every request", "audit file", "Higher is better", "A count")
    stage.type("Anna", "Every week", "skip", "400 420 390", "420", "skip", "yes")
    (message,) = stage.shown["Anna"]
    assert "in force" in str(message)

    assert not any(isinstance(block, Picture) for block in _first(stage, "/kpi chart audit file", "Anna").blocks)
    assert any(isinstance(block, Picture) for block in _first(stage, "/kpi chart audit file file", "Anna").blocks)


def _first(stage: RealStage, words: str, who: str = "Chen Zhe") -> Message:
    stage.type(who, words)
    message = stage.shown[who][0]
    assert isinstance(message, Message)
    return message


def _untitled(of: Chart | Table) -> Chart | Table:
    """The figure as it stands in a message, where the words above say what it is of."""
    return replace(of, caption="") if isinstance(of, Table) else of
