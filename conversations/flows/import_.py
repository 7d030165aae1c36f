"""`import`: the values of a dropped file, shown before they are written down."""

from __future__ import annotations

from enum import StrEnum

from conversations.ask import Ask, Do
from conversations.cards.dropped import wrong_blocks
from conversations.cards.say import say
from conversations.flows.import_preview import NewValues, told
from conversations.flows.rights import check_may
from conversations.forms import choice, form, yesno
from conversations.kept_file import KeptFile, read
from conversations.view import Message, Text
from kpi_engine.commands import EnterActuals, Entry
from kpi_engine.errors import Refusal
from kpi_engine.model.actual import Actual, Channel
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.rights import Place


class Taking(StrEnum):
    """What is done with a file of which some rows can't be taken."""

    SOUND = "sound"
    NOTHING = "nothing"


@form
class Importing:
    """Whether the file's values are written down."""

    agreed: bool = yesno()


@form
class ImportingRest:
    """Whether what is sound in it is written down by itself."""

    taking: Taking = choice(Taking)


def import_(ask: Ask) -> Do | Message:
    """Without a file: how to send one. What was shown of it is written down, all of it or nothing."""
    words = ask.take_words()
    check_may(ask, EnterActuals)
    if not words:
        return say(ask.texts, "import.how")
    kept = read(words, ask.today, ask.know.company().calendar.year_start)
    if kept is None:
        raise Refusal("no_file", name=words)
    return _confirmed(ask, kept)


def _confirmed(ask: Ask, kept: KeptFile) -> Do | Message:
    file = _beside_what_stands(ask, kept)
    ask.know.check_open([(entry.kpi_id, entry.period) for entry in file.news])
    if not file.news:
        return _nothing_new(ask, kept)
    if not _agreed(ask, file):
        return say(ask.texts, "import.left", file=kept.name, rows=len(kept.wrong))
    return Do(EnterActuals(tuple(file.news), Channel.FILE))


def _nothing_new(ask: Ask, kept: KeptFile) -> Message:
    same = ask.texts.say("import.nothing_new", file=kept.name, values=len(kept.entries), rest=bool(kept.wrong))
    return Message((*wrong_blocks(ask.texts, kept.wrong), Text(same)))


def _agreed(ask: Ask, file: NewValues) -> bool:
    intro = told(ask, file)
    if file.kept.wrong:
        return ask(ImportingRest, intro=intro).taking is Taking.SOUND
    return ask(Importing, intro=intro).agreed


def _beside_what_stands(ask: Ask, kept: KeptFile) -> NewValues:
    versions = {version.kpi.id: version for version in ask.know.kpis()}
    gone = next((entry for entry in kept.entries if entry.kpi_id not in versions), None)
    if gone:
        raise Refusal("unknown_kpi", id=gone.kpi_id)
    check_may(ask, EnterActuals, *{_place(versions[entry.kpi_id]) for entry in kept.entries})
    standing = ask.know.standing([(entry.kpi_id, entry.period) for entry in kept.entries])
    news = [entry for entry in kept.entries if _says_more(entry, standing.get((entry.kpi_id, entry.period)))]
    return NewValues(kept, news, standing, versions)


def _place(version: KpiVersion) -> Place:
    return Place(version.kpi.department_id, version.definition.owner_id)


def _says_more(entry: Entry, line: Actual | None) -> bool:
    """A quotient without its parts says no more than the one with them."""
    if line is None or entry.note not in ("", line.note) or entry.state is not line.state:
        return True
    if entry.reading and line.reading and entry.reading.numerator is None:
        return entry.reading.value != line.reading.value
    return entry.reading != line.reading
