"""What is to be posted where and when: said in the channel itself, it is posted there; elsewhere it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from conversations.ask import Ask
from conversations.cards.setting import Weekday
from conversations.choice_fields import record_value
from conversations.flows.posts.words import COMPANY, COMPANY_WORDS, MONTHLY, read_posting
from conversations.forms import choice, clock, form, form_name
from conversations.view import Option
from kpi_engine.calendar.posting import Rhythm
from kpi_engine.commands import SetBulletin
from kpi_engine.errors import Refusal
from kpi_engine.model.bulletin import BulletinKind, Channel
from kpi_engine.model.name import Language


@form
class NewPosting:
    """What is posted where, when and in which language."""

    what: BulletinKind = choice(of=BulletinKind)
    channel: str = choice()
    day: str = choice()
    at: time = clock()
    language: Language = choice(of=Language)


@form
class PostingWhose:
    """Whether it is the company's or a department's."""

    whose: str = choice()


def bulletin_wanted(ask: Ask, words: str) -> SetBulletin:
    """Refusals: posted_otherwise(words), words_left(words), no_channel where the bot knows none yet."""
    channels = ask.know.channels()
    if not channels:
        raise Refusal("no_channel")
    said = read_posting(ask, words, channels)
    whose = {"whose": said.pop("whose")} if "whose" in said else {}
    here = next((one for one in channels if record_value(one.id) == said.get("channel")), None)
    usual = _usual(ask, said.get("what", ""), here)
    title = _title(ask, said.get("what") or ask.run.answers.get(f"{form_name(NewPosting)}.what"))
    wanted = ask(
        NewPosting,
        options={"channel": [_option(one) for one in channels], "day": _days(ask)},
        given={**usual, **said} if here else said,
        initial=usual,
        title=title,
    )
    weekday = None if wanted.day == MONTHLY else int(wanted.day)
    channel = next(one for one in channels if record_value(one.id) == wanted.channel)
    now = {"whose": _whose_now(ask, channel, wanted.what)}
    is_clear = here is not None or wanted.what is BulletinKind.LEADERBOARD or len(ask.know.departments()) < 2
    department_id = _whose(ask, {**now, **whose} if is_clear else whose, now, title)
    return SetBulletin(channel.id, wanted.what, Rhythm(weekday, wanted.at), wanted.language, department_id)


def _whose(ask: Ask, said: Mapping[str, str], now: Mapping[str, str], title: str) -> int | None:
    """The department's id; asked where it was not said, None for the company's."""
    departments = [Option(str(one.id), ask.texts.name(one.name)) for one in ask.know.departments()]
    options = [Option(COMPANY, ask.texts.label("posts.company"), also=COMPANY_WORDS), *departments]
    whose = ask(PostingWhose, options={"whose": options}, given=said, initial=now, title=title).whose
    return None if whose == COMPANY else int(whose)


def _whose_now(ask: Ask, channel: Channel, what: BulletinKind) -> str:
    """Said again without a name it is the one that stands there; the company's where that is none, or several."""
    same = [one.department for one in ask.know.bulletins() if one.channel == channel and one.kind is what]
    department = same[0] if len(same) == 1 else None
    return str(department.id) if department else COMPANY


def _title(ask: Ask, what: str | None) -> str:
    """What is posted, once that is known."""
    return ask.texts.plain("posts.dialog", kind=BulletinKind(what)) if what else ""


def _option(channel: Channel) -> Option:
    return Option(record_value(channel.id), channel.name, also=(channel.name.removeprefix("#"),))


def _usual(ask: Ask, what: str, here: Channel | None) -> dict[str, str]:
    """What is meant where nothing else is said: as the company begins its days; in the words that a channel reads."""
    posted = any(one.channel == here for one in ask.know.bulletins())
    language = here.language if here and posted else ask.me.language
    day = MONTHLY if what == BulletinKind.REPORT else Weekday.MONDAY
    return {"day": day, "at": f"{ask.know.company().reminding.hours.start:%H:%M}", "language": language}


def _days(ask: Ask) -> list[Option]:
    return [*ask.texts.options(Weekday), Option(MONTHLY, ask.texts.label("posts.monthly"))]
