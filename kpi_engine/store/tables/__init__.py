"""The tables, by topic."""

from kpi_engine.store.tables.agreement import AgreementRow
from kpi_engine.store.tables.bulletin import BulletinRow, ChannelRow
from kpi_engine.store.tables.cause import CauseRow, PutOffRow
from kpi_engine.store.tables.company import CompanyRow, DepartmentRow, PersonRow, PositionRow
from kpi_engine.store.tables.draft import DraftCommentRow, DraftRow
from kpi_engine.store.tables.invitation import InvitationRow
from kpi_engine.store.tables.kpi import ActionRow, ConsentRow, KpiRow, KpiVersionRow, MuteRow, PeriodTargetRow
from kpi_engine.store.tables.proposal import ProposalCommentRow, ProposalRow, VoteRow
from kpi_engine.store.tables.record import ActualRow, AuditPlaceRow, AuditRow, ScoreRow
from kpi_engine.store.tables.review import AcknowledgementRow, ClosingRow, ReviewCommentRow, ReviewRow
from kpi_engine.store.tables.strategy import GoalRow, SwotRow

__all__ = [
    "AcknowledgementRow",
    "ActionRow",
    "ActualRow",
    "AgreementRow",
    "AuditPlaceRow",
    "AuditRow",
    "BulletinRow",
    "CauseRow",
    "ChannelRow",
    "ClosingRow",
    "CompanyRow",
    "ConsentRow",
    "DepartmentRow",
    "DraftCommentRow",
    "DraftRow",
    "GoalRow",
    "InvitationRow",
    "KpiRow",
    "KpiVersionRow",
    "MuteRow",
    "PeriodTargetRow",
    "PersonRow",
    "PositionRow",
    "ProposalCommentRow",
    "ProposalRow",
    "PutOffRow",
    "ReviewCommentRow",
    "ReviewRow",
    "ScoreRow",
    "SwotRow",
    "VoteRow",
]
