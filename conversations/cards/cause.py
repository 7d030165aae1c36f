"""Why KPIs are red, what is done about it, and whether it has helped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.cards.names import Names, kpi_words
from conversations.cards.say import run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Button, Message, Run, Text, Tone
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.model.cause import Explained, LookBack, Reds
from kpi_engine.model.done import RedExplained
from kpi_engine.model.score import KpiScore


def fact(texts: Texts, line: KpiScore) -> Text:
    """Where the KPI stands."""
    return Text(texts.say("cause.fact", line=line))


def looking(texts: Texts, look: LookBack) -> Text:
    """What was said, what was done, and where it stands now."""
    return Text(texts.say("cause.looking", look=look))


def told(texts: Texts, explained: Sequence[Explained], names: Names) -> Iterator[Text]:
    """What was said of these cycles."""
    for one in explained:
        yield Text(texts.say("cause.told", explained=one, by=names.people.get(one.cause.author_id, "")))


def inside(explained: Sequence[Explained], period: Period, *, before: bool = False) -> list[Explained]:
    """What was said of that period's cycles; with `before` of the period before as well."""
    since = period.previous().start if before else period.start
    return [one for one in explained if since <= one.cause.period.start < period.end]


def reds_blocks(texts: Texts, reds: Reds) -> Iterator[Text]:
    """A line for what has no cause yet, and one for what is to be looked at again."""
    if reds.why:
        yield Text(texts.say("cause.why", lines=reds.why))
    if reds.again:
        yield Text(texts.say("cause.again", looks=reds.again))


def reds_buttons(texts: Texts, reds: Reds) -> Iterator[Button]:
    """One for each line."""
    if reds.why:
        yield run_button(texts, "red", _red_words(reds.why[0]) if len(reds.why) == 1 else "plan red")
    if reds.again:
        yield run_button(texts, "again", _again_words(reds.again[0]) if len(reds.again) == 1 else "plan again")


def red_card(texts: Texts, lines: Sequence[KpiScore]) -> Message:
    """What is red without a word on why, with a button each."""
    shown = (Button(texts.name(line.version.definition.name), Run(_red_words(line))) for line in lines)
    return say(texts, "cause.why", *shown, lines=lines)


def again_card(texts: Texts, looks: Sequence[LookBack]) -> Message:
    """What is to be looked at again, with a button each."""
    shown = (Button(texts.name(look.now.version.definition.name), Run(_again_words(look))) for look in looks)
    return say(texts, "cause.again", *shown, looks=looks)


def explained_message(texts: Texts, done: RedExplained) -> Message:
    """What somebody has just said of a KPI that is or was red, said back to them."""
    undo = undo_button(texts)
    report = run_button(texts, "report", f"report {kpi_words(done.version)}")
    return say(texts, "cause.explained", undo, report, tone=Tone.SUCCESS, done=done)


def _red_words(line: KpiScore) -> str:
    return f"plan red {kpi_words(line.version)} {write_period(line.period)}"


def _again_words(look: LookBack) -> str:
    return f"plan again {kpi_words(look.now.version)}"
