"""What stands for a period: words, codes and names of months, in both languages."""

from __future__ import annotations

import re
import unicodedata

from kpi_engine.calendar.period import PeriodKind


def plain(text: str) -> str:
    """As it is compared: half width, small letters, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def number_of(digits: str) -> int:
    """Of a period in its year: 3, 三, 上, november."""
    return _DIGITS.get(digits) or MONTH_NAMES.get(digits) or int(digits)


RELATIVE = {
    word: (kind, ago)
    for kind, ago, words in (
        (PeriodKind.DAY, 0, "today|今天|今日"),
        (PeriodKind.DAY, 1, "yesterday|昨天|昨日"),
        (PeriodKind.WEEK, 0, "this week|本周|这周|这个星期"),
        (PeriodKind.WEEK, 1, "last week|上周|上个星期"),
        (PeriodKind.WEEK, 2, "week before last|the week before last|上上周|上上个星期"),
        (PeriodKind.MONTH, 0, "this month|本月|这个月"),
        (PeriodKind.MONTH, 1, "last month|上月|上个月"),
        (PeriodKind.MONTH, 2, "month before last|the month before last|上上月|上上个月"),
        (PeriodKind.QUARTER, 0, "this quarter|本季度|本季|这个季度"),
        (PeriodKind.QUARTER, 1, "last quarter|上季度|上季|上个季度"),
        (PeriodKind.YEAR, 0, "this year|今年|本年|本年度"),
        (PeriodKind.YEAR, 1, "last year|去年|上年度"),
    )
    for word in words.split("|")
}
"""The kind of period that the words stand for, and how many such periods ago it was."""

_MONTHS = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTH_NAMES = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
"""The number of a month by its name or short name, in small letters."""
ANY_MONTH = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
"""A pattern for any of these names, the longest first."""

_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_FISCAL = rf"(?:fy ?)?{_YEAR}"
_FISCAL_ZH = rf"{_YEAR}(?:年|财年|财政年度|年度)"
PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (PeriodKind.DAY, _YEAR + r"-(?P<month>[0-9]{1,2})-(?P<number>[0-9]{1,2})"),
        (PeriodKind.DAY, _YEAR + r"年(?P<month>[0-9]{1,2})月(?P<number>[0-9]{1,2})[日号]"),
        (PeriodKind.WEEK, rf"(?:{_YEAR}-?)?w(?P<number>[0-9]{{1,2}})"),
        (PeriodKind.WEEK, rf"(?:week|wk|w) ?(?P<number>[0-9]{{1,2}})(?:,? {_YEAR})?"),
        (PeriodKind.WEEK, rf"(?:{_YEAR}年)?第(?P<number>[0-9]{{1,2}})周"),
        (PeriodKind.MONTH, _YEAR + r"[-./](?P<number>[0-9]{1,2})"),
        (PeriodKind.MONTH, r"(?P<number>[0-9]{1,2})[-./]" + _YEAR),
        (PeriodKind.MONTH, rf"(?P<number>{ANY_MONTH})(?:\.?,? ?{_YEAR})?"),
        (PeriodKind.MONTH, rf"{_YEAR} (?P<number>{ANY_MONTH})"),
        (PeriodKind.MONTH, rf"(?:{_YEAR}年)?(?P<number>[0-9]{{1,2}})月份?"),
        (PeriodKind.QUARTER, rf"(?:{_FISCAL}[- ]?)?q(?P<number>[1-4])"),
        (PeriodKind.QUARTER, rf"q(?P<number>[1-4]),? {_FISCAL}"),
        (PeriodKind.QUARTER, rf"(?:{_FISCAL_ZH})?第?(?P<number>[1-4一二三四])季度?"),
        (PeriodKind.HALF, rf"(?:{_FISCAL}[- ]?)?h(?P<number>[12])"),
        (PeriodKind.HALF, rf"(?P<number>first|second) half(?: of {_FISCAL})?"),
        (PeriodKind.HALF, rf"(?:{_FISCAL_ZH})?(?P<number>[上下])半年"),
        (PeriodKind.YEAR, _FISCAL),
        (PeriodKind.YEAR, _FISCAL_ZH),
    )
)
"""How each kind of period may be written; the first that fits says which kind it is."""
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "first": 1, "second": 2}
