"""What comes by the clock: values owed and things to do, a week in brief, a month to be closed."""

from __future__ import annotations

from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.day import owed_table
from conversations.cards.say import run_button, say
from conversations.cards.waits import waiting_blocks, waiting_buttons
from conversations.flows.brief import brief
from conversations.flows.close.whose import is_open
from conversations.flows.rhythm import is_asked
from conversations.flows.waits import waiting
from conversations.news import News
from conversations.view import Block, Message, Style, Text
from kpi_engine.calendar.words import read_period
from kpi_engine.commands import ClosePeriod
from kpi_engine.rights import may


def reminded(ask: Ask, news: News) -> Message | None:
    """All that is owed, to be entered from here; with what else waits, which alone is no reason to write.

    What is asked for later that day is not owed yet, whatever else is said before.
    """
    owed = [one for one in ask.know.owed() if is_asked(ask, one.period, ask.now)]
    due = [one for one in ask.know.open_actions() if one.person_id == ask.me.id and one.due <= ask.today]
    if not owed and not due:
        return None
    waits = waiting(ask, due)
    blocks: list[Block] = [Text(ask.texts.say("day.reminder", name=ask.me.name, owed=len(owed)))]
    blocks += [owed_table(ask.texts, owed)] if owed else []
    blocks += waiting_blocks(ask.texts, waits, ask.today)
    buttons = [run_button(ask.texts, "enter_all", "actual", Style.PRIMARY)] if owed else []
    buttons += [*waiting_buttons(ask.texts, waits), run_button(ask.texts, "snooze_tomorrow", "remind snooze tomorrow")]
    return Message(tuple(blocks), tuple(buttons), only_you=True)


def briefed(ask: Ask, news: News) -> Message | None:
    """What moved by now, for who leads; and who could use a hand, for whoever steps in."""
    leads = may(ask.me, ClosePeriod) and bool(ask.know.kpis())
    card = brief(ask, "") if leads else Message((), only_you=True)
    hands = tuple(Text(ask.texts.say("brief.missed", missed=one)) for one in ask.know.missed())
    found = replace(card, blocks=(*card.blocks, *hands))
    return found if found.blocks else None


def to_close(ask: Ask, news: News) -> Message | None:
    """A period that is over, for who may close it; nothing where all of it is closed."""
    period = read_period(news.period, ask.today)
    if period is None or not is_open(ask, period):
        return None
    button = run_button(ask.texts, "close_period", f"close {news.period}", Style.PRIMARY)
    return say(ask.texts, "news.closing", button, period=period)


def left_open(ask: Ask, news: News) -> Message | None:
    """What they have begun and may go on with where they were."""
    button = run_button(ask.texts, "continue", news.subject, Style.PRIMARY)
    return say(ask.texts, "news.left_open", button, flow=news.subject)
