"""What is posted in channels by itself: the list, and what was set or stopped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.cards.say import run_button, say, undo_button
from conversations.cards.setting import Weekday
from conversations.choice_fields import record_value
from conversations.texts import Texts
from conversations.view import Button, Fields, Message, Run, Text, Tone
from kpi_engine.calendar.posting import Rhythm, next_posting
from kpi_engine.model.bulletin import BoardTakes, Bulletin, BulletinKind
from kpi_engine.model.company import Company, Person
from kpi_engine.model.done import BulletinSet, BulletinStopped


def bulletins_card(
    texts: Texts,
    bulletins: Sequence[Bulletin],
    company: Company,
    board: BoardTakes,
    now: datetime,
    by: Sequence[Person],
) -> Message:
    """Each with its next moment, or why it can't be posted; a button to stop each, or `by` whom that is done."""
    pairs = tuple((_called(texts, one), _stands(texts, one, company, board, now)) for one in bulletins)
    title = Text(texts.say("posts.title", count=len(bulletins)))
    how = Text(texts.say("settings.read_only", by=by) if by else texts.say("posts.how"))
    stops = [Button(_stop(texts, one), Run(f"post stop {record_value(one.id)}")) for one in bulletins]
    starts = [run_button(texts, f"post_{kind}", f"post {kind}") for kind in BulletinKind]
    buttons = () if by else (*starts, *stops)
    return Message((title, *([Fields(pairs)] if pairs else []), how), buttons)


def bulletin_message(texts: Texts, done: BulletinSet | BulletinStopped) -> Message:
    """What will be posted where and when, or is no more."""
    one, every = done.bulletin, run_button(texts, "posts", "post")
    what, channel = what_words(texts, one), one.channel.name
    match done:
        case BulletinStopped():
            return say(texts, "posts.stopped", undo_button(texts), every, tone=Tone.SUCCESS, what=what, channel=channel)
        case BulletinSet(company=company):
            first, takes = _next(texts, one, company, one.since), _takes(one, done.board)
            when = rhythm_words(texts, one.rhythm)
            said = {"what": what, "channel": channel, "when": when, "first": first, "takes": takes}
            return say(texts, "posts.set", undo_button(texts), every, tone=Tone.SUCCESS, **said)


def what_words(texts: Texts, one: Bulletin) -> str:
    """What it is, and whose where it is a department's."""
    whose = texts.name(one.department.name) if one.department else ""
    return texts.plain("posts.what", kind=one.kind, whose=whose)


def rhythm_words(texts: Texts, rhythm: Rhythm) -> str:
    """On which days and at what time."""
    day = "" if rhythm.weekday is None else texts.member(Weekday(str(rhythm.weekday)))
    return texts.plain("posts.rhythm", day=day, at=rhythm.at)


def _called(texts: Texts, one: Bulletin) -> str:
    return texts.plain("posts.called", what=what_words(texts, one), channel=one.channel.name)


def _stands(texts: Texts, one: Bulletin, company: Company, board: BoardTakes, now: datetime) -> str:
    if one.channel.trouble:
        return texts.plain("posts.trouble", trouble=one.channel.trouble)
    when, first = rhythm_words(texts, one.rhythm), _next(texts, one, company, max(now, one.since))
    return texts.plain("posts.coming", when=when, first=first, takes=_takes(one, board))


def _takes(one: Bulletin, board: BoardTakes) -> BoardTakes | None:
    """Without what it is not posted; None where it takes nothing."""
    return board if one.kind is BulletinKind.LEADERBOARD else None


def _next(texts: Texts, one: Bulletin, company: Company, after: datetime) -> str:
    coming = next_posting(one.rhythm, company.calendar, company.time_zone, after)
    if coming is None:
        return texts.label("remind.not_soon")
    return texts.format.day(coming.when.astimezone(ZoneInfo(company.time_zone)).date())


def _stop(texts: Texts, one: Bulletin) -> str:
    return texts.plain("posts.stop", what=what_words(texts, one), channel=one.channel.name)
