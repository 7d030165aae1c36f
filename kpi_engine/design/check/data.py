"""Can the values be had, decently and in time?"""

from __future__ import annotations

from collections.abc import Iterator

from kpi_engine.calendar.period import PeriodKind
from kpi_engine.design.catalogue import find
from kpi_engine.design.check.finding import Finding, Question, Topic
from kpi_engine.design.check.lexicon import spoken
from kpi_engine.design.check.mend import of_kpi
from kpi_engine.design.check.model import Model
from kpi_engine.design.check.record import KpiRecord
from kpi_engine.design.relevance import resembled
from kpi_engine.model.check import RuleId
from kpi_engine.model.company import Person
from kpi_engine.model.kpi import Definition
from kpi_engine.model.name import Name

INSTEAD = "task_completion_time"
"""What is measured instead of watching people: how long their tasks take."""


def source_missing(model: Model) -> Iterator[Finding]:
    """It is known where the number comes from: a system, a list, or other KPIs."""
    for record in model.kpis:
        if not record.definition.source.en and not record.definition.expression:
            like = resembled(record.definition)
            offers = (like.source,) if like else ()
            yield of_kpi(RuleId.SOURCE_MISSING, record, Question(Topic.SOURCE, offers), offers=offers)


def intrusive(model: Model) -> Iterator[Finding]:
    """Nobody has to be watched to get the number."""
    for record in model.kpis:
        if word := _in_words(record.definition, "intrusive"):
            instead = find(INSTEAD)
            offers = (instead.name,) if instead else ()
            yield of_kpi(RuleId.INTRUSIVE, record, Question(Topic.MEASURE, offers), word=word, offers=offers)


def personal_data(model: Model) -> Iterator[Finding]:
    """People whose personal data is used, or who stand on a leaderboard, have agreed to it."""
    for record in model.kpis:
        person = model.person(record.version.kpi.person_id or 0)
        word = _in_words(record.definition, "personal")
        word = None if _agrees(record, person) else word
        if word or _is_ranked_unasked(model, person):
            params = {"word": word, "person": person and person.name}
            yield of_kpi(RuleId.PERSONAL_DATA, record, Question(Topic.CONSENT), **params)


def too_seldom(model: Model) -> Iterator[Finding]:
    """Values come as often as they are looked at, and before the next one is due."""
    for record in model.kpis:
        frequency = record.definition.frequency
        looked_at = min(record.definition.cycle, model.review_every, key=_rank)
        late = record.lag_days is not None and record.lag_days > _days(model, record)
        if frequency.rank > looked_at.rank or late:
            params = {"frequency": frequency, "looked_at": looked_at, "days": record.lag_days if late else None}
            yield of_kpi(RuleId.TOO_SELDOM, record, Question(Topic.PERIOD), **params)


def _agrees(record: KpiRecord, person: Person | None) -> bool:
    word = record.word_of(person.id) if person else None
    return word is not None and word.agrees


def _is_ranked_unasked(model: Model, person: Person | None) -> bool:
    ranked = model.company.ranks_people and person is not None and person.ranked
    return ranked and person is not None and person.id not in model.chose_ranking


def _in_words(definition: Definition, kind: str) -> Name | None:
    found = (spoken(text, kind) for text in (definition.name, definition.formula, definition.source))
    return next((word for word in found if word), None)


def _rank(kind: PeriodKind) -> int:
    return kind.rank


def _days(model: Model, record: KpiRecord) -> int:
    period = model.company.calendar.holding(model.today, record.definition.frequency)
    return (period.end - period.start).days
