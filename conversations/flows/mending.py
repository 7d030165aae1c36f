"""What a button beside a finding does; where only somebody knows the answer, it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.mending import finding_words
from conversations.flows.rights import check_may
from conversations.flows.sourcing import said_source
from kpi_engine.commands import Command, MuteFinding, ReviseKpi
from kpi_engine.design.check.finding import Apply, Choose, Finding, Question, Topic
from kpi_engine.design.match import is_called
from kpi_engine.errors import Refusal
from kpi_engine.model.name import Name
from kpi_engine.rights import Place


def mended(ask: Ask, code: str, name: str) -> Command:
    """The command of the button; the check is made anew, so that nothing is mended that is well by now.

    Refusal: finding_gone.
    """
    found = standing_finding(ask, code)
    command = _command(ask, found, name)
    if command is None:
        raise Refusal("finding_gone")
    if isinstance(command, ReviseKpi):
        return replace(command, reason=ask.texts.plain("checkup.reason", rule=found.rule))
    if isinstance(command, MuteFinding):
        return replace(command, reason=ask.texts.label("checkup.serves"))
    return command


def standing_finding(ask: Ask, code: str) -> Finding:
    """The finding that a button means; Refusal("finding_gone")."""
    found = next((each for each in ask.know.check() if finding_words(each) == code), None)
    if found is None:
        raise Refusal("finding_gone")
    return found


def _command(ask: Ask, finding: Finding, name: str) -> Command | None:
    match finding.fix:
        case Apply(command=command):
            return command
        case Choose(options=options):
            return next((option.command for option in options if is_called(name, option.name)), None)
        case Question(topic=Topic.SOURCE, offers=offers):
            return _sourced(ask, finding, offers)
        case Question():
            return None


def _sourced(ask: Ask, finding: Finding, offers: Sequence[Name]) -> ReviseKpi:
    """The KPI with its source, from the open cycle on."""
    check_may(ask, ReviseKpi, *(Place(id) for id in finding.subject.department_ids))
    last = ask.know.versions(finding.subject.id)[-1]
    definition = replace(last.definition, source=said_source(ask, last.definition.name, offers))
    begins = ask.know.company().calendar.holding(ask.today, definition.cycle).start
    return ReviseKpi(last.kpi.id, definition, max(begins, last.in_force), reason="")
