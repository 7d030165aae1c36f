"""What was changed, field by field: values of the model to JSON and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kpi_engine.calendar.period import Period
from kpi_engine.model.action import Action
from kpi_engine.model.actual import Actual
from kpi_engine.model.agreement import Agreement
from kpi_engine.model.audit import FieldChange
from kpi_engine.model.cause import Cause
from kpi_engine.model.check import Mute
from kpi_engine.model.company import Company, Department, Person
from kpi_engine.model.consent import Consent
from kpi_engine.model.done import StrategySet
from kpi_engine.model.draft import DraftComment
from kpi_engine.model.kpi import Definition, KpiVersion, PeriodTarget
from kpi_engine.model.name import Name
from kpi_engine.model.proposal import Proposal, ProposalComment, Vote
from kpi_engine.model.review import Acknowledgement, Closing, Review, ReviewComment
from kpi_engine.model.score import Scorecard
from kpi_engine.model.strategy import Goal
from kpi_engine.model.total import Gating, Grading, TeamShare, Total
from kpi_engine.store.plain import Json, field_from_plain, from_plain, to_plain

KINDS: Mapping[str, type] = MappingProxyType(
    {
        "acknowledgement": Acknowledgement,
        "action": Action,
        "actual": Actual,
        "agreement": Agreement,
        "consent": Consent,
        "closing": Closing,
        "cause": Cause,
        "comment": ProposalComment,
        "company": Company,
        "definition": Definition,
        "department": Department,
        "gating": Gating,
        "draft_comment": DraftComment,
        "goal": Goal,
        "grading": Grading,
        "mute": Mute,
        "period_target": PeriodTarget,
        "person": Person,
        "proposal": Proposal,
        "remark": ReviewComment,
        "review": Review,
        "scorecard": Scorecard,
        "strategy": StrategySet,
        "team_share": TeamShare,
        "total": Total,
        "version": KpiVersion,
        "vote": Vote,
    }
)
"""What has the fields that change, by the word before the dot of a field's name."""


def to_json(changes: Iterable[FieldChange]) -> list[Json]:
    """The changes as they are kept."""
    return [to_plain(change) for change in changes]


def from_json(kept: Iterable[Json]) -> tuple[FieldChange, ...]:
    """The changes that were kept, with the types that their fields have."""
    return tuple(_change(each) for each in kept)


def _change(kept: Json) -> FieldChange:
    kind, _, name = kept["field"].partition(".")
    old, new = (None if kept[key] is None else field_from_plain(KINDS[kind], name, kept[key]) for key in ("old", "new"))
    period = kept["period"] and from_plain(Period, kept["period"])
    return FieldChange(from_plain(Name, kept["about"]), kept["field"], old, new, period)
