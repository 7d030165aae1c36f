"""What typed words mean where no dialog is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conversations.commands import ACTUAL, COMMANDS, MY_DAY, REPORT, named
from conversations.hearing import commanded, finished, meant_by_command, meant_by_words
from conversations.know import Know
from conversations.lost import lost_card
from conversations.texts import texts_for
from conversations.view import Run
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Department
from kpi_engine.model.name import Language, Name
from tests.conversations.samples import LI_NA, SALES, SALES_KPI, VISITS_KPI
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


def test_the_prefix_alone_is_ones_day(know: Know) -> None:
    assert meant_by_command("", know, LI_NA) == (MY_DAY, "")


@pytest.mark.parametrize("words", ["Sales revenue 1.2m", "customer visits 3, sales revenue 17.2万", "销售收入 1.2万"])
def test_values_may_stand_after_the_prefix(know: Know, words: str) -> None:
    assert meant_by_command(words, know, LI_NA) == (ACTUAL, words)


def test_a_command_after_the_prefix_wins_over_values() -> None:
    called = replace(SALES_KPI, definition=replace(SALES_KPI.definition, name=Name.same("Report")))
    meant, words = meant_by_command("report 5", world(kpis=lambda: (called,)).know, LI_NA)
    assert (meant.name, words) == ("report", "5")


def test_a_word_that_is_no_command_gets_the_nearest(know: Know) -> None:
    with pytest.raises(Refusal) as refused:
        meant_by_command("repotr Sales", know, LI_NA)
    assert refused.value.key == "no_command"
    assert refused.value.params == {"word": "repotr", "nearest": ["report", "export", "target"]}


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


@pytest.mark.parametrize("text", ["hello", "Good morning!", "你好！", "早上好", "Hi there :)"])
def test_a_greeting_is_answered_with_ones_day(know: Know, text: str) -> None:
    assert meant_by_words(text, know, LI_NA) == (MY_DAY, "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("How are we doing?", ""),
        ("who is behind?", ""),
        ("我们怎么样", ""),
        ("怎么样了？", ""),
        ("how am I doing", "me"),
        ("我做得怎么样", "me"),
        ("brief", "brief"),
        ("简报 销售", "简报 销售"),
    ],
)
def test_a_question_in_own_words_is_a_report(know: Know, text: str, words: str) -> None:
    assert meant_by_words(text, know, LI_NA) == meant_by_command(text, know, LI_NA) == (REPORT, words)


@pytest.mark.parametrize(("text", "words"), [("排名", ""), ("排名 上月", "上月"), ("Ranking last month", "last month")])
def test_a_command_has_other_words(know: Know, text: str, words: str) -> None:
    meant = meant_by_words(text, know, LI_NA)
    assert meant is not None
    assert (meant[0].name, meant[1]) == ("leaderboard", words)


@pytest.mark.parametrize(("text", "are"), [("完成", True), ("Done!", True), ("all done", True), ("done 12", False)])
def test_being_done_is_known(text: str, are: bool) -> None:
    assert finished(text) is are


@pytest.mark.parametrize("text", ["hello Sales", "Sales revenue", "12", "Headcount 12", "{{7*7}}", "🚀"])
def test_other_words_mean_nothing(know: Know, text: str) -> None:
    assert meant_by_words(text, know, LI_NA) is None


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("repotr", "/kpi report", "report"),
        ("Cstr vsts 1.2k", "Customer visits 1.2k", "actual #2 1.2k"),
        ("strt 12", "/kpi start", "start"),
        ("visits of customers", "Customer visits", "actual #2"),
    ],
)
def test_other_words_get_a_button_for_what_comes_nearest(know: Know, text: str, label: str, words: str) -> None:
    guess = lost_card(texts_for(Language.EN, "CNY"), text, know, LI_NA, date(2026, 11, 25)).buttons[0]
    assert (guess.label, guess.action) == (label, Run(words))


def test_what_is_like_nothing_gets_no_button(know: Know) -> None:
    assert lost_card(texts_for(Language.EN, "CNY"), "🚀", know, LI_NA, date(2026, 11, 25)).buttons == ()


def test_ones_own_kpi_is_meant_by_a_name_that_several_have() -> None:
    mine = replace(SALES_KPI, definition=replace(SALES_KPI.definition, owner_id=LI_NA.id))
    others = replace(VISITS_KPI, definition=replace(VISITS_KPI.definition, name=mine.definition.name, owner_id=9))
    departments = [Department(id, SALES) for id in {mine.kpi.department_id, others.kpi.department_id}]
    two = world(kpis=lambda: (others, mine), departments=lambda: departments, everybody=lambda: [LI_NA])
    meant = meant_by_words("Sales revenue 5", two.know, LI_NA)
    assert meant is not None


def test_a_run_finds_the_command_that_it_was_begun_with() -> None:
    assert [named(command.name) for command in COMMANDS] == list(COMMANDS)
    assert named("") is MY_DAY
    assert named("gone") is None
