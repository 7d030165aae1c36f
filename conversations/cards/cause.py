"""Why KPIs are red, what is done about it, and whether it has helped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from conversations.cards.names import Names, kpi_words
from conversations.cards.say import run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Button, Message, Run, Text, Tone
from kpi_engine.calendar.period import Period
from kpi_engine.calendar.words import write_period
from kpi_engine.measure.total.total import every_line
from kpi_engine.model.cause import Explained, LookBack, Reds
from kpi_engine.model.done import RedExplained, RedPutOff
from kpi_engine.model.score import KpiScore, Scorecard


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


def asked_on(card: Scorecard, reds: Reds) -> Reds:
    """What is asked about the lines of that card."""
    on_it = {line.version.kpi.id for line in every_line(card)}

    def here(line: KpiScore) -> bool:
        return line.version.kpi.id in on_it and line.period.middle in card.period

    return Reds(tuple(filter(here, reds.why)), tuple(look for look in reds.again if here(look.now)))


def with_reds(texts: Texts, message: Message, reds: Reds) -> Message:
    """The message, with what is asked about what is red at its end, and the ways to answer first."""
    blocks, buttons = reds_blocks(texts, reds), reds_buttons(texts, reds)
    return replace(message, blocks=(*message.blocks, *blocks), buttons=(*buttons, *message.buttons))


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


def put_off_message(texts: Texts, done: RedPutOff) -> Message:
    """That nothing more is asked for now."""
    about = f"{kpi_words(done.version)} {write_period(done.period)}"
    why = run_button(texts, "red", f"plan red {about}")
    return say(texts, "cause.put_off", why, run_button(texts, "my_day", ""), tone=Tone.SUCCESS, done=done)


def _red_words(line: KpiScore) -> str:
    return f"plan red {kpi_words(line.version)} {write_period(line.period)}"


def _again_words(look: LookBack) -> str:
    return f"plan again {kpi_words(look.now.version)}"
