"""What one says oneself of a KPI that one enters or is measured by, and of being ranked."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask
from conversations.cards.mending import finding_words
from conversations.cards.names import kpi_words
from conversations.forms import choice, form, text
from conversations.view import Option
from kpi_engine.commands import AgreeToKpi, ChooseRanking
from kpi_engine.design.check.finding import Finding
from kpi_engine.errors import Refusal
from kpi_engine.model.check import RuleId
from kpi_engine.model.kpi import KpiVersion

RANKING = ("ranking", "排名")
"""What can stand in place of a KPI."""


@form
class Agreeing:
    """A KPI that is right as it is."""

    kpi: str = choice()


@form
class Objection:
    """A KPI that is not, and why."""

    kpi: str = choice()
    word: str = text()


def asked(ask: Ask, findings: Sequence[Finding]) -> frozenset[str]:
    """By their words, the findings in which the person's own word is asked for."""
    entered = {each.kpi.id for each in ask.know.kpis() if each.definition.owner_id == ask.me.id}
    measured = {each.kpi.id for each in ask.know.kpis(person_id=ask.me.id)}
    mine = {RuleId.NOT_CONFIRMED: entered, RuleId.NOT_REVIEWED: entered, RuleId.PERSONAL_DATA: measured}
    return frozenset(finding_words(each) for each in findings if each.subject.id in mine.get(each.rule, ()))


def has_a_word(ask: Ask, version: KpiVersion) -> bool:
    """Whether the person answers for a KPI that somebody else has laid down."""
    last = ask.know.versions(version.kpi.id)[-1]
    return ask.me.id in (version.definition.owner_id, version.kpi.person_id) and last.author_id != ask.me.id


def answer(ask: Ask, words: str, *, agrees: bool) -> AgreeToKpi | ChooseRanking:
    """A yes, or a no and why; to being ranked no reason is asked for."""
    if words.casefold() in RANKING:
        return ChooseRanking(agrees)
    options = {"kpi": _mine(ask)}
    if agrees:
        return AgreeToKpi(_id(ask(Agreeing, options=options, words=words).kpi), agrees=True)
    given = ask(Objection, options=options, words=words)
    return AgreeToKpi(_id(given.kpi), agrees=False, word=given.word)


def _mine(ask: Ask) -> list[Option]:
    found = [
        Option(kpi_words(each), ask.texts.name(each.definition.name))
        for each in ask.know.kpis()
        if ask.me.id in (each.definition.owner_id, each.kpi.person_id)
    ]
    if not found:
        raise Refusal("no_kpi_of_ones_own")
    return found


def _id(words: str) -> int:
    return int(words.removeprefix("#"))
