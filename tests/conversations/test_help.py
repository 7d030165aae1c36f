"""What help promises: every command has its page, and every example does what it says."""

from __future__ import annotations

import pytest

from conversations.commands import COMMANDS
from conversations.texts import texts_for
from conversations.view import Form, Message, Tone
from kpi_engine.model.name import Language
from tests.stage import RealStage

LANGUAGES = {"Anna": Language.EN, "安娜": Language.ZH}
TEXTS = {who: texts_for(language, "CNY") for who, language in LANGUAGES.items()}
EXAMPLES = [
    (who, command, example)
    for who, texts in TEXTS.items()
    for command in texts.names_in("examples")
    for example in texts.label(f"examples.{command}").split("\n")
]


@pytest.fixture
def people(founder: str) -> tuple[str, ...]:
    return (founder,)


@pytest.mark.parametrize(
    ("founder", "command", "example"), EXAMPLES, ids=[f"{who}: {example}" for who, _, example in EXAMPLES]
)
@pytest.mark.usefixtures("built")
def test_an_example_does_what_it_says(stage: RealStage, founder: str, command: str, example: str) -> None:
    stage.type(founder, f"/kpi {example}")

    answer = stage.shown[founder][-1]
    assert isinstance(answer, Form) or answer.tone is not Tone.REFUSAL, stage.shown[founder]
    assert not isinstance(answer, Form) or not any(question.error for question in answer.questions)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_a_page_with_its_examples(stage: RealStage, founder: str, command: str) -> None:
    texts = TEXTS[founder]
    name = texts.label(f"commands.{command}")
    help_ = texts.label("commands.help")

    for word in (command, name, name.upper()):
        said = stage.type(founder, f"/kpi {help_} {word}")
        (page,) = stage.shown[founder]
        assert isinstance(page, Message)
        assert said.split("\n")[0] == texts.label(f"about.{command}")
        assert [button.label for button in page.buttons] == [
            f"/kpi {example}" for example in texts.label(f"examples.{command}").split("\n")
        ]


def test_help_lists_every_command(stage: RealStage, founder: str) -> None:
    texts = TEXTS[founder]
    said = stage.type(founder, f"/kpi {texts.label('commands.help')}")

    for command in COMMANDS:
        assert f"/kpi {texts.label(f'commands.{command.name}')}" in said
        assert texts.label(f"about.{command.name}")[:20] in said


def test_help_with_a_misspelt_command_names_the_nearest(stage: RealStage, founder: str) -> None:
    said = stage.type(founder, {"Anna": "/kpi help repotr", "安娜": "/kpi 帮助 报高"}[founder])

    assert TEXTS[founder].label("commands.report") in said
    assert said.startswith("✗")
