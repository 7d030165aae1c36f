"""`import`: the values of a dropped file, shown before they are written down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from conversations.ask import Ask, Do
from conversations.cards.say import say
from conversations.cards.value import short_words
from conversations.flows.rights import check_may
from conversations.forms import form, yesno
from conversations.kept_file import read
from conversations.view import Block, Message, Table, Text
from kpi_engine.calendar.period import Period
from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Actual, Channel
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place

MOST_SHOWN = 20
"""Corrections that are shown one by one."""


@form
class Importing:
    """Whether the file's values are written down."""

    agreed: bool = yesno()


def import_(ask: Ask) -> Do | Message:
    """Without a file: how to send one. All of its values are written down, or none."""
    words = ask.take_words()
    check_may(ask, EnterActuals)
    if not words:
        return say(ask.texts, "import.how")
    kept = read(words, ask.today, ask.know.company().calendar.year_start)
    if kept is None:
        raise Refusal("no_file", name=words)
    return _confirmed(ask, *kept)


@dataclass(frozen=True, slots=True)
class _File:
    """The values of a file beside what stands, and those of them that say something new."""

    name: str
    entries: Sequence[Entry]
    news: Sequence[Entry]
    standing: Mapping[tuple[int, Period], Actual]
    versions: Mapping[int, KpiVersion]

    @property
    def corrected(self) -> list[Entry]:
        """What takes the place of another value."""
        return [entry for entry in self.news if (entry.kpi_id, entry.period) in self.standing]


def _confirmed(ask: Ask, name: str, entries: Sequence[Entry]) -> Do | Message:
    file = _beside_what_stands(ask, name, entries)
    ask.know.check_open([(entry.kpi_id, entry.period) for entry in file.news])
    if not file.news:
        return say(ask.texts, "import.nothing_new", file=name, values=len(entries))
    agreed = ask(Importing, intro=_told(ask, file)).agreed
    return Do(EnterActuals(tuple(file.news), Channel.FILE)) if agreed else say(ask.texts, "import.left", file=name)


def _beside_what_stands(ask: Ask, name: str, entries: Sequence[Entry]) -> _File:
    versions = {version.kpi.id: version for version in ask.know.kpis()}
    gone = next((entry for entry in entries if entry.kpi_id not in versions), None)
    if gone:
        raise Refusal("unknown_kpi", id=gone.kpi_id)
    check_may(ask, EnterActuals, *{_place(versions[entry.kpi_id]) for entry in entries})
    standing = ask.know.standing([(entry.kpi_id, entry.period) for entry in entries])
    news = [entry for entry in entries if _says_more(entry, standing.get((entry.kpi_id, entry.period)))]
    return _File(name, entries, news, standing, versions)


def _place(version: KpiVersion) -> Place:
    return Place(version.kpi.department_id, version.definition.owner_id)


def _says_more(entry: Entry, line: Actual | None) -> bool:
    """A quotient without its parts says no more than the one with them."""
    if line is None or entry.note not in ("", line.note) or entry.state is not line.state:
        return True
    if entry.reading and line.reading and entry.reading.numerator is None:
        return entry.reading.value != line.reading.value
    return entry.reading != line.reading


def _told(ask: Ask, file: _File) -> Iterator[Block]:
    corrected = file.corrected
    counts = {"new": len(file.news) - len(corrected), "corrected": len(corrected)}
    same = len(file.entries) - len(file.news)
    yield Text(ask.texts.say("import.summary", file=file.name, same=same, **counts))
    if corrected:
        columns = tuple(ask.texts.label(f"columns.{key}") for key in ("kpi", "period", "was", "value"))
        yield Table(columns, tuple(_row(ask, file, entry) for entry in corrected[:MOST_SHOWN]), "llrr")
    if len(corrected) > MOST_SHOWN:
        yield Text(ask.texts.say("import.more_corrected", values=len(corrected) - MOST_SHOWN))


def _row(ask: Ask, file: _File, entry: Entry) -> tuple[str, ...]:
    line, definition = file.standing[entry.kpi_id, entry.period], file.versions[entry.kpi_id].definition
    return (
        ask.texts.name(definition.name),
        ask.texts.format.period(entry.period),
        short_words(ask.texts, line, definition.unit, entry),
        short_words(ask.texts, entry, definition.unit, line),
    )
