"""What typed words mean where no dialog is open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conversations.commands import COMMANDS, MY_DAY, named
from conversations.hearing import commanded, meant_by_command, meant_by_words, nearest_to_words
from conversations.know import Know
from kpi_engine.errors import Refusal
from tests.conversations.samples import LI_NA, SALES_KPI, VISITS_KPI
from tests.conversations.toys import world


@pytest.fixture
def know() -> Know:
    """Of two KPIs."""
    return world(kpis=lambda: (SALES_KPI, VISITS_KPI)).know


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("/kpi report Sales", "report Sales"),
        ("/KPI", ""),
        ("kpi  report", "report"),
        ("／kpi 报告", "报告"),
        ("/kpi报告 上月", "报告 上月"),
        ("/kpis", None),
        ("kpi's", None),
        ("report", None),
        ("", None),
    ],
)
def test_a_command_has_its_prefix(typed: str, words: str | None) -> None:
    assert commanded(typed) == words


def test_the_prefix_alone_is_ones_day() -> None:
    assert meant_by_command("") == (MY_DAY, "")


def test_a_word_that_is_no_command_gets_the_nearest() -> None:
    with pytest.raises(Refusal) as refused:
        meant_by_command("repotr Sales")
    assert refused.value.key == "no_command"
    assert refused.value.params == {"word": "repotr", "nearest": ["report"]}


@pytest.mark.parametrize(
    ("text", "command", "words"),
    [
        ("report Sales", "report", "Sales"),
        ("报告", "report", ""),
        ("Sales revenue 1.2m", "actual", "Sales revenue 1.2m"),
        ("客户拜访 3，销售收入 120万", "actual", "客户拜访 3，销售收入 120万"),
        ("Customer visits 1.200", "actual", "Customer visits 1.200"),
    ],
)
def test_words_without_prefix_are_a_command_or_values(know: Know, text: str, command: str, words: str) -> None:
    meant = meant_by_words(text, know, LI_NA)
    assert meant is not None
    assert (meant[0].name, meant[1]) == (command, words)


@pytest.mark.parametrize("text", ["hello", "Sales revenue", "12", "Headcount 12", "{{7*7}}", "🚀"])
def test_other_words_mean_nothing(know: Know, text: str) -> None:
    assert meant_by_words(text, know, LI_NA) is None


def test_the_nearest_to_other_words_are_commands_or_kpis(know: Know) -> None:
    assert nearest_to_words("repotr", know, LI_NA) == ["report"]
    assert nearest_to_words("Custmer visits 12", know, LI_NA) == ["Customer visits"]
    assert nearest_to_words("strt 12", know, LI_NA)[0] == "start"
    assert nearest_to_words("visits of customers", know, LI_NA) == ["Customer visits"]
    assert nearest_to_words("🚀", know, LI_NA) == []


def test_ones_own_kpi_is_meant_by_a_name_that_several_have() -> None:
    mine = replace(SALES_KPI, definition=replace(SALES_KPI.definition, owner_id=LI_NA.id))
    others = replace(VISITS_KPI, definition=replace(VISITS_KPI.definition, name=mine.definition.name, owner_id=9))
    meant = meant_by_words("Sales revenue 5", world(kpis=lambda: (others, mine)).know, LI_NA)
    assert meant is not None


def test_a_run_finds_the_command_that_it_was_begun_with() -> None:
    assert [named(command.name) for command in COMMANDS] == list(COMMANDS)
    assert named("") is MY_DAY
    assert named("gone") is None
