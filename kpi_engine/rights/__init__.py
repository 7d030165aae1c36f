"""Who may do what, and whose scorecard one may see: the one place where roles are judged."""

from __future__ import annotations

from kpi_engine.rights.deciding import check, check_kind, may, those_who_may
from kpi_engine.rights.places import (
    Facts,
    Place,
    action_place,
    desk_of,
    invite_facts,
    judges_of,
    leave_place,
    review_place,
    steps_in,
)
from kpi_engine.rights.sight import (
    check_actions,
    check_board,
    check_sight,
    check_takes_all,
    may_see,
    may_see_actions,
    may_see_board,
    may_see_deeds_of_all,
    sees_deeds_of,
    takes_all,
)
from kpi_engine.rights.table import GRANTS, RIGHTS, Reach

__all__ = [
    "GRANTS",
    "RIGHTS",
    "Facts",
    "Place",
    "Reach",
    "action_place",
    "check",
    "check_actions",
    "check_board",
    "check_kind",
    "check_sight",
    "check_takes_all",
    "desk_of",
    "invite_facts",
    "judges_of",
    "leave_place",
    "may",
    "may_see",
    "may_see_actions",
    "may_see_board",
    "may_see_deeds_of_all",
    "review_place",
    "sees_deeds_of",
    "steps_in",
    "takes_all",
    "those_who_may",
]
