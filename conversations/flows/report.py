"""`report`: where the company, a department, a person or a KPI stands."""

from __future__ import annotations

from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.actions import plan_table
from conversations.cards.cause import asked_on, inside, told, with_reds
from conversations.cards.day import newcomer_card
from conversations.cards.export import scorecard_document
from conversations.cards.kpi import kpi_card
from conversations.cards.names import Names
from conversations.cards.pictured import pictured
from conversations.cards.scorecard import public_scorecard, scorecard_card
from conversations.cards.unmeasured import unmeasured_card
from conversations.flows.brief import brief
from conversations.flows.course import course
from conversations.flows.picture import without_file
from conversations.flows.reading import all_names, kpi_line, present_card, read_asked
from conversations.flows.unsent import unsent
from conversations.view import Message, Table
from conversations.words import first_word
from kpi_engine.calendar.period import Period
from kpi_engine.commands import EnterActuals
from kpi_engine.model.company import Person
from kpi_engine.model.kpi import Kpi
from kpi_engine.model.score import KpiScore, Scorecard, Subject, SubjectKind
from kpi_engine.rights import Place, may, may_see

BRIEF = ("brief", "简报")
UNSENT = ("missing", "未填")
BEFORE = 5
"""Periods before the one asked for that a KPI's report draws."""


def report(ask: Ask) -> Message:
    """Asks nothing: without words it is about one's own company, department or self, now."""
    words = ask.take_words()
    if not ask.know.departments():
        return newcomer_card(ask.texts, ask.me)
    first, rest = first_word(words)
    if first.casefold() in BRIEF:
        return brief(ask, rest)
    if first.casefold() in UNSENT:
        return unsent(ask, rest)
    about, as_file = without_file(ask, words)
    asked, names = read_asked(ask, about), all_names(ask)
    if isinstance(asked.about, Subject):
        card = present_card(ask, asked.about, asked.period)
        called, period, message = names.subject(card.subject), card.period, _of_card(ask, card, names)
    else:
        line = kpi_line(ask, asked.about, asked.period)
        called, period, message = ask.texts.name(line.version.definition.name), line.period, _of_kpi(ask, line, names)
    return pictured(ask.texts, message, called, period) if as_file else message


def public_report(ask: Ask, subject: Subject, period: Period | None) -> Message | None:
    """A scorecard as a channel is shown it, with its picture and its sheet; None without a score."""
    card, names = present_card(ask, subject, period), all_names(ask)
    if card.score is None:
        return None
    public = public_scorecard(ask.texts, card, ask.know.total(card), names)
    message = pictured(ask.texts, public, names.subject(card.subject), card.period)
    sheet = scorecard_document(ask.texts, card, names)
    return replace(message, blocks=(*message.blocks, *([sheet] if sheet else [])))


def _of_card(ask: Ask, card: Scorecard, names: Names) -> Message:
    """With where the KPIs are heading while the period runs: what is over is heading nowhere."""
    lines = (*card.lines, *(line for part in card.parts for line in part.card.lines))
    if (not lines or card.period.start > ask.today) and _has_kpis(ask, card.subject):
        return unmeasured_card(ask.texts, card, names, ask.know.company().calendar, ask.today)
    paces = ask.know.paces(card) if ask.today in card.period else {}
    message = scorecard_card(ask.texts, card, ask.know.total(card), names, paces, _people(ask, card.subject))
    mine = card.subject == Subject(SubjectKind.PERSON, ask.me.id)
    return with_reds(ask.texts, message, asked_on(card, ask.know.reds())) if mine else message


def _has_kpis(ask: Ask, subject: Subject) -> bool:
    match subject.kind:
        case SubjectKind.COMPANY:
            return bool(ask.know.kpis())
        case SubjectKind.DEPARTMENT:
            return bool(ask.know.kpis(department_id=subject.id))
        case SubjectKind.PERSON:
            hats = (id for one in ask.know.people() if one.id == subject.id for id in one.department_ids)
            return any(ask.know.kpis(department_id=id) for id in hats) or bool(ask.know.kpis(person_id=subject.id))


def _of_kpi(ask: Ask, line: KpiScore, names: Names) -> Message:
    moments = course(ask, line, BEFORE, ahead=0)
    plan, up = _plan(ask, line, names), _up(ask, line.version.kpi)
    explained = inside(ask.know.causes([line.version.kpi.id]), line.period, before=True)
    said = tuple(told(ask.texts, explained, names))
    return kpi_card(ask.texts, line, moments, names, up=up, plan=plan, said=said, may_enter=_may_enter(ask, line))


def _up(ask: Ask, kpi: Kpi) -> Subject:
    """The scorecard that the KPI stands on; of a person whom one may not look at the department's."""
    seen = (one for one in ask.know.everybody() if one.id == kpi.person_id and _may_see(ask, one))
    person = next(seen, None)
    return Subject(SubjectKind.PERSON, person.id) if person else Subject(SubjectKind.DEPARTMENT, kpi.department_id)


def _may_see(ask: Ask, person: Person) -> bool:
    return may_see(ask.me, Subject(SubjectKind.PERSON, person.id), person.department_ids)


def _people(ask: Ask, subject: Subject) -> list[Person]:
    """Those with KPIs of their own in the department, as far as one may see them."""
    if subject.kind is not SubjectKind.DEPARTMENT:
        return []
    measured = {version.kpi.person_id for version in ask.know.kpis(department_id=subject.id)}
    return [person for person in ask.know.people() if person.id in measured and _may_see(ask, person)]


def _plan(ask: Ask, line: KpiScore, names: Names) -> Table | None:
    still_open = [one for one in ask.know.actions(line.version.kpi.id) if one.is_open]
    return plan_table(ask.texts, still_open, names, ask.today) if still_open else None


def _may_enter(ask: Ask, line: KpiScore) -> bool:
    return may(ask.me, EnterActuals, Place(line.version.kpi.department_id, line.version.definition.owner_id))
