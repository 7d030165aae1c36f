"""Taking back what was done to the company: its strategy, and whether it ranks people."""

from __future__ import annotations

from kpi_engine.errors import Refusal
from kpi_engine.service.log import Kept
from kpi_engine.service.strategy import company_goals, goals_with, stand, swot_entries
from kpi_engine.store.tables import SwotRow
from kpi_engine.store.work import Work


def restore_strategy(kept: Kept, work: Work) -> None:
    """The goals and the SWOT are what they were; Refusal("changed_since", what)."""
    goals, entries = company_goals(work.scope), swot_entries(work.scope)
    if [[row.id for row in goals], [row.id for row in entries]] != kept["after"]:
        raise Refusal("changed_since", what=work.scope.company().name)
    stand(goals, goals_with(work, kept["goals"]))
    stand(entries, [work.scope.find(SwotRow, id, "unknown_swot") for id in kept["swot"]])


def restore_board(kept: Kept, work: Work) -> None:
    """Whether people are ranked is what it was; Refusal("changed_since", what)."""
    company = work.scope.company()
    if company.ranks_people != kept["after"]:
        raise Refusal("changed_since", what=company.name)
    company.ranks_people = kept["before"]
