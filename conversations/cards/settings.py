"""How the company counts and works, and what a change of it comes to."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from conversations.cards.say import run_button, say, undo_button
from conversations.cards.setting import LEADERBOARD, Setting
from conversations.cards.settings_values import Settled, country_words, days_words, value_of
from conversations.texts import Texts
from conversations.view import Button, Fields, Message, Run, Text, Tone
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.calendar.working import next_holiday
from kpi_engine.model.company import Person
from kpi_engine.model.done import SettingsChanged


def settings_card(texts: Texts, settled: Settled, by: Sequence[Person]) -> Message:
    """Every setting with its value; a button to change each, or `by` whom they are changed."""
    head, hint = texts.say("settings.title", company=settled.company), texts.say("settings.change")
    return _card(texts, settled, tuple(Setting), by, (head, hint))


def board_settings_card(texts: Texts, settled: Settled, by: Sequence[Person]) -> Message:
    """The same of leaderboards alone."""
    head, hint = texts.say("settings.board_title", company=settled.company), texts.say("settings.board_change")
    return _card(texts, settled, LEADERBOARD, by, (head, hint))


def settings_message(texts: Texts, done: SettingsChanged) -> Message:
    """What was changed, and what comes of it."""
    undo, every = undo_button(texts), run_button(texts, "settings", "settings")
    if done.before == done.company:
        return say(texts, "settings.same", every)
    return Message((Text(_told(texts, done)),), (undo, every), Tone.SUCCESS)


def _card(
    texts: Texts, settled: Settled, which: Sequence[Setting], by: Sequence[Person], said: tuple[Markup, Markup]
) -> Message:
    pairs = tuple((texts.member(one), value_of(texts, one, settled)) for one in which)
    head, hint = said
    buttons = () if by else tuple(_button(texts, setting) for setting in which)
    last = texts.say("settings.read_only", by=by) if by else hint
    return Message((Text(head), Fields(pairs), Text(last)), buttons)


def _told(texts: Texts, done: SettingsChanged) -> str:
    before, now = done.before, done.company
    if now.time_zone != before.time_zone:
        return texts.say("settings.time_zone", zone=now.time_zone)
    if now.currency != before.currency:
        return texts.say("settings.currency", currency=texts.format.currency_name(now.currency))
    if now.small != before.small:
        return texts.say("settings.small", mode=now.small)
    if now.reminding != before.reminding:
        return texts.say("settings.reminding", before=before.reminding, now=now.reminding)
    if now.board != before.board:
        return texts.say("settings.board", before=before.board, now=now.board)
    if now.calendar.year_start != before.calendar.year_start:
        return _year(texts, done)
    if now.calendar.country != before.calendar.country:
        country, coming = country_words(texts, now), next_holiday(now.calendar, done.today)
        return texts.say("settings.holidays", country=country, coming=coming)
    return texts.say("settings.working_days", days=days_words(texts, now))


def _year(texts: Texts, done: SettingsChanged) -> str:
    calendar = done.company.calendar
    months = [texts.format.month((calendar.year_start + 3 * n - 1) % 12 + 1) for n in range(4)]
    quarter, year = (calendar.holding(done.today, kind) for kind in (PeriodKind.QUARTER, PeriodKind.YEAR))
    return texts.say("settings.fiscal_year", months=months, quarter=quarter, year=year)


def _button(texts: Texts, setting: Setting) -> Button:
    return Button(texts.member(setting), Run(f"settings {texts.member(setting)}"))
