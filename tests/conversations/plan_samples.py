"""What sentences about actions are rendered with to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_engine.calendar.period import Period
from kpi_engine.model.action import Action, ActionState
from kpi_engine.model.audit import Deed
from kpi_engine.model.cause import Cause, Explained, LookBack, Verdict
from kpi_engine.model.done import Acted, RedExplained, RedPutOff
from kpi_engine.model.kpi import KpiVersion
from kpi_engine.model.name import Name
from kpi_engine.model.score import KpiScore
from kpi_engine.upkeep.cleanup import ALWAYS_GREEN, NEVER_ENTERED, TWICE, CleanUp

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


def causes(lines: Sequence[KpiScore], before: Period) -> Mapping[str, Mapping[str, Sequence[object]]]:
    """The same of KPIs that are red; `before` is an earlier cycle than that of the lines."""
    first, second = lines[:2]
    rain = Cause(1, before, Name("Rain", "下雨"), 1, _DAY, 1)
    said = [
        Explained(rain, _CALL),
        Explained(replace(rain, verdict=Verdict.HELPED), _DONE),
        Explained(replace(rain, verdict=Verdict.NOT_YET), _DROPPED),
        Explained(replace(rain, action_id=None), None),
    ]
    looks = [LookBack(said[0], first), LookBack(said[0], second)]
    many = [first, second] * 2
    return {
        "cause.fact": {"line": (first,)},
        "cause.why": {"lines": ((), many[:1], many[:2], many)},
        "cause.again": {"looks": ((), looks[:1], looks, looks * 2)},
        "cause.looking": {"look": tuple(looks)},
        "cause.told": {"explained": tuple(said), "by": ("Tom", "", "Tom", "Tom")},
        "cause.explained": {
            "done": (
                *(RedExplained(Deed.EXPLAIN_RED, first.version, one) for one in (said[0], said[3])),
                RedExplained(Deed.LOOK_AGAIN, first.version, said[1]),
                RedExplained(Deed.LOOK_AGAIN, first.version, Explained(said[2].cause, _CALL)),
                RedExplained(Deed.LOOK_AGAIN, first.version, Explained(said[2].cause, None)),
            )
        },
        "cause.put_off": {"done": (RedPutOff(first.version, first.period),)},
        "brief.causes": {"causes": (((_REVENUE, said[0]),), ((_REVENUE, said[0]), (_REVENUE, said[3])))},
        "close.why_red": {"name": (_REVENUE,)},
        **_cleanup(first.version),
    }


def _cleanup(version: KpiVersion) -> Mapping[str, Mapping[str, Sequence[object]]]:
    silent = [CleanUp(NEVER_ENTERED, version, entered=entered, of=10) for entered in (0, 1)]
    return {
        "cleanup.head": {"name": (_REVENUE.en,) * 3, "count": (0, 1, 3)},
        f"cleanup.{ALWAYS_GREEN}": {"number": (1,), "found": (CleanUp(ALWAYS_GREEN, version, Decimal(112)),)},
        f"cleanup.{NEVER_ENTERED}": {"number": (1, 2), "found": tuple(silent)},
        f"cleanup.{TWICE}": {"number": (1,), "found": (CleanUp(TWICE, version, other=version),)},
        "cleanup.merge": {"number": (1,), "name": (_REVENUE,)},
        **{f"cleanup.{key}": {"number": (1,)} for key in ("raise", "enter", "retire", "keep")},
        "checkup.dialog_button": {"number": (3,), "label": ("set the target",)},
    }
