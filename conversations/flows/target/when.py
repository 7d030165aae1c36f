"""From when on a target holds, or for which period alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.ask import Ask
from conversations.cards.target import AgreedTarget
from conversations.fields import Rejected
from conversations.forms import choice, form
from conversations.view import Block, Option
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.when import read_when
from kpi_engine.calendar.words import read_period, write_period

ONLY = "only "
"""Before the period of a target for that period alone."""


@form
class TargetWhen:
    """From when on, or for which period."""

    when: str = choice(own=True)


@dataclass(frozen=True, slots=True)
class When:
    """The first period, and whether it is the only one."""

    cycle: Period
    only: bool


def chosen_when(ask: Ask, agreed: AgreedTarget) -> When:
    """This period or the next, from it on or it alone; or from any other day on."""
    only = [Option(ONLY + write_period(one), ask.texts.plain("target.only", period=one)) for one in _near(agreed)]
    return _asked(ask, agreed, [*_from_on(ask, agreed), *only], ())


def from_when(ask: Ask, agreed: AgreedTarget, intro: Sequence[Block]) -> Period:
    """From which period on, for what cannot be so for one alone."""
    return _asked(ask, agreed, _from_on(ask, agreed), intro).cycle


def _asked(ask: Ask, agreed: AgreedTarget, options: Sequence[Option], intro: Sequence[Block]) -> When:
    def unread(given: TargetWhen) -> Rejected | None:
        return None if _read(ask, agreed, given.when) else Rejected("when_unread", {"raw": given.when})

    key = f"target_when:kpi{agreed.version.kpi.id}"
    found = _read(ask, agreed, ask(TargetWhen, key, options={"when": options}, check=unread, intro=intro).when)
    assert found is not None
    return found


def _near(agreed: AgreedTarget) -> tuple[Period, Period]:
    return agreed.cycle, agreed.cycle.next()


def _from_on(ask: Ask, agreed: AgreedTarget) -> list[Option]:
    return [Option(write_period(one), ask.texts.plain("target.from_on", period=one)) for one in _near(agreed)]


def _read(ask: Ask, agreed: AgreedTarget, said: str) -> When | None:
    calendar = ask.know.company().calendar
    period = said.removeprefix(ONLY)
    found = read_period(period, ask.today, calendar.year_start) or read_when(period, ask.today, calendar.year_start)
    return When(calendar.holding(found.start, agreed.cycle.kind), said.startswith(ONLY)) if found else None
