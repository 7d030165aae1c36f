"""What is agreed about totals, as settings: grades, gates, tables, the team's share; with what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from conversations.ask import Ask, Do
from conversations.cards.say import say
from conversations.cards.setting import OfTerms, Setting
from conversations.cards.terms import preview_blocks, table_blocks, terms_words
from conversations.choice_fields import record_id, record_value
from conversations.flows.finding import department_called
from conversations.flows.gates import gating
from conversations.flows.people import department_options
from conversations.flows.reading import all_names
from conversations.flows.rights import check_may
from conversations.flows.tables import tabling
from conversations.forms import choice, form, grades, number, start_day, text, yesno
from conversations.view import Block, Message, Option, Text
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import SetGates, SetGrades, SetTeamShare, TotalCommand
from kpi_engine.errors import Refusal
from kpi_engine.model.agreement import Terms
from kpi_engine.model.kpi import Unit, UnitKind
from kpi_engine.model.total import Gating, Grade, Grading, TeamShare
from kpi_engine.rights import Place

COMPANY = "company"


@form
class NewGrades:
    """The grades with their points and coefficients."""

    grades: tuple[Grade, ...] = grades()


@form
class NewTeamShare:
    """How much of people's scores is their department's."""

    where: str = choice()
    share: Decimal = number(Unit(UnitKind.PERCENT), least=0, most=1)


@form
class TermsPlace:
    """Whose gates they are."""

    where: str = choice()


@form
class TermsFrom:
    """From when on it holds, and why."""

    start: date = start_day()
    why: str = text()


@form
class TermsAgreed:
    """Whether it is agreed, now that one has seen what it comes to."""

    agreed: bool = yesno()


def agreed_terms(ask: Ask, setting: OfTerms, value: str) -> Do | Message:
    """The new terms, from a day on and for a reason, once their effect was seen."""
    match setting:
        case Setting.GRADES:
            check_may(ask, SetGrades)
            grading = _grading(ask, value)
            return _confirmed(ask, grading, None, [terms_words(ask.texts, grading)])
        case Setting.TEAM_SHARE:
            check_may(ask, SetTeamShare)
            share, place = _share(ask, value)
            check_may(ask, SetTeamShare, Place(place))
            return _confirmed(ask, share, place, [terms_words(ask.texts, share, place=_called(ask, place))])
        case Setting.GATES | Setting.TABLES:
            check_may(ask, SetGates)
            place, rest = _place(ask, value)
            check_may(ask, SetGates, Place(place))
            return _of_department(ask, setting, place, rest)


def _of_department(
    ask: Ask, setting: Literal[Setting.GATES, Setting.TABLES], department_id: int, words: str
) -> Do | Message:
    if setting is Setting.GATES:
        gates = gating(ask, department_id, words)
        return _confirmed(ask, gates, department_id, [terms_words(ask.texts, gates, ask.know.kpis())])
    tables = tabling(ask, department_id, words)
    return _confirmed(ask, tables, department_id, table_blocks(ask.texts, tables, ask.know.kpis()))


def _grading(ask: Ask, value: str) -> Grading:
    now = ask.know.agreements().grading(_month(ask))
    wanted = ask(NewGrades, given={"grades": value} if value else {}, intro=[terms_words(ask.texts, now)]).grades
    return replace(now, grades=wanted)


def _share(ask: Ask, value: str) -> tuple[TeamShare, int | None]:
    """`30%` is the company's, `Sales 30%` a department's."""
    *name, last = value.split() or [""]
    where = department_called(ask, " ".join(name)) if name else None
    options = [Option(COMPANY, ask.texts.label("terms.company")), *department_options(ask)]
    given = {"where": record_value(where.id) if where else COMPANY, "share": last if where else value} if value else {}
    asked = ask(NewTeamShare, options={"where": options}, given=given)
    return TeamShare(asked.share), None if asked.where == COMPANY else int(record_id(asked.where))


def _place(ask: Ask, value: str) -> tuple[int, str]:
    """The department that the words begin with, and the rest."""
    words = value.replace("：", ":").replace(":", " ").split()
    for count in range(len(words), 0, -1):
        found = department_called(ask, " ".join(words[:count]))
        if found:
            return found.id, " ".join(words[count:])
    if words:
        raise Refusal("words_left", words=value)
    return int(record_id(ask(TermsPlace, options={"where": department_options(ask)}).where)), ""


def _called(ask: Ask, department_id: int | None) -> str:
    return next((ask.texts.name(each.name) for each in ask.know.departments() if each.id == department_id), "")


def _confirmed(ask: Ask, terms: Terms, department_id: int | None, words: Sequence[Block]) -> Do | Message:
    """From when on and why, and once it was seen what it comes to; `words` say what it is."""
    when = ask(TermsFrom, initial={"start": ask.texts.format.day(ask.today)}, intro=words)
    shown: Sequence[Block] = preview_blocks(
        ask.texts, ask.know.terms_preview(terms, department_id, _month(ask).previous()), all_names(ask)
    )
    start = Text(ask.texts.say("terms.start", start=when.start, why=when.why))
    if ask(TermsAgreed, intro=[*words, start, *shown]).agreed:
        return Do(_command(terms, department_id, when))
    return say(ask.texts, "terms.kept")


def _command(terms: Terms, department_id: int | None, when: TermsFrom) -> TotalCommand:
    match terms:
        case Grading():
            return SetGrades(terms, when.start, when.why)
        case TeamShare(share=share):
            return SetTeamShare(share, when.start, when.why, department_id)
        case Gating():
            assert department_id is not None
            return SetGates(department_id, terms, when.start, when.why)


def _month(ask: Ask) -> Period:
    return Period.holding(ask.today, PeriodKind.MONTH)
