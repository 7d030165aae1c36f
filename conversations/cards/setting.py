"""What can be set, by its name in the labels."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias


class Setting(StrEnum):
    """What can be set."""

    WORKING_DAYS = "working_days"
    HOLIDAYS = "holidays"
    TIME_ZONE = "time_zone"
    CURRENCY = "currency"
    FISCAL_YEAR = "fiscal_year"
    PEOPLE_BOARD = "people_board"
    BOARD_LEAST = "board_least"
    BOARD_TOP = "board_top"
    BOARD_PERIOD = "board_period"
    SMALL_COMPANY = "small_company"
    WRITING_HOURS = "writing_hours"
    REMINDER_HOUR = "reminder_hour"
    MESSAGES = "messages"
    MISSES = "misses"
    GRADES = "grades"
    TEAM_SHARE = "team_share"
    GATES = "gates"
    TABLES = "tables"
    POSTS = "posts"


class Weekday(StrEnum):
    """A day of the week; Monday is 0, as in Python."""

    MONDAY = "0"
    TUESDAY = "1"
    WEDNESDAY = "2"
    THURSDAY = "3"
    FRIDAY = "4"
    SATURDAY = "5"
    SUNDAY = "6"


OfReminding: TypeAlias = Literal[Setting.WRITING_HOURS, Setting.REMINDER_HOUR, Setting.MESSAGES, Setting.MISSES]
"""How the bot writes by itself."""

OfBoard: TypeAlias = Literal[Setting.BOARD_LEAST, Setting.BOARD_TOP, Setting.BOARD_PERIOD]
"""How leaderboards are made."""

LEADERBOARD = (Setting.PEOPLE_BOARD, Setting.BOARD_LEAST, Setting.BOARD_TOP, Setting.BOARD_PERIOD)
"""All there is about them."""

OfTerms: TypeAlias = Literal[Setting.GRADES, Setting.TEAM_SHARE, Setting.GATES, Setting.TABLES]
"""What is agreed about totals, from a day on."""

OfCompany: TypeAlias = (
    Literal[
        Setting.WORKING_DAYS,
        Setting.HOLIDAYS,
        Setting.TIME_ZONE,
        Setting.CURRENCY,
        Setting.FISCAL_YEAR,
        Setting.PEOPLE_BOARD,
        Setting.SMALL_COMPANY,
    ]
    | OfBoard
    | OfReminding
)
"""What holds at once."""
