"""What came of proposals, drafts and reviews."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.model.audit import Deed
from kpi_engine.model.company import Department
from kpi_engine.model.draft import SharedDraft
from kpi_engine.model.name import Name
from kpi_engine.model.proposal import Proposal
from kpi_engine.model.review import Review
from kpi_engine.model.score import Subject


@dataclass(frozen=True, slots=True)
class Discussed:
    """A proposal after somebody made, judged or ended it."""

    deed: Deed
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class DraftDiscussed:
    """A department's draft after it was shown, or somebody has said something of it."""

    deed: Deed
    department: Department
    draft: SharedDraft


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Scorecards after a step of their review; those that were reopened with another one come after it."""

    deed: Deed
    reviews: tuple[Review, ...]
    name: Name
    """What the first of them is called."""
    desk: Subject
    """Where they are judged together: a department or the company."""
