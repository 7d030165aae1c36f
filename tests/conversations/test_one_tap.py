"""What is one tap away: why a score is what it is, from whatever shows one; and taking back what was just done."""

from __future__ import annotations

import pytest

from conversations.event import Pressed, Said
from conversations.view import Button, Message, Run
from tests.stage import RealStage

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Chen Zhe", "Lin Haoran", "Thomas Berger")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Chen Zhe", ""),
        ("Chen Zhe", "report company last month"),
        ("Chen Zhe", "report Sales last month"),
        ("Chen Zhe", "report @Thomas last month"),
        ("Thomas Berger", "report me last month"),
        ("Chen Zhe", "report Win rate last month"),
        ("Chen Zhe", "report brief last month"),
        ("Chen Zhe", "report Sales 2025"),
        ("Chen Zhe", "leaderboard last month"),
        ("Thomas Berger", "leaderboard last month"),
        ("Chen Zhe", "chart Win rate"),
        ("Chen Zhe", "chart Sales last month"),
        ("Chen Zhe", "report Sales last month file"),
    ],
)
@pytest.mark.parametrize("language", ["", "中文"], ids=["en", "zh"])
def test_why_is_one_tap_away(stage: RealStage, who: str, words: str, language: str) -> None:
    if language:
        stage.type(who, f"/kpi language {language}")
    shown = stage.hear(who, Said(f"/kpi {words}".strip()))
    actions = [each.action for each in _buttons(shown) if each.label in ("Why?", "为什么？")]

    assert len(actions) == 1
    assert isinstance(actions[0], Run)
    assert stage.hear(who, Pressed(actions[0])) == stage.hear(who, Said(f"/kpi {actions[0].words}"))
    assert "✗" not in stage.do(who, Pressed(actions[0]))


@pytest.mark.parametrize(
    ("who", "lines"),
    [
        ("Chen Zhe", ("win rate 31%", "1")),
        ("Thomas Berger", ("/kpi away 24 Dec to 2 Jan",)),
    ],
)
def test_undo_is_one_tap_away(stage: RealStage, who: str, lines: tuple[str, ...]) -> None:
    stage.type(who, *lines)
    before = len(_deeds(stage))
    undo = next(each for each in _buttons(stage.shown[who]) if each.label == "Undo")
    stage.hear(who, Pressed(undo.action))

    assert [undone for _, undone in _deeds(stage)[:2]] == [False, True]
    assert len(_deeds(stage)) == before + 1


def test_ten_values_are_entered_with_one_message(stage: RealStage) -> None:
    with stage.reader("Lin Haoran") as reader:
        names = [version.definition.name.en for version in reader.kpis() if not version.definition.expression][:10]
    before = len(_deeds(stage))
    stage.type("Chen Zhe", ", ".join(f"{name} n/a" for name in names), "1")

    assert len(names) == 10
    assert len(_deeds(stage)) == before + 1


def _buttons(shown: object) -> list[Button]:
    return [button for view in shown if isinstance(view, Message) for button in view.buttons]  # type: ignore[attr-defined]


def _deeds(stage: RealStage) -> list[tuple[str, bool]]:
    with stage.reader("Chen Zhe") as reader:
        return [(entry.deed.value, entry.undone) for entry in reader.audit(1000)]
