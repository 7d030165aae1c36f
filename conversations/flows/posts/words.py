"""`the leaderboard here every Monday at 9`, `排行榜 每周一9点`: what is to be posted, by the names of its parts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum

from conversations.ask import Ask
from conversations.cards.setting import Weekday
from conversations.choice_fields import record_value
from conversations.texts import also_in_any, in_every_language, section_of
from conversations.words import first_word
from kpi_engine.calendar.times import read_time
from kpi_engine.errors import Refusal
from kpi_engine.model.bulletin import BulletinKind, Channel
from kpi_engine.model.company import Department
from kpi_engine.model.name import Language

STOP = ("stop", "停止", "取消")
MONTHLY = "month"
"""The day of what is posted on the first day of a month that is worked."""
_MONTHLY = ("every month", "each month", "monthly", "month", "每个月", "每月", "月度")
COMPANY = "company"
"""Whose it is where it is no department's."""
COMPANY_WORDS = ("company", "全公司", "公司")
_NO_PLACE = r"(?<!#)(?<!\bin )(?<!\bto )(?<![到在])"
"""Before a department's name: behind these it is the channel's that is called so."""
_HERE = ("here", "in this channel", "in this group", "这里", "本群", "本频道")
_TIME = re.compile(
    r"\d{1,2}[:：]\d{2}(?:\s*[ap]m)?|\d{1,2}\s*[ap]m|(?:上午|早上|中午|下午|晚上)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?:半|整|\d{1,2}分?)?"
    r"|(?<=at )\d{1,2}(?!\d)",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:every|each|weekly|monthly)\b|每", re.IGNORECASE)
_POSTED = re.compile(r"\bpost\b|发|推送", re.IGNORECASE)
"""By these two own words are known that want something posted again and again."""
_OTHERWISE = re.compile(
    r"\b(?:every|each) (?:day|weekday|workday|working day|morning|evening|hour|quarter|year)\b"
    r"|\bevery (?:other|second|two|2) weeks?\b"
    r"|\b(?:daily|hourly|fortnightly|biweekly|quarterly|yearly)\b"
    r"|每(?:个?(?:天|日|早|晚|小时|工作日|季度?|年)|隔?[两二2]周)|天天|隔[天周]|双周",
    re.IGNORECASE,
)
"""How often nothing is posted."""
_FILLING = re.compile(
    r"\b(?:post|the|every|each|at|on|in|to|of|into|channel|group|a|an|it|week|weekly|please|departments?)\b|['’]s\b|每周|每个?|在|到|把|请|自动|推送|发送|发|的|群里?|频道|用|[\s,，。.#、]+",
    re.IGNORECASE,
)


def about_posts(text: str) -> str | None:
    """What is said to the setting by `post leaderboard`, `推送排行榜`, `post` alone or `每周一9点在这里发排行榜`.

    None for anything else: `posts 12` is a value of some KPI.
    """
    name, rest = first_word(text)
    own = also_in_any("setting", "posts")
    glued = next((each for each in own if not each.isascii() and name.startswith(each)), "")
    kinds = [each.casefold() for kind in BulletinKind for each in _names(BulletinKind, kind)]
    named = any(kind in text.casefold() for kind in kinds)
    if named and _AGAIN.search(text) and _POSTED.search(text):
        return text if glued or name.casefold() in own else f"{own[0]} {text}"
    if not glued and name.casefold() not in own:
        return None
    rest = f"{name.removeprefix(glued)} {rest}".strip() if glued else rest
    return text if named or not rest or first_word(rest)[0].casefold() in STOP else None


def read_posting(ask: Ask, words: str, channels: Sequence[Channel]) -> dict[str, str]:
    """What the words say of each part, as answers to its question.

    Refusals: posted_otherwise(words) for another rhythm; words_left(words) for what is none of them.
    """
    rest = _Rest(words)
    what, places = rest.member(BulletinKind), _elsewhere(ask, channels)
    said = {
        "what": what,
        "whose": "" if what == BulletinKind.LEADERBOARD else rest.whose(ask.know.departments(), places),
        "channel": rest.channel(channels) or _here(ask, rest),
        "language": rest.member(Language, before=r"(?:in\s+|用)?"),
        "day": rest.member(Weekday) or (MONTHLY if rest.take(_MONTHLY) else ""),
        "at": rest.time(),
    }
    otherwise = _OTHERWISE.search(rest.words)
    if otherwise:
        raise Refusal("posted_otherwise", words=otherwise[0])
    left = _FILLING.sub(" ", rest.words).strip()
    if left:
        raise Refusal("words_left", words=left)
    return {name: value for name, value in said.items() if value}


def _here(ask: Ask, rest: _Rest) -> str:
    """Where it is said, whether that is named or not."""
    rest.take(_HERE)
    return "" if ask.here is None else record_value(ask.here)


def _elsewhere(ask: Ask, channels: Iterable[Channel]) -> frozenset[str]:
    """What other channels than this one are called: a department of that name has to be said to be one."""
    return frozenset(one.name.removeprefix("#").casefold() for one in channels if one.id != ask.here)


class _Rest:
    """What nobody has read yet; whoever finds a part takes it out."""

    def __init__(self, words: str) -> None:
        self.words = words

    def channel(self, channels: Iterable[Channel]) -> str:
        """One by its name, the longest first, or as a button has it; empty where none is named."""
        for one in sorted(channels, key=lambda each: -len(each.name)):
            bare = one.name.removeprefix("#")
            if self.take((record_value(one.id), f"#{bare}", bare)):
                return record_value(one.id)
        return ""

    def whose(self, departments: Iterable[Department], places: Collection[str]) -> str:
        """The id of the department that is named, or COMPANY; empty where neither is."""
        names = {name: str(one.id) for one in departments for name in (one.name.en, one.name.zh) if name}
        for name, whose in sorted({**names, **dict.fromkeys(COMPANY_WORDS, COMPANY)}.items(), key=_longest):
            must = "" if name.casefold() in places else "?"
            if self.take((f"{name}部门", f"{name}部", name), f"{_NO_PLACE}(?:(?:of|for)\\s+(?:the\\s+)?){must}"):
                return whose
        return ""

    def member(self, of: type[StrEnum], before: str = "") -> str:
        """The value of the one that is named, in either language; empty where none is."""
        named = ((name, one.value) for one in of for name in _names(of, one))
        return next((value for name, value in sorted(named, key=_longest) if self.take((name,), before)), "")

    def time(self) -> str:
        """A time of day as `09:00`; empty where none is said."""
        found = _TIME.search(self.words)
        at = read_time(found[0]) if found else None
        if found is None or at is None:
            return ""
        self._cut(found)
        return f"{at:%H:%M}"

    def take(self, names: Iterable[str], before: str = "") -> bool:
        """Whether one of the names stands there."""
        every = (_pattern(name, before).search(self.words) for name in names if name)
        found = next(filter(None, every), None)
        if found:
            self._cut(found)
        return found is not None

    def _cut(self, found: re.Match[str]) -> None:
        self.words = f"{self.words[: found.start()]} {self.words[found.end() :]}"


def _pattern(name: str, before: str) -> re.Pattern[str]:
    """The name as a word of its own, or several of it; a Chinese one wherever it stands."""
    end = r"s?\b" if name[-1].isascii() and name[-1].isalnum() else ""
    head = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    return re.compile(f"{head}{before}{head}{re.escape(name)}{end}", re.IGNORECASE)


def _names(of: type[StrEnum], one: StrEnum) -> Iterator[str]:
    section = section_of(of)
    yield from in_every_language(f"{section}.{one.value}")
    yield from also_in_any(section, one.value)


def _longest(named: tuple[str, str]) -> int:
    return -len(named[0])
