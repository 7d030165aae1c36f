"""`settings`: how the company counts and works; the owner changes it, everybody may read it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from conversations.ask import Ask, Do
from conversations.cards.setting import Setting
from conversations.cards.settings import board_settings_card, settings_card
from conversations.cards.settings_values import Settled, TermsNow
from conversations.flows.posts import posts
from conversations.flows.rights import check_may
from conversations.flows.settings_forms import changed
from conversations.flows.settings_terms import agreed_terms
from conversations.texts import in_every_language
from conversations.view import Message
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import ChangeSettings, RankPeople
from kpi_engine.errors import Refusal
from kpi_engine.model.company import Person
from kpi_engine.rights import may, those_who_may


def settings(ask: Ask) -> Do | Message:
    """Without words the settings as they are; with the name of one, and perhaps its new value, a change of it."""
    words = ask.take_words()
    if not words:
        return settings_card(ask.texts, *_settled(ask))
    if words.casefold() in map(str.casefold, in_every_language("settings.leaderboard")):
        return board_settings_card(ask.texts, *_settled(ask))
    setting, value = _named(ask, words)
    if setting in (Setting.GRADES, Setting.TEAM_SHARE, Setting.GATES, Setting.TABLES):
        return agreed_terms(ask, setting, value)
    if setting is Setting.POSTS:
        return posts(ask, value)
    check_may(ask, RankPeople if setting is Setting.PEOPLE_BOARD else ChangeSettings)
    return Do(changed(ask, setting, value))


def _settled(ask: Ask) -> tuple[Settled, Sequence[Person]]:
    """What is set, and by whom else it is changed."""
    company, people = ask.know.company(), ask.know.people()
    by = () if may(ask.me, ChangeSettings) else those_who_may(people, ChangeSettings)
    posted = tuple(dict.fromkeys(one.channel.name for one in ask.know.bulletins()))
    return Settled(company, len(people), _terms(ask), posted), by


def _terms(ask: Ask) -> TermsNow:
    """What is agreed about totals this month."""
    month, agreed = Period.holding(ask.today, PeriodKind.MONTH), ask.know.agreements()
    gating = agreed.gating(month)
    gated = _places(ask, {gate.kpi_id for gate in gating.gates})
    tabled = _places(ask, {table.row_kpi_id for table in gating.tables})
    return TermsNow(agreed.grading(month), agreed.team_share(month), gated, tabled)


def _places(ask: Ask, kpi_ids: Collection[int]) -> list[str]:
    """The names of the departments that these KPIs are of."""
    inside = {each.kpi.department_id for each in ask.know.kpis() if each.kpi.id in kpi_ids}
    return [ask.texts.name(each.name) for each in ask.know.departments() if each.id in inside]


def _named(ask: Ask, words: str) -> tuple[Setting, str]:
    """The setting that the words begin with, by the longest of its names in either language, and the rest."""
    called = {name: setting for setting in Setting for name in _names(setting) if _begins(words, name)}
    if not called:
        raise Refusal("no_setting", word=words, names=[ask.texts.member(each) for each in Setting])
    longest = max(called, key=len)
    return called[longest], words[len(longest) :].strip(" :=：")


def _names(setting: Setting) -> list[str]:
    labels = (*in_every_language(f"setting.{setting}"), *in_every_language(f"also.setting.{setting}"))
    return [name for label in labels for name in label.split("\n")]


def _begins(words: str, name: str) -> bool:
    after = words[len(name) : len(name) + 1]
    return words.casefold().startswith(name.casefold()) and not (name.isascii() and after.isalnum())
