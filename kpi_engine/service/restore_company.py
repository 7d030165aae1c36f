"""Taking back what was done to the company: how it counts, its strategy, what is agreed about totals."""

from __future__ import annotations

from typing import Literal, TypeAlias

from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.service.agree import take_back_agreement
from kpi_engine.service.settings import restore_settings
from kpi_engine.service.strategy import company_goals, goals_with, stand, swot_entries
from kpi_engine.service.undo_rights import Kept
from kpi_engine.store.tables import SwotRow
from kpi_engine.store.work import Work

OfCompany: TypeAlias = Literal[
    Deed.CHANGE_SETTINGS,
    Deed.SET_STRATEGY,
    Deed.RANK_PEOPLE,
    Deed.SET_GRADES,
    Deed.SET_GATES,
    Deed.SET_TEAM_SHARE,
]


def restore_company(deed: OfCompany, kept: Kept, work: Work) -> None:
    """Refusals: changed_since(what), period_closed(period, by)."""
    match deed:
        case Deed.CHANGE_SETTINGS:
            restore_settings(kept, work)
        case Deed.SET_STRATEGY:
            _restore_strategy(kept, work)
        case Deed.RANK_PEOPLE:
            _restore_board(kept, work)
        case Deed.SET_GRADES | Deed.SET_GATES | Deed.SET_TEAM_SHARE:
            take_back_agreement(kept, work)


def _restore_strategy(kept: Kept, work: Work) -> None:
    goals, entries = company_goals(work.scope), swot_entries(work.scope)
    if [[row.id for row in goals], [row.id for row in entries]] != kept["after"]:
        raise Refusal("changed_since", what=work.scope.company().name)
    stand(goals, goals_with(work, kept["goals"]))
    stand(entries, [work.scope.find(SwotRow, id, "unknown_swot") for id in kept["swot"]])


def _restore_board(kept: Kept, work: Work) -> None:
    company = work.scope.company()
    if company.ranks_people != kept["after"]:
        raise Refusal("changed_since", what=company.name)
    company.ranks_people = kept["before"]
