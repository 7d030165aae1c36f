"""What one says oneself of a KPI, where the check asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask
from conversations.cards.checkup import finding_words
from conversations.forms import form, text
from kpi_engine.commands import AgreeToKpi, ChooseRanking
from kpi_engine.design.check.finding import Finding
from kpi_engine.model.check import RuleId


@form
class Objection:
    """Why somebody does not agree to a KPI."""

    word: str = text()


def asked(ask: Ask, findings: Sequence[Finding]) -> frozenset[str]:
    """By their words, the findings in which the person's own word is asked for."""
    entered = {each.kpi.id for each in ask.know.kpis() if each.definition.owner_id == ask.me.id}
    measured = {each.kpi.id for each in ask.know.kpis(person_id=ask.me.id)}
    mine = {RuleId.NOT_CONFIRMED: entered, RuleId.NOT_REVIEWED: entered, RuleId.PERSONAL_DATA: measured}
    return frozenset(finding_words(each) for each in findings if each.subject.id in mine.get(each.rule, ()))


def answer(ask: Ask, finding: Finding, *, agrees: bool) -> AgreeToKpi | ChooseRanking:
    """A yes, or a no and why; to being ranked no reason is asked for."""
    if finding.rule is RuleId.PERSONAL_DATA and finding.params["word"] is None:
        return ChooseRanking(agrees)
    word = "" if agrees else ask(Objection).word
    return AgreeToKpi(finding.subject.id, agrees, word)
