"""`check clean up`: what the KPIs of a department, or of the company, can be tidied by."""

from __future__ import annotations

from conversations.ask import Ask
from conversations.cards.cleanup import cleanup_card
from conversations.flows.reading import all_names, own_subject, read_asked
from conversations.view import Message
from kpi_engine.commands import MuteFinding
from kpi_engine.errors import Refusal
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.rights import Place, may
from kpi_engine.upkeep.cleanup import CleanUp


def cleanup(ask: Ask, words: str) -> Message:
    """Without a name it is about one's own company, department or self."""
    about = read_asked(ask, words).about if words else own_subject(ask)
    if not isinstance(about, Subject):
        raise Refusal("words_left", words=words)
    found = [one for one in ask.know.clean_ups() if _concerns(one, about)]
    kpis = [one.version.kpi for one in found]
    mutable = frozenset(kpi.id for kpi in kpis if may(ask.me, MuteFinding, Place(kpi.department_id)))
    return cleanup_card(ask.texts, found, all_names(ask).subject(about), mutable)


def _concerns(one: CleanUp, about: Subject) -> bool:
    kpi = one.version.kpi
    match about.kind:
        case SubjectKind.COMPANY:
            return True
        case SubjectKind.DEPARTMENT:
            return kpi.department_id == about.id
        case SubjectKind.PERSON:
            return kpi.person_id == about.id
