"""What is posted in channels, and the news of a channel into which nothing can be posted."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from conversations.ask import Ask
from conversations.cards.bulletins import what_words
from conversations.cards.say import run_button, say
from conversations.flows.brief import public_brief
from conversations.flows.leaderboard import public_board
from conversations.flows.report import public_report
from conversations.news import News
from conversations.view import Message
from conversations.world import World
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.model.bulletin import Bulletin, BulletinKind
from kpi_engine.model.score import Subject, SubjectKind


def posted(ask: Ask, news: News) -> Message | None:
    """As everybody may see it; nothing where it was stopped meanwhile, or nothing is measured."""
    found = next((one for one in ask.know.bulletins() if str(one.id) == news.subject), None)
    if found is None or not ask.know.kpis():
        return None
    subject = _about(ask, found)
    match found.kind:
        case BulletinKind.LEADERBOARD:
            return public_board(ask)
        case BulletinKind.BRIEF:
            return public_brief(ask, subject)
        case BulletinKind.REPORT:
            over = Period.holding(ask.today, PeriodKind.MONTH).previous() if found.rhythm.weekday is None else None
            return public_report(ask, subject, over)


def unchanged(world: World, news: News, message: Message, since: datetime) -> Message:
    """In place of a message that says the same as the one of that moment; what can be done next is the same."""
    texts, day = world.texts, since.astimezone(ZoneInfo(world.me.time_zone)).date()
    found = next(one for one in world.know.bulletins() if str(one.id) == news.subject)
    return say(texts, "posts.unchanged", *message.buttons, what=what_words(texts, found), since=day)


def shut(ask: Ask, news: News) -> Message | None:
    """Why nothing of what one has set up can be posted there; nothing where it can again, or one has stopped it."""
    there = [one for one in ask.know.bulletins() if str(one.channel.id) == news.subject]
    mine = [one for one in there if one.author_id == ask.me.id] or there
    if not mine or mine[0].channel.trouble is None:
        return None
    channel, what = mine[0].channel, [what_words(ask.texts, one) for one in mine]
    button = run_button(ask.texts, "posts", "post")
    return say(ask.texts, "posts.shut", button, channel=channel.name, trouble=channel.trouble, what=what)


def _about(ask: Ask, bulletin: Bulletin) -> Subject:
    if bulletin.department is None:
        return Subject(SubjectKind.COMPANY, ask.know.company().id)
    return Subject(SubjectKind.DEPARTMENT, bulletin.department.id)
