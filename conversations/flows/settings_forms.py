"""The question for each setting, and the command that its answer makes."""

from __future__ import annotations

from enum import StrEnum

from conversations.ask import Ask
from conversations.cards.setting import OfCompany, Setting, Weekday
from conversations.flows.settings_board import board
from conversations.flows.settings_reminders import reminding
from conversations.forms import choice, country, currency, form, weekdays, zone
from conversations.texts import texts_for
from conversations.view import Option
from kpi_engine.commands import ChangeSettings, RankPeople
from kpi_engine.model.company import SmallMode
from kpi_engine.model.name import Language


class Switch(StrEnum):
    """Whether there is something."""

    ON = "on"
    OFF = "off"


@form
class NewDays:
    """The days of the week on which the company works."""

    days: tuple[str, ...] = weekdays()


@form
class NewHolidays:
    """The country whose holidays are kept."""

    country: str = country()


@form
class NewTimeZone:
    """The company's clock."""

    zone: str = zone()


@form
class NewCurrency:
    """What money is counted in."""

    currency: str = currency()


@form
class NewYear:
    """The month that begins the fiscal year."""

    month: str = choice()


@form
class NewBoard:
    """Whether there is a leaderboard of people."""

    on: Switch = choice(of=Switch)


@form
class NewSize:
    """Whether the company measures as little as a small one."""

    small: SmallMode = choice(of=SmallMode)


def changed(ask: Ask, setting: OfCompany, value: str) -> ChangeSettings | RankPeople:
    """Asks for the new value, unless it was typed."""
    match setting:
        case Setting.WORKING_DAYS:
            days = ask(NewDays, options={"days": ask.texts.options(Weekday)}, given=_given("days", value)).days
            return ChangeSettings(working_days=frozenset(map(int, days)))
        case Setting.HOLIDAYS:
            return ChangeSettings(country=ask(NewHolidays, given=_given("country", value)).country)
        case Setting.TIME_ZONE:
            return ChangeSettings(time_zone=ask(NewTimeZone, given=_given("zone", value)).zone)
        case Setting.CURRENCY:
            return ChangeSettings(currency=ask(NewCurrency, given=_given("currency", value)).currency)
        case Setting.FISCAL_YEAR:
            month = ask(NewYear, options={"month": _months(ask)}, given=_given("month", value)).month
            return ChangeSettings(year_start=int(month))
        case Setting.PEOPLE_BOARD:
            return RankPeople(ask(NewBoard, given=_given("on", value)).on is Switch.ON)
        case Setting.SMALL_COMPANY:
            return ChangeSettings(small=ask(NewSize, given=_given("small", value)).small)
        case Setting.BOARD_LEAST | Setting.BOARD_TOP | Setting.BOARD_PERIOD:
            return ChangeSettings(board=board(ask, setting, value))
        case Setting.WRITING_HOURS | Setting.REMINDER_HOUR | Setting.MESSAGES | Setting.MISSES:
            return ChangeSettings(reminding=reminding(ask, setting, value))


def _given(field: str, value: str) -> dict[str, str]:
    return {field: value} if value else {}


def _months(ask: Ask) -> list[Option]:
    """In either language, whichever one reads."""
    both = [texts_for(language, ask.texts.format.currency).format for language in Language]
    words = {number: tuple(word for each in both for word in each.month_words(number)) for number in range(1, 13)}
    return [Option(str(number), ask.texts.format.month(number), also=also) for number, also in words.items()]
