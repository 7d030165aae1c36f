"""What sentences about actions are rendered with to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kpi_engine.model.action import Action, ActionState
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Acted
from kpi_engine.model.name import Name

_DAY = date(2026, 12, 15)
_CALL = Action(1, 1, 1, "Call the carrier", 2, _DAY, 1, date(2026, 11, 2))
_DONE = replace(_CALL, state=ActionState.DONE, outcome="40 answers")
_DROPPED = replace(_CALL, state=ActionState.DROPPED, outcome="Too dear")
_TOM, _REVENUE = Name("Tom", "汤姆"), Name("Sales revenue", "销售收入")

PLAN: Mapping[str, Mapping[str, Sequence[object]]] = {
    "plan.mine": {"count": (0, 1, 1, 3, 3, 3), "overdue": (0, 0, 1, 0, 1, 2)},
    "plan.others": {"about": ("", "", _REVENUE.en, _REVENUE.en), "count": (0, 4, 4, 0), "overdue": (0, 0, 2, 0)},
    "plan.action": {"action": (_CALL,)},
    "plan.acted": {
        "acted": (
            *(
                Acted(deed, _CALL, _TOM, _REVENUE)
                for deed in (Deed.PLAN_ACTION, Deed.POSTPONE_ACTION, Deed.ASSIGN_ACTION)
            ),
            Acted(Deed.CLOSE_ACTION, _DONE, _TOM, _REVENUE),
            Acted(Deed.CLOSE_ACTION, _DROPPED, _TOM, _REVENUE),
        )
    },
    "plan.done_button": {"number": (2,)},
    "plan.due": {"actions": ((_CALL,), (_CALL,), (_CALL,) * 2, (_CALL,) * 5), "today": (_DAY, date(2026, 12, 20)) * 2},
    "plan.given": {"action": (_CALL,)},
    "plan.closed": {"by": ("Tom",), "action": (_DONE, _DROPPED, replace(_DONE, outcome=""))},
    "refusals.unknown_action": {"id": (7,)},
    "refusals.action_over": {"state": (ActionState.DONE, ActionState.DROPPED)},
}
