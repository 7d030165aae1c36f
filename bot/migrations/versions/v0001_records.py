"""Companies, KPIs, records, accounts and dialogs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

EXACT = sa.Text().with_variant(sa.Numeric(), "postgresql")
MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(16)


def upgrade() -> None:
    """From an empty database."""
    _people()
    _strategy()
    _kpis()
    _records()
    _talks()
    _chats()
    _post()


def _people() -> None:
    """Companies, and who belongs to them."""
    op.create_table(
        "company",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("working_days", sa.JSON(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("earlier", sa.JSON(), nullable=False),
        sa.Column("year_start", sa.Integer(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("ranks_people", sa.Boolean(), nullable=False),
        sa.Column("small", WORD, nullable=False),
        sa.Column("reminding", sa.JSON(), nullable=False),
        sa.Column("board", sa.JSON(), nullable=False),
        sa.Column("founded_at", MOMENT, nullable=False),
    )
    op.create_table(
        "department",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
    )
    op.create_index("ix_department_company_id", "department", ["company_id"])
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("role", WORD, nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("ranked", sa.Boolean(), nullable=False),
        sa.Column("presence", sa.JSON(), nullable=False),
        sa.Column("came_at", MOMENT, nullable=True),
        sa.Column("reminders", sa.JSON(), nullable=False),
        sa.Column("deputy_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
    )
    op.create_index("ix_person_company_id", "person", ["company_id"])
    op.create_index("ix_person_deputy_id", "person", ["deputy_id"])
    op.create_table(
        "position",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("share", EXACT, nullable=False),
    )
    op.create_index("ix_position_company_id", "position", ["company_id"])
    op.create_index("ix_position_person_id", "position", ["person_id"])
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("fingerprint"),
    )
    op.create_index("ix_invitation_company_id", "invitation", ["company_id"])
    op.create_index("ix_invitation_person_id", "invitation", ["person_id"])


def _strategy() -> None:
    """Where companies are going."""
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=True),
        sa.Column("serves", sa.Integer(), sa.ForeignKey("goal.id"), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_goal_company_id", "goal", ["company_id"])
    op.create_table(
        "swot_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_swot_entry_company_id", "swot_entry", ["company_id"])


def _kpis() -> None:
    """What is measured, held against what, and what is done about it."""
    op.create_table(
        "kpi",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
    )
    op.create_index("ix_kpi_company_id_department_id", "kpi", ["company_id", "department_id"])
    op.create_table(
        "kpi_version",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("in_force", sa.Date(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("unit", sa.JSON(), nullable=False),
        sa.Column("direction", WORD, nullable=False),
        sa.Column("aggregation", WORD, nullable=False),
        sa.Column("frequency", WORD, nullable=False),
        sa.Column("cycle", WORD, nullable=False),
        sa.Column("perspective", WORD, nullable=False),
        sa.Column("weight", EXACT, nullable=False),
        sa.Column("target", sa.JSON(), nullable=False),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("goal_id", sa.Integer(), sa.ForeignKey("goal.id"), nullable=True),
        sa.Column("formula", sa.JSON(), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.Column("catalogue_id", sa.Text(), nullable=True),
        sa.Column("scoring", sa.JSON(), nullable=False),
        sa.Column("expression", sa.Text(), nullable=False),
        sa.UniqueConstraint("kpi_id", "number"),
    )
    op.create_index("ix_kpi_version_owner_id", "kpi_version", ["owner_id"])
    op.create_index(
        "ix_kpi_version_computed",
        "kpi_version",
        ["company_id"],
        postgresql_where=sa.text("expression != ''"),
        sqlite_where=sa.text("expression != ''"),
    )
    op.create_table(
        "period_target",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("target", sa.JSON(), nullable=False),
        sa.UniqueConstraint("kpi_id", "kind", "period_start"),
    )
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
    )
    op.create_index("ix_action_company_id", "action", ["company_id"])
    op.create_index("ix_action_department_id", "action", ["department_id"])
    op.create_index("ix_action_kpi_id", "action", ["kpi_id"])
    op.create_index("ix_action_person_id", "action", ["person_id"])
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("kpi_id", "person_id"),
    )
    op.create_index("ix_consent_company_id", "consent", ["company_id"])
    op.create_index("ix_consent_person_id", "consent", ["person_id"])
    op.create_table(
        "cause",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("cause", sa.JSON(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("action_id", sa.Integer(), sa.ForeignKey("action.id"), nullable=True),
        sa.Column("verdict", WORD, nullable=True),
        sa.UniqueConstraint("kpi_id", "kind", "period_start"),
    )
    op.create_index("ix_cause_action_id", "cause", ["action_id"])
    op.create_table(
        "cause_put_off",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.UniqueConstraint("kpi_id", "kind", "period_start"),
    )
    op.create_table(
        "mute",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("muted_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("kpi_id", "rule"),
    )
    op.create_index("ix_mute_company_id", "mute", ["company_id"])


def _records() -> None:
    """What was measured, how it scored, and who did what."""
    op.create_table(
        "actual",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("value", EXACT, nullable=True),
        sa.Column("numerator", EXACT, nullable=True),
        sa.Column("denominator", EXACT, nullable=True),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("entered_at", MOMENT, nullable=False),
        sa.Column("channel", WORD, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("supersedes", sa.Integer(), sa.ForeignKey("actual.id"), nullable=True),
        sa.Column("is_current", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_actual_kpi_id_period_start", "actual", ["kpi_id", "period_start"])
    op.create_index(
        "uq_actual_current",
        "actual",
        ["kpi_id", "kind", "period_start"],
        unique=True,
        postgresql_where=sa.text("is_current"),
        sqlite_where=sa.text("is_current"),
    )
    op.create_table(
        "score",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("kpi_id", sa.Integer(), sa.ForeignKey("kpi.id"), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("score", EXACT, nullable=True),
        sa.Column("explanation", sa.JSON(), nullable=False),
        sa.UniqueConstraint("kpi_id", "kind", "period_start"),
    )
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("deed", WORD, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("undo", sa.JSON(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
    )
    op.create_index("ix_audit_entry_company_id", "audit_entry", ["company_id"])
    op.create_index("ix_audit_entry_person_id", "audit_entry", ["person_id"])
    op.create_index(
        "ix_audit_entry_done",
        "audit_entry",
        ["company_id", "at"],
        sqlite_where=sa.text("deed != 'enter'"),
        postgresql_where=sa.text("deed != 'enter'"),
    )
    op.create_table(
        "audit_place",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("audit_entry.id"), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=False),
    )
    op.create_index("ix_audit_place_company_id", "audit_place", ["company_id"])
    op.create_index("ix_audit_place_department_id", "audit_place", ["department_id"])
    op.create_index("ix_audit_place_entry_id", "audit_place", ["entry_id"])


def _talks() -> None:
    """What is shown, proposed and reviewed, and what is said of it."""
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.UniqueConstraint("department_id"),
    )
    op.create_index("ix_draft_company_id", "draft", ["company_id"])
    op.create_table(
        "draft_comment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("draft_id", sa.Integer(), sa.ForeignKey("draft.id"), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("draft_id", "author_id"),
    )
    op.create_index("ix_draft_comment_company_id", "draft_comment", ["company_id"])
    op.create_table(
        "review",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("subject_kind", WORD, nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.UniqueConstraint("company_id", "subject_kind", "subject_id", "kind", "period_start"),
    )
    op.create_index("ix_review_company_id", "review", ["company_id"])
    op.create_table(
        "review_comment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("review_id", sa.Integer(), sa.ForeignKey("review.id"), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.UniqueConstraint("review_id", "round", "author_id"),
    )
    op.create_index("ix_review_comment_company_id", "review_comment", ["company_id"])
    op.create_table(
        "acknowledgement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("review_id", sa.Integer(), sa.ForeignKey("review.id"), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("score", EXACT, nullable=True),
        sa.UniqueConstraint("review_id", "round"),
    )
    op.create_index("ix_acknowledgement_company_id", "acknowledgement", ["company_id"])
    op.create_table(
        "closing",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("review_id", sa.Integer(), sa.ForeignKey("review.id"), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("card", sa.JSON(), nullable=False),
        sa.Column("total", sa.JSON(), nullable=False),
        sa.Column("grade", sa.JSON(), nullable=True),
        sa.Column("grade_reason", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("reopened_by", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("reopened_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.UniqueConstraint("review_id", "round"),
    )
    op.create_index("ix_closing_company_id", "closing", ["company_id"])
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=True),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("in_force", sa.Date(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("agreed_at", MOMENT, nullable=False),
    )
    op.create_index("ix_agreement_company_id", "agreement", ["company_id"])
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("deed", WORD, nullable=False),
        sa.Column("change", sa.JSON(), nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
    )
    op.create_index("ix_proposal_company_id", "proposal", ["company_id"])
    op.create_index("ix_proposal_department_id", "proposal", ["department_id"])
    op.create_table(
        "vote",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("proposal_id", sa.Integer(), sa.ForeignKey("proposal.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("ballot", WORD, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.UniqueConstraint("proposal_id", "person_id"),
    )
    op.create_index("ix_vote_company_id", "vote", ["company_id"])
    op.create_table(
        "proposal_comment",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("proposal_id", sa.Integer(), sa.ForeignKey("proposal.id"), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_proposal_comment_company_id", "proposal_comment", ["company_id"])
    op.create_index("ix_proposal_comment_proposal_id", "proposal_comment", ["proposal_id"])


def _chats() -> None:
    """Who stands behind which account, open dialogs, and what platforms must remember."""
    op.create_table(
        "workspace",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.UniqueConstraint("platform", "external_id"),
    )
    op.create_index("ix_workspace_company_id", "workspace", ["company_id"])
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), sa.ForeignKey("workspace.id"), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("heard_at", MOMENT, nullable=False),
        sa.Column("unreachable_since", MOMENT, nullable=True),
        sa.UniqueConstraint("platform", "workspace_id", "external_id"),
    )
    op.create_index("ix_account_company_id", "account", ["company_id"])
    op.create_index("ix_account_person_id", "account", ["person_id"])
    op.create_table(
        "wrong_code",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("typed_at", MOMENT, nullable=False),
    )
    op.create_index("ix_wrong_code_typed_at", "wrong_code", ["typed_at"])
    op.create_table(
        "run",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("touched_at", MOMENT, nullable=False),
        sa.UniqueConstraint("person_id", "flow"),
    )
    op.create_index("ix_run_company_id", "run", ["company_id"])
    op.create_index("ix_run_person_id", "run", ["person_id"])
    op.create_table(
        "heard",
        sa.Column("platform", sa.Text(), primary_key=True),
        sa.Column("workspace", sa.Text(), primary_key=True),
        sa.Column("mark", sa.Text(), primary_key=True),
        sa.Column("heard_at", MOMENT, nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
    )
    op.create_index("ix_heard_heard_at", "heard", ["heard_at"])
    op.create_table(
        "kept",
        sa.Column("platform", sa.Text(), primary_key=True),
        sa.Column("workspace", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kept_at", MOMENT, nullable=False),
    )
    op.create_table(
        "sealed",
        sa.Column("platform", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sealed_at", MOMENT, nullable=False),
    )


def _post() -> None:
    """What people and channels are owed to be told, and by whom."""
    op.create_table(
        "channel",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("workspace", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", WORD, nullable=False),
        sa.Column("trouble", WORD, nullable=True),
        sa.UniqueConstraint("platform", "workspace", "external_id"),
    )
    op.create_index("ix_channel_company_id", "channel", ["company_id"])
    op.create_table(
        "bulletin",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("channel_id", sa.Integer(), sa.ForeignKey("channel.id"), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("department_id", sa.Integer(), sa.ForeignKey("department.id"), nullable=True),
        sa.Column("rhythm", sa.JSON(), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("seen_until", MOMENT, nullable=False),
        sa.Column("look_at", MOMENT, nullable=False),
        sa.UniqueConstraint("channel_id", "kind", "department_id"),
    )
    op.create_index(
        "uq_bulletin_company",
        "bulletin",
        ["channel_id", "kind"],
        unique=True,
        sqlite_where=sa.text("department_id IS NULL"),
        postgresql_where=sa.text("department_id IS NULL"),
    )
    op.create_index("ix_bulletin_company_id", "bulletin", ["company_id"])
    op.create_index("ix_bulletin_look_at", "bulletin", ["look_at"])
    op.create_table(
        "post",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("channel_id", sa.Integer(), sa.ForeignKey("channel.id"), nullable=True),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), sa.ForeignKey("account.id"), nullable=True),
        sa.Column("claim", sa.Text(), nullable=True),
        sa.Column("claimed_until", MOMENT, nullable=True),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.UniqueConstraint("person_id", "kind", "subject", "period", "step"),
        sa.UniqueConstraint("channel_id", "kind", "subject", "period", "step"),
        sa.CheckConstraint("(person_id IS NULL) <> (channel_id IS NULL)", name="to_one"),
    )
    op.create_index("ix_post_company_id", "post", ["company_id"])
    op.create_index(
        "ix_post_open",
        "post",
        ["company_id", "priority"],
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_table(
        "wake",
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("company_id", sa.Integer(), sa.ForeignKey("company.id"), nullable=False),
        sa.Column("seen_until", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("alike", sa.Integer(), nullable=True),
    )
    op.create_index("ix_wake_next_at", "wake", ["next_at"])
    op.create_index("ix_wake_company_id_next_at", "wake", ["company_id", "next_at"])
    op.create_table(
        "lane",
        sa.Column("workspace_id", sa.Integer(), sa.ForeignKey("workspace.id"), primary_key=True),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
    )
