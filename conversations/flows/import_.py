"""`import`: the values of a dropped file, shown before they are written down."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.ask import Ask, Do
from conversations.cards.say import say
from conversations.flows.import_preview import NewValues, told
from conversations.flows.rights import check_may
from conversations.forms import form, yesno
from conversations.kept_file import read
from conversations.view import Message
from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Actual, Channel
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place


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


def _confirmed(ask: Ask, name: str, entries: Sequence[Entry]) -> Do | Message:
    file = _beside_what_stands(ask, name, entries)
    ask.know.check_open([(entry.kpi_id, entry.period) for entry in file.news])
    if not file.news:
        return say(ask.texts, "import.nothing_new", file=name, values=len(entries))
    agreed = ask(Importing, intro=told(ask, file)).agreed
    return Do(EnterActuals(tuple(file.news), Channel.FILE)) if agreed else say(ask.texts, "import.left", file=name)


def _beside_what_stands(ask: Ask, name: str, entries: Sequence[Entry]) -> NewValues:
    versions = {version.kpi.id: version for version in ask.know.kpis()}
    gone = next((entry for entry in entries if entry.kpi_id not in versions), None)
    if gone:
        raise Refusal("unknown_kpi", id=gone.kpi_id)
    check_may(ask, EnterActuals, *{_place(versions[entry.kpi_id]) for entry in entries})
    standing = ask.know.standing([(entry.kpi_id, entry.period) for entry in entries])
    news = [entry for entry in entries if _says_more(entry, standing.get((entry.kpi_id, entry.period)))]
    return NewValues(name, entries, news, standing, versions)


def _place(version: KpiVersion) -> Place:
    return Place(version.kpi.department_id, version.definition.owner_id)


def _says_more(entry: Entry, line: Actual | None) -> bool:
    """A quotient without its parts says no more than the one with them."""
    if line is None or entry.note not in ("", line.note) or entry.state is not line.state:
        return True
    if entry.reading and line.reading and entry.reading.numerator is None:
        return entry.reading.value != line.reading.value
    return entry.reading != line.reading
