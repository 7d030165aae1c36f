"""Every finding of the check that a command can mend has its button."""

from __future__ import annotations

import pytest

from conversations.cards.mending import mending_buttons
from conversations.commands import read_command
from conversations.texts import texts_for
from conversations.view import Run
from kpi_engine.design.check.finding import Apply, Choose, Finding
from kpi_engine.model.check import RuleId
from kpi_engine.model.name import Language
from tests.conversations.samples import FINDINGS
from tests.stage import RealStage

NOBODY_CAN_YET = {
    RuleId.UNIT_WRONG,
    RuleId.DIRECTION_WRONG,
    RuleId.FORMULA_WRONG,
    RuleId.PERIOD_MISSING,
    RuleId.TOO_SELDOM,
    RuleId.PERSONAL_DATA,
    RuleId.TEAM_SHARE,
}
"""What no command changes, or only those concerned can say."""


def words(finding: Finding, language: Language = Language.EN) -> list[str]:
    """What the buttons of a finding type."""
    buttons = mending_buttons(texts_for(language, "CNY"), 3, finding)
    return [button.action.words for button in buttons if isinstance(button.action, Run)]


@pytest.mark.parametrize("language", Language)
def test_every_finding_has_a_button_that_is_understood(language: Language) -> None:
    without = {finding.rule for finding in FINDINGS if not words(finding, language)}
    assert without == NOBODY_CAN_YET
    assert all(read_command(typed) for finding in FINDINGS for typed in words(finding, language))


def test_where_somebody_has_to_say_it_the_button_begins_the_dialog() -> None:
    begun = {
        finding.rule: words(finding)[0]
        for finding in FINDINGS
        if not isinstance(finding.fix, Apply | Choose) and words(finding)
    }
    assert begun[RuleId.TARGET_MISSING].startswith("target #")
    assert begun[RuleId.NO_ACTION].startswith("plan add , #")
    assert begun[RuleId.STALE].startswith("actual #")
    assert begun[RuleId.NO_COUNTER].startswith("propose new ")
    assert begun[RuleId.PERSON_WITHOUT_KPI].startswith("build ")
    assert begun[RuleId.TIME_OVER] == "members"


@pytest.mark.usefixtures("built")
def test_a_kpi_without_a_plan_gets_one_by_its_button(stage: RealStage) -> None:
    said = stage.type("Anna", "/kpi plan add , #3")
    assert "What will be done?" in said
    assert "for Win rate" in stage.type("Anna", "answer within a day", "Anna", "15 Dec")
