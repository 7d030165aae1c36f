"""For which period a value is meant."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from conversations.ask import Ask
from conversations.cards.value import told_words
from conversations.forms import choice, form
from conversations.offers import Offering
from conversations.view import Option, Text
from kpi_engine.calendar.due import can_be_asked, is_expected
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.when import read_when
from kpi_engine.calendar.words import read_period, write_period
from kpi_engine.errors import Refusal
from kpi_engine.measure.values.slots import owed_since
from kpi_engine.model.actual import Actual
from kpi_engine.model.kpi import KpiVersion


@form
class WhichPeriod:
    """What a value is of where the last period has one and the next is not over."""

    period: str = choice()


def latest(ask: Ask, version: KpiVersion) -> Period:
    """The latest period that has a value to be entered by now."""
    calendar = ask.know.company().calendar
    period = calendar.holding(ask.today, version.definition.frequency)
    while not can_be_asked(period, ask.today) or not is_expected(period, calendar):
        period = period.previous()
    return period


def owed_last(ask: Ask, version: KpiVersion) -> Period | None:
    """The latest period for which the person owes the value."""
    owed = [one.period for one in ask.know.owed() if one.version.kpi.id == version.kpi.id]
    return owed[-1] if owed else None


def unsaid(ask: Ask, version: KpiVersion) -> Period:
    """What a value is of where no period was said: of the latest, or where that has one of the period in progress.

    Which of them is asked, unless it is plain: what ended before the KPI was in force is not measured, and nobody owed
    what ended before it was agreed; what was entered today is put right, and so is anything before the period in
    progress is half over.
    """
    last, calendar = latest(ask, version), ask.know.company().calendar
    now = calendar.holding(ask.today, version.definition.frequency)
    if now == last or not is_expected(now, calendar):
        return last
    line = ask.know.standing([(version.kpi.id, last)]).get((version.kpi.id, last))
    versions = ask.know.versions(version.kpi.id)
    if line is None:
        return now if last.last_day < min(each.in_force for each in versions) else last
    if _entered_today(ask, line):
        return last
    if last.last_day < owed_since(versions):
        return now
    return _asked(ask, version, line, now) if ask.today > now.middle else last


def _entered_today(ask: Ask, line: Actual) -> bool:
    return line.entered_at.astimezone(ZoneInfo(ask.me.time_zone)).date() == ask.today


def _asked(ask: Ask, version: KpiVersion, line: Actual, now: Period) -> Period:
    was = told_words(ask.texts, line.state, line.reading, version.definition.unit)
    intro = Text(ask.texts.say("actual.has_value", name=version.definition.name, period=line.period, was=was))
    periods = {write_period(one): one for one in (now, line.period)}
    options = [Option(value, ask.texts.format.period(one)) for value, one in periods.items()]
    return periods[ask(WhichPeriod, f"of:{version.kpi.id}", options={"period": options}, intro=[intro]).period]


_MOST_OFFERED = 3


def for_period(ask: Ask, version: KpiVersion, said: Period | None, given: str) -> Period:
    """The period said, or what is meant without one; where values are not entered by such periods a Refusal that
    offers those which the value may be meant for; `given` is the value with its name.
    """
    if said is None:
        return unsaid(ask, version)
    if said.start > ask.today:
        raise Refusal("period_future", kpi=version.definition.name)
    if found := of_frequency(ask, version, said):
        return found
    raise _wrong_period(ask, version, said, given)


def _wrong_period(ask: Ask, version: KpiVersion, said: Period, given: str) -> Refusal:
    name, frequency = version.definition.name, version.definition.frequency
    again = f"{ask.texts.label('commands.actual')} {given}"
    offers = [(ask.texts.format.period(one), f"{again} {write_period(one)}") for one in _inside(ask, version, said)]
    return Offering(Refusal("wrong_period", kpi=name, kind=frequency), offers)


def _inside(ask: Ask, version: KpiVersion, said: Period) -> Sequence[Period]:
    """The last periods of the KPI within the one that was said, oldest first, or the one around it."""
    calendar = ask.know.company().calendar
    around = calendar.holding(said.middle, version.definition.frequency)
    if said.middle in around and around.kind.rank > said.kind.rank:
        return [around]
    one, found = calendar.holding(min(said.last_day, ask.today), version.definition.frequency), list[Period]()
    while one.middle in said and len(found) < _MOST_OFFERED:
        found += [one] if is_expected(one, calendar) else []
        one = one.previous()
    return found[::-1]


def of_frequency(ask: Ask, version: KpiVersion, said: Period) -> Period | None:
    """A day stands for the period that it lies in."""
    frequency = version.definition.frequency
    if said.kind is PeriodKind.DAY:
        return ask.know.company().calendar.holding(said.start, frequency)
    return said if said.kind is frequency else None


def dated(ask: Ask, note: str) -> tuple[Period | None, str]:
    """A note that is nothing but a day, or begins with a period: words such as `Monday` may begin any note."""
    year_start = ask.know.company().calendar.year_start
    if whole := read_when(note.rstrip(",."), ask.today, year_start):
        return whole, ""
    words = note.split()
    for count in range(len(words), 0, -1):
        period = read_period(" ".join(words[:count]).rstrip(","), ask.today, year_start)
        if period:
            return period, " ".join(words[count:])
    return None, note
