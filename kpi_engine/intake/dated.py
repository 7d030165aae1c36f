"""The day or period beside a value: `revenue 24 Nov 3.2k`, `11月24日 投诉 3`, `visits 9 week 42`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kpi_engine.calendar.period import Period
from kpi_engine.calendar.when import read_when
from kpi_engine.calendar.words import ANY_MONTH
from kpi_engine.intake.begun import begun_name
from kpi_engine.intake.names import Askable, name_at_start
from kpi_engine.intake.said import Said, has_figure, read_said
from kpi_engine.model.kpi import UnitKind

_MOST_WORDS = 4
"""Of a day: "24 Nov 2026"."""
_DAY_ENDS = re.compile(r"(?<=\S)\s+|(?<=[0-9.]):|(?<=[天日号周月季度年])(?=\S)|(?<=[周期拜][一二三四五六日天])(?=\S)")
"""At a blank; in Chinese there need not be one: 上周合格线索 28."""
_AS_THEN = re.compile("[月周期天次]的?(?:一样|相同)")
"""上月一样 is as last month, and not of last month."""
_BEFORE_DAY = re.compile(r"^on\s+", re.IGNORECASE)
_TELLING = re.compile(r"[^\W\d_]|(?:19|20|21)\d\d(?:-\d|/\d{1,2}/\d)")
"""A letter, or a year with its month: 11/24 and 2026 may be values."""
_NUMERIC_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.(?: ?[0-9]{4})?")
"""11/24 and 24.11., which are a day only before a number."""
_NUMBER_FIRST = re.compile(r"[-+]?[¥$€£]?[0-9]")
_QUOTIENTS = (UnitKind.PERCENT, UnitKind.RATIO)


def undated(piece: str, kpis: Sequence[Askable], today: date) -> tuple[str, Period | None]:
    """The piece without the period before its value: `11月24日 visits 6` and `visits 24 Nov 6` are `visits 6`."""
    head = _name(piece, kpis)
    rest = piece[len(head) :]
    if _AS_THEN.search(rest):
        return piece, None
    ends = [found.start() for found in _DAY_ENDS.finditer(rest)][:_MOST_WORDS]
    for end in reversed(ends):
        words, value = _BEFORE_DAY.sub("", rest[:end].strip(" :=")), rest[end:].strip(" :=")
        telling = _TELLING.search(words) or (_NUMERIC_DAY.fullmatch(words) and _counts_before(value, head, kpis))
        if telling and (period := period_of_value(words, today)):
            return f"{head} {value}".strip(), period
    return piece, None


def dated_behind(piece: str, today: date) -> tuple[str, Period | None]:
    """The piece without the period behind its value: `visits 9 week 42` is `visits 9`; words between are a note."""
    words = piece.split()
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        rest, said = words[:-count], _BEFORE_DAY.sub("", " ".join(words[-count:]).rstrip(",."))
        if _FIGURE.search(" ".join(rest)) and _TELLING.search(said) and (period := period_of_value(said, today)):
            return " ".join(rest), period
    return piece, None


_FIGURE = re.compile(r"[0-9]%?(?: ?(?!(?:in|on|of|for|since|by|until)$)[^\W\d_]+)?$")
"""A value at the end, with its scale or unit: 3.5k, 12%, 1.2万, 58 min."""


def is_number_of(piece: str, kpi: Askable, currency: str | None = None) -> bool:
    """Whether a piece without its day is nothing but a number that can be the KPI's value."""
    match read_said(f" {piece}", kpi, currency):
        case Said(read=read, note=note):
            return read is not None and not note and has_figure(piece)
        case unsaid:
            return bool(unsaid.options)


def _counts_before(value: str, name: str, kpis: Sequence[Askable]) -> bool:
    """Whether digits with a sign between are a day: where a number follows, and 11/23 is no share of its own."""
    called = name_at_start(name, kpis) if name else None
    about = called[0] if called else kpis
    return bool(_NUMBER_FIRST.match(value)) and any(kpi.unit.kind not in _QUOTIENTS for kpi in about)


def _name(piece: str, kpis: Sequence[Askable]) -> str:
    """The KPI's name that the piece begins with, or the beginning of one before a day: 收入昨天, `balance 27 Nov`."""
    if named := name_at_start(piece, kpis):
        return piece[: len(piece) - len(named[1])]
    day = _CHINESE_DAY.search(piece) or _ENGLISH_DAY.search(piece)
    return piece[: day.start()] if day and begun_name(piece[: day.start()], kpis) else ""


_ENGLISH_DAY = re.compile(
    rf"\b(?:on )?(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{ANY_MONTH})\b|(?:{ANY_MONTH})\.? [0-9]"
    r"|yesterday\b|last (?:week|month)\b)",
    re.IGNORECASE,
)
_CHINESE_DAY = re.compile(
    r"今天|昨天|前天|[本这上]周|上上个?[周月]|[本上]月|第[0-9]{1,2}周|[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[0-9]{1,2}号"
)


def has_second_value(note: str, today: date) -> bool:
    """Whether what stands behind a value is another one, with or without its day: not `2 of them late`."""
    value, when = undated(without_and(note), (), today)
    return bool((_VALUES if when is None else _DAYS_VALUES).fullmatch(value))


def without_and(words: str) -> str:
    """What goes on, without the word for that."""
    return _AND.sub("", words)


_AND = re.compile(r"^(?:and\s+|还有|以及|和)\s*", re.IGNORECASE)
_NUMBER = r"[-+]?[¥$€£]?[0-9][0-9.,]*[km千万亿%]?"
_VALUES = re.compile(rf"{_NUMBER}(?: [0-9].*)?", re.IGNORECASE)
_DAYS_VALUES = re.compile(rf"{_NUMBER}(?: ?[^\W\d_]+)?(?: .*[0-9].*)?", re.IGNORECASE)
"""Behind a day the unit may stand with it: 这周29个."""
_FIRST_YEAR = 2000


def period_of_value(words: str, today: date) -> Period | None:
    """The day or period that the words are; no value is of the year 1100, which is a number behind a month."""
    period = read_when(words, today)
    return period if period and _FIRST_YEAR <= period.start.year <= today.year + 1 else None
