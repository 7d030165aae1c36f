"""What the sentences about proposals and news are rendered with to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from conversations.cards.desk import Waits
from conversations.news import NewsKind
from kpi_engine.calendar.period import PeriodKind
from kpi_engine.model.change import RetireKpi
from kpi_engine.model.kpi import Target, Unit, UnitKind
from kpi_engine.model.name import Name
from kpi_engine.model.proposal import Ballot, Proposal, ProposalState
from kpi_engine.model.review import Acknowledgement, Review, ReviewState
from kpi_engine.model.score import Subject, SubjectKind
from kpi_engine.model.total import GRADES, Adjustment, Total
from tests.kpi_engine.measure.build import period, version

REVENUE, VISITS = Name("Sales revenue", "销售收入"), Name("Customer visits", "客户拜访")
LEVELS = Target(Decimal(12), threshold=Decimal(10), stretch=Decimal(15))
DEFINITIONS = (
    version(name=REVENUE, unit=Unit(UnitKind.MONEY), target=Target(Decimal(1000000))).definition,
    version(name=VISITS, unit=Unit(UnitKind.COUNT), target=LEVELS, frequency=PeriodKind.WEEK).definition,
)
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
OPEN = Proposal(7, RetireKpi(1, (), date(2026, 12, 1), "Nobody reads it"), 1, None, 1, AT)
ENDED = (
    replace(OPEN, state=ProposalState.ACCEPTED),
    replace(OPEN, state=ProposalState.DECLINED, answer="Too early"),
    replace(OPEN, state=ProposalState.WITHDRAWN),
)
COUNTED = ({"for": 3, "against": 1, "abstain": 0}, {"for": 0, "against": 0, "abstain": 1})
CHANGED = replace(version("2026-12-01", number=2, name=REVENUE), reason="The market grew")
OCTOBER = period("2026-10")
SALES = Subject(SubjectKind.DEPARTMENT, 1)
REVIEWS = tuple(Review(SALES, OCTOBER, state) for state in ReviewState)
SEEN = Acknowledgement(AT, agrees=True, word="", score=None)
TOTAL = Total(None, Decimal(1), (), None, None, Decimal(0), (), (), None)
BY_HAND = (Adjustment(Decimal(3), "x"),)
GRADED = Total(Decimal(82), Decimal(1), BY_HAND, Decimal(85), Decimal(85), Decimal(1), (), (), GRADES[3])
UNGRADED = Total(Decimal(82), Decimal(1), (), Decimal(82), Decimal(82), Decimal("0.4"), (), (), None)
SALES_NAME = Name("Sales", "销售部")
KPI = {"name": (REVENUE,)}
SAID: Mapping[str, Sequence[object]] = {"title": ("End of X",), "by": ("Tom",), "comment": ("Good",)}

TALK: Mapping[str, Mapping[str, Sequence[object]]] = {
    **{f"propose.{macro}": KPI for macro in ("new", "revise", "weight", "end", "period_target", "weight_of")},
    **{f"propose.{macro}": {"definition": DEFINITIONS} for macro in ("target", "kpi", "new_target")},
    "propose.preview": {"moves": (0, 3, 30), "shown": (0, 3, 12)},
    "propose.waiting": {"count": (0, 1, 3)},
    "propose.proposal": {"proposal": (OPEN,), "title": ("X",), "by": ("Tom",)},
    "propose.obstacle": {"why": ("X.",)},
    "propose.votes": {"counted": COUNTED, "mine": (None, Ballot.FOR)},
    "propose.voted": {"counted": COUNTED},
    "propose.over": {"proposal": ENDED, "decided": ("Tom", "Tom", "")},
    "propose.decided": {"state": ("accepted", "declined")},
    "news.to_judge": {"kind": (NewsKind.PROPOSED, NewsKind.ALL_VOTED)},
    "news.commented": SAID,
    "news.decided": {**SAID, "proposal": ENDED[:2], "mine": (True, False)},
    **{f"draft.{macro}": {"name": (SALES_NAME,)} for macro in ("share", "shared")},
    "draft.shown": {"by": ("Tom",)},
    "draft.said_of": {"name": (SALES_NAME,), "by": ("Tom",), "comment": ("Too many",)},
    "refusals.no_draft": {"department": (SALES_NAME,)},
    "news.changed": {"version": (CHANGED,), "by": ("Tom",)},
    "news.disagreed": {"name": ("Tom",), "word": ("", "The rate is wrong")},
    "news.left_open": {"flow": ("build", "strategy", "start")},
    "news.review": {
        "kind": (NewsKind.REVIEW_BEGUN, NewsKind.REMARKED, NewsKind.CLOSED, NewsKind.CLOSED, NewsKind.REOPENED),
        "reason": ("A value was wrong",),
        "seen": (False, False, False, True, False),
        "period": (OCTOBER,),
    },
    "close.desk": {
        "name": ("Sales",),
        "counts": ({"open": 1, "review": 2, "closed": 0}, {"open": 0, "review": 0, "closed": 0}),
    },
    "close.people_of": {"name": ("Sales",)},
    "close.first": {"name": (SALES_NAME,)},
    "close.state": {"review": REVIEWS, "total": (TOTAL, GRADED, UNGRADED), "grade": (None, None, GRADES[0])},
    "close.was_reopened": {"by": ("Tom",), "reason": ("A value was wrong",)},
    "close.seen": {
        "name": ("Tom",),
        "mine": (True, False, True, False),
        "seen": (SEEN, SEEN, replace(SEEN, agrees=False, word="No"), replace(SEEN, agrees=False)),
    },
    "close.begun": {"scorecards": (1, 5)},
    "close.together": {"scorecards": (5,)},
    "close.freezing_all": {"scorecards": (1, 5)},
    "close.left_open": {"left": ((("Tom", Waits.TALK),), (("Tom", Waits.TALK), ("Li Na", Waits.PARTS)))},
    "close.closed_all": {"scorecards": (5,)},
    "close.acknowledged": {"agrees": (True, False)},
    "close.closed": {"period": (OCTOBER,), "total": (GRADED, GRADED), "grade": (None, GRADES[0])},
    "close.reopened": {"period": (OCTOBER,), "also": (0, 1, 3)},
    "close.freezing": {"name": ("Tom",), "total": (TOTAL, GRADED, UNGRADED), "period": (OCTOBER,)},
    "close.comes_to": {"total": (TOTAL, GRADED, UNGRADED)},
    "close.by_points": {"grade": (GRADES[1], None)},
    "close.coefficient": {"grade": (GRADES[1],)},
    "waits.proposals": {"votes": (1, 0, 3, 1, 2), "decisions": (0, 1, 0, 1, 2)},
    "waits.own": {"review": REVIEWS[1:]},
    "waits.headed": {
        "period": (OCTOBER,),
        "counts": ({"review": 1, "agreed": 0, "not": 0}, {"review": 5, "agreed": 3, "not": 1}),
    },
    "news.published": {"names": ((REVENUE,), (REVENUE, VISITS)), "mine": ((), (VISITS,))},
}
