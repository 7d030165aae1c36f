"""`actual`: values are entered, in one form with everything owed or in one line with several values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.ask import Ask, Do
from conversations.asking import Asking
from conversations.cards.names import kpi_words
from conversations.choice_fields import record_id, record_value
from conversations.flows.rights import check_may
from conversations.forms import choice, form
from conversations.know import Know
from conversations.value_field import SureField, ValueField, askable
from conversations.view import Option, Text
from conversations.words import first_word, quoted
from kpi_engine.calendar.due import can_be_asked, is_expected
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.calendar.when import read_when
from kpi_engine.calendar.words import read_period, write_period
from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.errors import Refusal
from kpi_engine.intake.line import Piece, Problem, read_line
from kpi_engine.intake.names import Askable
from kpi_engine.intake.number import plain_read
from kpi_engine.intake.said import Said
from kpi_engine.intake.slip import Slip, slip
from kpi_engine.intake.usual import Usual
from kpi_engine.intake.why import Why
from kpi_engine.measure.score.target import entry_target
from kpi_engine.model.actual import Reading
from kpi_engine.model.company import Person
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place

MOST = 10
"""Values asked for in one form."""
USUAL = 12
"""Past values that say what is usual."""


@form
class Which:
    """The KPI meant by a name that fits none, or several."""

    kpi: str = choice()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value to be asked for; `given` is what was typed for it already, and `note` behind it."""

    version: KpiVersion
    period: Period
    given: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        """Its identity in the dialog's answers."""
        return f"kpi{self.version.kpi.id}@{write_period(self.period)}"


def actual(ask: Ask) -> Do:
    """Reads the line after the command, or asks for what is owed; what looks like a slip is asked back, once."""
    words = ask.take_words()
    check_may(ask, EnterActuals)
    wanted = _named(ask, words) if words else _owed(ask)
    check_may(ask, EnterActuals, *(_place(one.version) for one in wanted))
    answers: dict[str, Said | None] = {}
    for first in range(0, len(wanted), MOST):
        answers |= _asked(ask, wanted[first : first + MOST])
    entries = [_entry(one, _sure(ask, one, said)) for one in wanted if (said := answers[one.key])]
    if not entries:
        raise Refusal("nothing_given")
    return Do(EnterActuals(tuple(entries)))


def askables(know: Know, me: Person) -> tuple[Askable, ...]:
    """The KPIs that a line may name: one's own, and others as far as no name of one's own means them."""
    versions = know.kpis()
    mine = [askable(version) for version in versions if version.definition.owner_id == me.id]
    taken = {name for one in mine for name in one.names}
    others = [askable(version) for version in versions if version.definition.owner_id != me.id]
    return (*mine, *(one for one in others if taken.isdisjoint(one.names)))


def _owed(ask: Ask) -> list[Wanted]:
    owed = [Wanted(one.version, one.period) for one in ask.know.owed()]
    if not owed:
        raise Refusal("nothing_owed")
    return owed


def _named(ask: Ask, words: str) -> list[Wanted]:
    versions = {version.kpi.id: version for version in ask.know.kpis()}
    mark, value = first_word(words)
    pressed = [version for version in versions.values() if kpi_words(version) == mark]
    if pressed:
        return [Wanted(pressed[0], _latest(ask, pressed[0]), value) if value else _unsaid(ask, pressed[0])]
    line = read_line(words, askables(ask.know, ask.me), ask.today, currency=ask.texts.format.currency)
    wanted = [_wanted(ask, versions[piece.kpi_id], piece) for piece in line.entries]
    return wanted + [_in_doubt(ask, problem, versions) for problem in line.problems]


def _place(version: KpiVersion) -> Place:
    return Place(version.kpi.department_id, version.definition.owner_id)


def _wanted(ask: Ask, version: KpiVersion, piece: Piece) -> Wanted:
    """A period before the value says for which it is, and so does a note that begins with one."""
    given = _without(piece.text, piece.note)
    if piece.when:
        return Wanted(version, _for_period(ask, version, piece.when), given, piece.note)
    period, rest = _dated(ask, piece.note)
    if period and (found := _of_frequency(ask, version, period)):
        return Wanted(version, found, given, rest)
    return Wanted(version, _latest(ask, version), given, piece.note)


def _for_period(ask: Ask, version: KpiVersion, said: Period | None) -> Period:
    """The period said, or the latest; Refusal where values are not entered by such periods."""
    if said is None:
        return _latest(ask, version)
    if said.start > ask.today:
        raise Refusal("period_future", kpi=version.definition.name)
    if found := _of_frequency(ask, version, said):
        return found
    raise Refusal("wrong_period", kpi=version.definition.name, kind=version.definition.frequency)


def _of_frequency(ask: Ask, version: KpiVersion, said: Period) -> Period | None:
    """A day stands for the period that it lies in."""
    frequency = version.definition.frequency
    if said.kind is PeriodKind.DAY:
        return ask.know.company().calendar.holding(said.start, frequency)
    return said if said.kind is frequency else None


def _without(text: str, note: str) -> str:
    """What was typed before the note; its words that stood behind a comma are not in the text."""
    parts, typed = note.split(", "), text.rstrip(" )")
    inside = (", ".join(parts[:count]) for count in range(len(parts), 0, -1))
    found = next((own for own in inside if own and typed.endswith(own)), None)
    return typed.removesuffix(found).rstrip(" (") if found else text


def _dated(ask: Ask, note: str) -> tuple[Period | None, str]:
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


def _in_doubt(ask: Ask, problem: Problem, versions: Mapping[int, KpiVersion]) -> Wanted:
    version = versions[_which(ask, problem, versions)]
    if problem.why is Why.NO_VALUE:
        return _unsaid(ask, version)
    return Wanted(version, _for_period(ask, version, problem.when), problem.text)


def _unsaid(ask: Ask, version: KpiVersion) -> Wanted:
    """A value of which nothing was said but the KPI's name."""
    return Wanted(version, _owed_last(ask, version) or _latest(ask, version))


def _which(ask: Ask, problem: Problem, versions: Mapping[int, KpiVersion]) -> int:
    if len(problem.kpi_ids) == 1:
        return problem.kpi_ids[0]
    ids = problem.kpi_ids or problem.nearest
    if not ids:
        raise Refusal("line_unread", text=problem.text)
    options = [_option(ask, versions[kpi_id]) for kpi_id in ids]
    intro = Text(ask.texts.say("actual.which", text=quoted(problem.text)))
    return int(record_id(ask(Which, f"which:{problem.text}", options={"kpi": options}, intro=[intro]).kpi))


def _option(ask: Ask, version: KpiVersion) -> Option:
    department = next(found for found in ask.know.departments() if found.id == version.kpi.department_id)
    return Option(
        record_value(version.kpi.id), ask.texts.name(version.definition.name), ask.texts.name(department.name)
    )


def _owed_last(ask: Ask, version: KpiVersion) -> Period | None:
    owed = [one.period for one in ask.know.owed() if one.version.kpi.id == version.kpi.id]
    return owed[-1] if owed else None


def _latest(ask: Ask, version: KpiVersion) -> Period:
    """The latest period that has a value to be entered by now; one that stands there is corrected."""
    calendar = ask.know.company().calendar
    period = calendar.holding(ask.today, version.definition.frequency)
    while not can_be_asked(period, ask.today) or not is_expected(period, calendar):
        period = period.previous()
    return period


def _asked(ask: Ask, wanted: Sequence[Wanted]) -> dict[str, Said | None]:
    fields = {one.key: _field(ask, one) for one in wanted}
    given = {one.key: one.given for one in wanted if one.given}
    return ask.fields(Asking("values", "values", fields), _by_key, given=given)


def _field(ask: Ask, one: Wanted) -> ValueField:
    definition = one.version.definition
    past = [line for line in ask.know.recent(one.version.kpi.id, USUAL) if line.period < one.period]
    last = past[-1].reading if past else None
    return ValueField(
        asked=askable(one.version, last.value if last else None),
        currency=ask.texts.format.currency,
        optional=True,
        label=ask.texts.plain("actual.label", name=definition.name, period=one.period),
        hint=ask.texts.plain("actual.hint", definition=definition, last=last),
        options=_quick(ask, has_last=last is not None),
    )


def _quick(ask: Ask, *, has_last: bool) -> tuple[Option, ...]:
    same = (Option("same", ask.texts.label("actual.same")),) if has_last else ()
    return (*same, Option("n/a", ask.texts.label("actual.not_applicable")))


def _sure(ask: Ask, one: Wanted, said: Said, offered: frozenset[str] = frozenset()) -> Said:
    """What was said, unless it is far off the usual: then what is said when asked back.

    What was `offered` is taken, and so is a value that one comes back to; another one is judged like the first.
    """
    unit = one.version.definition.unit
    if said.read is None or plain_read(said.read, unit) in offered:
        return said
    odd = slip(said.read, _usual(ask, one))
    if odd is None:
        return said
    values = {plain_read(read, unit) for read in (odd.said, *(guess.read for guess in odd.guesses))}
    return _sure(ask, one, _asked_back(ask, one, said.read, odd), offered | values)


def _asked_back(ask: Ask, one: Wanted, said: Reading, odd: Slip) -> Said:
    unit = one.version.definition.unit
    key = f"sure:{one.key}:{plain_read(said, unit)}"
    intro = Text(ask.texts.say("actual.odd", name=one.version.definition.name, slip=odd, unit=unit))
    again = SureField(
        asked=askable(one.version),
        currency=ask.texts.format.currency,
        label=ask.texts.plain("actual.meant", name=one.version.definition.name),
        options=_meanings(ask, odd, one),
    )
    return ask.fields(Asking(key, "sure", {"value": again}, (intro,)), _the_value)


def _usual(ask: Ask, one: Wanted) -> Usual:
    """The values of other periods, as what is corrected is no measure of what corrects it, and the target."""
    lines = ask.know.recent(one.version.kpi.id, USUAL)
    past = tuple(line.reading.value for line in lines if line.reading and line.period != one.period)
    definition = one.version.definition
    target = entry_target(one.version, one.period, ask.know.company().calendar)
    return Usual(definition.unit, past, target, definition.direction)


def _meanings(ask: Ask, odd: Slip, one: Wanted) -> tuple[Option, ...]:
    unit = one.version.definition.unit
    reads = [odd.said, *(guess.read for guess in odd.guesses)]
    return tuple(Option(plain_read(read, unit), ask.texts.format.exact(read.value, unit)) for read in reads)


def _entry(one: Wanted, said: Said) -> Entry:
    return Entry(one.version.kpi.id, one.period, said.state, said.read, note=said.note or one.note)


def _by_key(**answers: Said | None) -> dict[str, Said | None]:
    return answers


def _the_value(value: Said) -> Said:
    return value
