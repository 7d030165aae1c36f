"""What one may ask about a department's KPI set before it is in force."""

from __future__ import annotations

from dataclasses import dataclass

from kpi_engine.model.draft import DraftSet


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """Shows a draft to its department; shown again, it takes the place of the one before."""

    department_id: int
    draft: DraftSet


@dataclass(frozen=True, slots=True)
class CommentOnDraft:
    """One's word on the department's draft; said again, it replaces the one before."""

    department_id: int
    text: str
