"""A value that stands already is not replaced without a word: it is asked once, for all of a message together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from conversations.ask import Ask
from conversations.cards.value import told_words, value_words
from conversations.courtesy import phrases
from conversations.fields import Rejected
from conversations.flows.actual.called import askables
from conversations.flows.actual.sure import sure
from conversations.flows.actual.wanted import Wanted
from conversations.forms import choice, form, yesno
from conversations.sure_field import without_no
from conversations.value_field import askable
from conversations.view import Block, Option, Table, Text
from conversations.words import quoted
from kpi_engine.calendar.impossible import impossible_day
from kpi_engine.commands import Entry
from kpi_engine.intake.begun import is_named
from kpi_engine.intake.free import looks_like_values
from kpi_engine.intake.said import Said, has_figure, read_said
from kpi_engine.intake.typed import tidy
from kpi_engine.model.actual import Actual


class Correction(StrEnum):
    """What becomes of a value that stands."""

    REPLACE = "replace"
    MISTYPED = "mistyped"
    FINAL = "final"
    KEEP = "keep"


@form
class Replacing:
    """Whether what stands is replaced, and why: own words are the reason."""

    why: str = choice(own=True)


@form
class Meant:
    """Whether words with a number in them are the reason: they may be another value."""

    reason: bool = yesno()


@dataclass(frozen=True, slots=True)
class Change:
    """An entry for a place at which another value stands."""

    one: Wanted
    entry: Entry
    line: Actual


def settled(ask: Ask, given: Sequence[tuple[Wanted, Entry]], before: str = "") -> tuple[Entry, ...]:
    """The entries with the reason for what they correct; without those that are to leave alone what stands.

    A number instead of a reason is another value, and is asked about in its turn; `before` says which were.
    """
    changes = _changes(ask, given)
    entries = tuple(entry for _, entry in given)
    if not changes:
        return entries
    key = "+".join(str(change.line.id) for change in changes) + before
    options = {"why": _answers(ask)}
    intro = _told(ask, changes)
    said = ask(Replacing, f"replacing:{key}", options=options, intro=intro, check=lambda one: _other_values(ask, one))
    if len(changes) == 1 and (other := _other_value(ask, changes[0], said.why)):
        return settled(
            ask, [other if one == changes[0].one else (one, entry) for one, entry in given], f"{before}:{said.why}"
        )
    touched = [change.entry for change in changes]
    if said.why == Correction.KEEP or not _is_reason(ask, said.why, intro):
        return tuple(entry for entry in entries if entry not in touched)
    reason = _reason(ask, said.why)
    return tuple(replace(entry, reason=reason) if entry in touched else entry for entry in entries)


def without_changes(ask: Ask, given: Sequence[tuple[Wanted, Entry]]) -> list[tuple[Wanted, Entry]]:
    """Those that replace nothing."""
    changed = [change.one for change in _changes(ask, given)]
    return [(one, entry) for one, entry in given if one not in changed]


def _changes(ask: Ask, given: Sequence[tuple[Wanted, Entry]]) -> list[Change]:
    standing = ask.know.standing([(entry.kpi_id, entry.period) for _, entry in given])
    lines = ((one, entry, standing.get((entry.kpi_id, entry.period))) for one, entry in given)
    return [Change(one, entry, line) for one, entry, line in lines if line and _differs(entry, line)]


def _answers(ask: Ask) -> list[Option]:
    """Whoever says `never mind` leaves what stands."""
    *others, keep = ask.texts.options(Correction)
    return [*others, replace(keep, also=(*keep.also, *phrases("withdrawn")))]


def _differs(entry: Entry, line: Actual) -> bool:
    """A note or a file more is no other value."""
    return (line.state, _value(line)) != (entry.state, _value(entry))


def _other_values(ask: Ask, said: Replacing) -> Rejected | None:
    """A line of values is no reason; it is taken as what it is."""
    meant = looks_like_values(said.why, askables(ask.know, ask.me)) or impossible_day(said.why)
    return Rejected("choice_unknown", {"raw": said.why, "nearest": ()}) if meant else None


def _other_value(ask: Ask, change: Change, why: str) -> tuple[Wanted, Entry] | None:
    """The value that words are which are nothing else: `no wait, 15`."""
    kpi, words = askable(change.one.version), tidy(without_no(why))
    if why in set(Correction) or not has_figure(words):
        return None
    said = read_said(f" {words}", kpi, ask.texts.format.currency)
    if not isinstance(said, Said) or said.read is None or said.note:
        return None
    meant = sure(ask, change.one, said)
    return change.one, replace(change.entry, state=meant.state, reading=meant.read)


def _is_reason(ask: Ask, why: str, intro: tuple[Block, ...]) -> bool:
    """Nobody's new figure becomes the reason for the old one: a number or a KPI's name in own words is asked about."""
    if why in set(Correction) or not (has_figure(why) or is_named(tidy(why), askables(ask.know, ask.me))):
        return True
    doubt = Text(ask.texts.say("actual.reason_or_value", raw=quoted(why)))
    return ask(Meant, f"meant:{why}", intro=(*intro, doubt)).reason


def _value(said: Actual | Entry) -> object:
    return said.reading and said.reading.value


def _reason(ask: Ask, why: str) -> str:
    match why:
        case Correction.REPLACE:
            return ""
        case Correction.MISTYPED | Correction.FINAL:
            return ask.texts.label(f"replacing.{why}")
        case _:
            return why


def _told(ask: Ask, changes: Sequence[Change]) -> tuple[Block, ...]:
    if len(changes) > 1:
        return Text(ask.texts.say("actual.several_stand", values=len(changes))), _table(ask, changes)
    (change,) = changes
    who = next((person.name for person in ask.know.everybody() if person.id == change.line.author_id), None)
    was, value = _words(ask, change)
    name, period = change.one.version.definition.name, change.one.period
    return (Text(ask.texts.say("actual.stands", name=name, period=period, was=was, value=value, by=who)),)


def _table(ask: Ask, changes: Sequence[Change]) -> Table:
    columns = tuple(ask.texts.label(f"columns.{key}") for key in ("kpi", "period", "was", "value"))
    rows = tuple(
        (
            ask.texts.name(change.one.version.definition.name),
            ask.texts.format.period(change.one.period),
            *_words(ask, change),
        )
        for change in changes
    )
    return Table(columns, rows, "llrr")


def _words(ask: Ask, change: Change) -> tuple[str, str]:
    unit = change.one.version.definition.unit
    was = told_words(ask.texts, change.line.state, change.line.reading, unit)
    return was, value_words(ask.texts, change.entry.state, change.entry.reading, unit)
