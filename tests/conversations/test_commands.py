"""How a command is recognised by its name, and what is left for it to read."""

from __future__ import annotations

import pytest

from conversations.commands import COMMANDS, nearest_commands, read_command
from conversations.hearing import commanded
from conversations.texts import texts_for
from kpi_engine.model.name import Language


@pytest.mark.parametrize(
    ("typed", "name", "words"),
    [
        ("report", "report", ""),
        ("Report Sales  last month ", "report", "Sales  last month"),
        ("报告 销售部", "report", "销售部"),
        ("报告　销售部　上月", "report", "销售部　上月"),
        ("report\tSales", "report", "Sales"),
        ("members　add Li Na", "members", "add Li Na"),
        ("报告销售部 上月", "report", "销售部 上月"),
    ],
)
def test_the_name_ends_at_a_blank_of_any_width(typed: str, name: str, words: str) -> None:
    found = read_command(typed)
    assert found is not None
    assert (found[0].name, found[1]) == (name, words)


@pytest.mark.parametrize("typed", ["", "　", "reports", "Sales report"])
def test_other_words_are_no_command(typed: str) -> None:
    assert read_command(typed) is None


def test_the_names_are_those_of_the_labels_in_the_order_of_help() -> None:
    for language in Language:
        assert texts_for(language, "CNY").names_in("commands") == [command.name for command in COMMANDS]
    assert [command.names for command in COMMANDS][:2] == [("start", "开始"), ("strategy", "战略")]


def test_the_nearest_are_those_to_the_first_word() -> None:
    assert nearest_commands("repotr　members")[0] == "report"


def test_a_full_width_blank_may_stand_after_the_slash_command() -> None:
    assert commanded("/kpi　报告　销售部") == "报告　销售部"
