"""The tables, by topic."""

from kpi_engine.store.tables.company import CompanyRow, DepartmentRow, PersonRow, PositionRow
from kpi_engine.store.tables.kpi import ActionRow, KpiRow, KpiVersionRow, MuteRow, PeriodTargetRow
from kpi_engine.store.tables.record import ActualRow, AuditRow, ScoreRow
from kpi_engine.store.tables.strategy import GoalRow, SwotRow

__all__ = [
    "ActionRow",
    "ActualRow",
    "AuditRow",
    "CompanyRow",
    "DepartmentRow",
    "GoalRow",
    "KpiRow",
    "KpiVersionRow",
    "MuteRow",
    "PeriodTargetRow",
    "PersonRow",
    "PositionRow",
    "ScoreRow",
    "SwotRow",
]
