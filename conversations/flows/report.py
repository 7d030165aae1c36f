"""`report`: where the company, a department, a person or a KPI stands."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.actions import plan_table
from conversations.cards.day import newcomer_card
from conversations.cards.kpi import earlier, kpi_card
from conversations.cards.names import Names
from conversations.cards.scorecard import scorecard_card
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.view import Message, Table
from kpi_engine.commands import EnterActuals
from kpi_engine.model.score import KpiScore, Subject
from kpi_engine.rights import Place, may


def report(ask: Ask) -> Message:
    """Asks nothing: without words it is about one's own company, department or self, now."""
    words = ask.take_words()
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    asked = read_asked(ask, words)
    names = all_names(ask)
    if isinstance(asked.about, Subject):
        card = present_card(ask, asked.about, asked.period)
        return scorecard_card(ask.texts, card, ask.know.total(card), names)
    line = kpi_line(ask, asked.about, asked.period)
    before = [ask.know.kpi_score(line.version.kpi.id, period) for period in earlier(line)]
    return kpi_card(ask.texts, line, before, names, plan=_plan(ask, line, names), may_enter=_may_enter(ask, line))


def _plan(ask: Ask, line: KpiScore, names: Names) -> Table | None:
    still_open = [one for one in ask.know.actions(line.version.kpi.id) if one.done_on is None]
    return plan_table(ask.texts, still_open, names, ask.today) if still_open else None


def _may_enter(ask: Ask, line: KpiScore) -> bool:
    return may(ask.me, EnterActuals, Place(line.version.kpi.department_id, line.version.definition.owner_id))
