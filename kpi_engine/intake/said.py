"""What is said about a KPI after its name: a value, "same", "n/a", "away", and a note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_engine.intake.counted import MEASURE, SPELT
from kpi_engine.intake.names import Askable
from kpi_engine.intake.number import Doubtful, Unread, read_number
from kpi_engine.intake.typed import lowered, tidy
from kpi_engine.intake.why import Why
from kpi_engine.model.actual import ActualState, Reading

_MOST_WORDS = 5
"""Of a value: "45 out of the 50"."""


@dataclass(frozen=True, slots=True)
class Said:
    """Understood; `read` is None unless the state is OK."""

    state: ActualState
    read: Reading | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """To be asked back."""

    why: Why
    options: tuple[Decimal, ...] = ()


Heard: TypeAlias = Said | Unsaid


def read_said(text: str, kpi: Askable, currency: str | None = None) -> Heard:
    """What a text, tidy and without the name, says of the KPI: the longest value, the rest as a note."""
    value = _GAP.sub("", text)
    if not value:
        return Unsaid(Why.NO_VALUE)
    dash = value.startswith("-") and (value == text or value[1:2] == " ")
    if dash:
        return _dashed(value[1:].strip(), kpi, currency)
    heard: Heard = Unsaid(Why.NO_VALUE)
    for end in _ends(value):
        heard = _one(value[:end].strip(), kpi, currency)
        if isinstance(heard, Said):
            return Said(heard.state, heard.read, _NOTE.sub("", value[end:]).strip(" )"))
        if heard.options:
            return heard
    return heard


def value_start(text: str) -> int | None:
    """Where the first thing that can be a value begins, after at least one character."""
    places = (found.start() for found in _PLACES.finditer(text) if found.start())
    return next((place for place in places if _like_a_value(text[place:])), None)


def spelt_start(text: str) -> int | None:
    """Where a number in Chinese characters stands right behind words, as in 收入十二万五."""
    found = _SPELT_BEHIND.search(text)
    return found.start() if found else None


def has_figure(text: str) -> bool:
    """Whether a number stands among words, in digits or spelt, `十二万五`; the 30th is a day, and 一次 no number."""
    return bool(_AMONG_WORDS.search(lowered(tidy(text))))


_AMONG_WORDS = re.compile(
    rf"[0-9](?![0-9]*(?:(?:st|nd|rd|th)\b|[月日号]))|(?:^|(?<=\s)){SPELT}+个?(?=\s|$)"
    r"|[一二两三四五六七八九十][零一二三四五六七八九十百千万亿点]+(?![零一二三四五六七八九十百千万亿点月日号])"
)
_SPELT_BEHIND = re.compile(rf"(?<=[^\W\d_])(?<!{SPELT})(?:{SPELT}{{2,}}|[零一两二三四五六七八九十]{MEASURE}$)")
_EMOJI = "[\u2600-\u27bf\U0001f000-\U0001faff]"
_ABOUT = r"(?:about|around|approximately|approx\.?|roughly|~|≈|大约|大概|差不多|约)"
_GAP = re.compile(
    r"^\s*(?:[:=]|改成|改为|应该是|应为|现在是|[是为有](?=.)|了|(?:一共|总共|共|合计)有?"
    rf"|should be\b|is(?: now)?\b|was\b)?\s*(?:{_ABOUT}\s*)?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"^(?:左右|上下)?[\s(:]*")
_PLACES = re.compile(
    r"(?<=[\s:=])[^\s:=]|(?<=[^\W\d_])(?=[-+¥$€£\d]|同上|同前|不变|没变|没有变化|无变化|持平|[和跟与同](?:上|昨天|之前|以前))"
)
_FIGURE = re.compile(
    rf"(?:{_ABOUT}\s*)?"
    rf"(?:[-+(]?[¥$€£]?\.?[0-9]|[-负]?{SPELT}+(?:{MEASURE}|元|块钱?|成[一二三四五六七八九半]?)?(?:\s|$))"
)
_SAME = re.compile(
    r"same(?: as (?:the )?(?:last|before|yesterday|usual)(?: (?:time|day|week|month|quarter|period|one))?)?"
    r"|as before|unchanged|no change|同上|同前|不变|没变|没变化|没有变化|无变化|持平"
    r"|(?:[和跟与同]?(?:上次|上一次|上个?月|上个?周|上一?期|昨天|之前|以前)的?)?(?:一样|相同)(?:的)?"
)
_STATES = {
    word: state
    for state, words in (
        (ActualState.NOT_APPLICABLE, "n/a|na|not applicable|不适用"),
        (ActualState.AWAY, "away|on leave|请假|休假"),
    )
    for word in words.split("|")
}
_NOTHING = frozenset({"none", "无", "没有"})
_WORDS = _NOTHING | _STATES.keys() | {"half", "半", "一半", "yes", "no", "done", "是", "否", "完成", "未完成"}


def _ends(text: str) -> Iterator[int]:
    """Where the value can end, the farthest first: before a blank, a bracket or a sign, after at most a few words."""
    ends = [found.start() for found in re.finditer(rf"(?<=[^\s(])(?:\s+|(?=\(|左右|上下|{_EMOJI})|$)", text)]
    yield from reversed(ends[:_MOST_WORDS])


def _one(text: str, kpi: Askable, currency: str | None) -> Heard:
    word = lowered(text)
    if _SAME.fullmatch(word):
        return Unsaid(Why.NO_LAST) if kpi.last is None else Said(ActualState.OK, Reading(kpi.last))
    if word in _STATES:
        return Said(_STATES[word], None)
    if word in _NOTHING:
        return Unsaid(Why.ZERO_OR_NOT_APPLICABLE)
    match read_number(text, kpi.unit, last=kpi.last, currency=currency):
        case Reading() as read:
            return Said(ActualState.OK, read)
        case Doubtful(options=options, why=why):
            return Unsaid(why, options)
        case Unread(why=why):
            return Unsaid(why)


def _dashed(text: str, kpi: Askable, currency: str | None) -> Heard:
    """A dash after the name may be a minus or only a dash."""
    heard = read_said(text, kpi, currency)
    same = _SAME.match(lowered(text))
    if isinstance(heard, Said) and heard.read and heard.read.value and not same:
        return Unsaid(Why.SIGN, (heard.read.value, -heard.read.value))
    return heard


def _like_a_value(text: str) -> bool:
    low = lowered(text)
    first = low.split(maxsplit=1)[0]
    return bool(_FIGURE.match(low)) or bool(_SAME.match(low)) or first in _WORDS or low in _WORDS
