"""What flows may ask the engine: read-only questions, answered for the person who asks and for their company only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from kpi_engine.calendar.period import Period
from kpi_engine.design.check.finding import Finding
from kpi_engine.design.check.young import Young
from kpi_engine.design.targets import Suggestion, TooFew
from kpi_engine.measure.why.brief import Brief
from kpi_engine.model.action import Action
from kpi_engine.model.actual import Actual
from kpi_engine.model.agreement import Agreements, Terms
from kpi_engine.model.archive import Archive
from kpi_engine.model.audit import AuditEntry
from kpi_engine.model.bulletin import Bulletin, Channel
from kpi_engine.model.cause import Explained, Reds
from kpi_engine.model.change import Change
from kpi_engine.model.company import Company, Department, Person
from kpi_engine.model.draft import SharedDraft
from kpi_engine.model.invitation import Guest
from kpi_engine.model.kpi import KpiVersion, PeriodTarget
from kpi_engine.model.name import Name
from kpi_engine.model.owed import Missed, Owed, Owes
from kpi_engine.model.pace import Pace
from kpi_engine.model.preview import Preview
from kpi_engine.model.proposal import Proposal, Prospect
from kpi_engine.model.ranking import Board, Leaderboard
from kpi_engine.model.review import Review
from kpi_engine.model.score import KpiScore, Scorecard, Subject
from kpi_engine.model.strategy import Goal, SwotEntry
from kpi_engine.model.terms import TermsPreview
from kpi_engine.model.total import Adjustment, Total
from kpi_engine.upkeep.cleanup import CleanUp


class Know(Protocol):
    """Refusals are raised where somebody may not see what they ask for."""

    def company(self) -> Company:
        """The company."""

    def departments(self) -> Sequence[Department]:
        """All departments, in the order in which they were made."""

    def people(self) -> Sequence[Person]:
        """Everybody who is active."""

    def everybody(self) -> Sequence[Person]:
        """Whoever was ever added, active or not: for the names of who did something."""

    def names(self) -> Mapping[int, Name]:
        """What everybody who was ever added is called, by their id: to tell names alone, in a large company."""

    def guests(self) -> Sequence[Guest]:
        """Everybody who is active, and whether they have come to the bot yet."""

    def goals(self) -> Sequence[Goal]:
        """The company's goals and the departments'."""

    def swot(self) -> Sequence[SwotEntry]:
        """The lines of the SWOT."""

    def kpis(self, department_id: int | None = None, person_id: int | None = None) -> Sequence[KpiVersion]:
        """The KPIs in force today, each in its present version; of a department, of a person, or all."""

    def versions(self, kpi_id: int) -> Sequence[KpiVersion]:
        """Every version of a KPI, oldest first."""

    def own_targets(self, kpi_id: int) -> Sequence[PeriodTarget]:
        """The targets agreed for single cycles of the KPI, earliest first."""

    def actuals(self, kpi_id: int) -> Sequence[Actual]:
        """Every line of a KPI's record, corrections included, newest first."""

    def standing(self, spots: Sequence[tuple[int, Period]]) -> Mapping[tuple[int, Period], Actual]:
        """What stands for each of these KPIs and periods for which anything does that was not taken back."""

    def check_open(self, spots: Sequence[tuple[int, Period]]) -> None:
        """Refusal("period_closed", period, by) where a value for one of these counts in a closed period."""

    def recent(self, kpi_id: int, n: int) -> Sequence[Actual]:
        """The last n values of a KPI, oldest first."""

    def actions(self, kpi_id: int) -> Sequence[Action]:
        """The KPI's action plan, by due date; what is closed among it."""

    def open_actions(self) -> Sequence[Action]:
        """What is still to be done, by due date: where who asks works, and what they do or wrote down themselves."""

    def action(self, id: int) -> Action:
        """One action, whatever has become of it."""

    def reds(self) -> Reds:
        """What who asks is asked about the KPIs that they answer for; nothing while they are away."""

    def causes(self, kpi_ids: Sequence[int]) -> Sequence[Explained]:
        """What was said of these KPIs when they were red, and what is done about it; the oldest cycle first."""

    def owed(self, day: date | None = None) -> Sequence[Owed]:
        """The values that the person who asks should enter now; or on that day, if nothing more comes in until then."""

    def owes(self) -> Sequence[Owes]:
        """Whose values are not in, of the KPIs that the person who asks may enter values for."""

    def missed(self) -> Sequence[Missed]:
        """What those missed in a row for whom the person who asks steps in, and who have agreed to that."""

    def my_last_deed(self) -> AuditEntry | None:
        """What the person who asks did last of what undo takes back, or says how it is taken back."""

    def scorecard(self, subject: Subject, period: Period) -> Scorecard:
        """Where the company, a department or a person stands."""

    def scorecards(self, subjects: Sequence[Subject], period: Period) -> Sequence[Scorecard]:
        """The same for several, in that order."""

    def total(self, card: Scorecard, adjustments: Sequence[Adjustment] = ()) -> Total:
        """What a card comes to, with its grade; with points by hand, what it would come to if it were closed so."""

    def agreements(self) -> Agreements:
        """What the company and its departments have agreed about totals."""

    def terms_preview(self, terms: Terms, department_id: int | None, period: Period) -> TermsPreview:
        """What the terms, a department's or the company's, would have made of that period's totals."""

    def brief(self, subject: Subject, period: Period) -> Brief:
        """What moved since the period before, whom to thank, who could use a hand, what to decide."""

    def check(self, department_id: int | None = None) -> Sequence[Finding]:
        """What is wrong with the KPI model, errors first; of a department, or of everything one may see."""

    def young(self) -> Sequence[Young]:
        """KPIs that are too new for the check to judge them by values yet."""

    def clean_ups(self) -> Sequence[CleanUp]:
        """KPIs that are always green, hardly ever entered or measured twice."""

    def kpi_score(self, kpi_id: int, period: Period) -> KpiScore | None:
        """Where one KPI stands; None where it is not measured in that period."""

    def pace(self, kpi_id: int, period: Period) -> Pace | None:
        """Where one KPI should stand by now and where it will end; None where it is not measured in that period."""

    def paces(self, card: Scorecard) -> Mapping[int, Pace]:
        """The same for all of a card's own lines at once, by the KPI's id."""

    def course(self, kpi_id: int, until: Period, before: int) -> Sequence[KpiScore | None]:
        """Where one KPI stood in so many periods before and stands in that one, oldest first."""

    def leaderboard(self, board: Board, period: Period) -> Leaderboard:
        """Who stands where: the first places, and the place of the person who asks."""

    def preview(self, change: Change, period: Period) -> Preview:
        """What a change would do to whose score in that period; refused like the change itself."""

    def suggestion(self, kpi_id: int, cycle: Period) -> Suggestion | TooFew | None:
        """Levels for a cycle of one KPI, by what was measured before it; None for one that is met or not."""

    def proposals(self) -> Sequence[Proposal]:
        """The proposals that nobody has decided yet, oldest first."""

    def proposal(self, id: int, period: Period) -> Prospect:
        """A proposal with its votes and comments, and what it would do in that period."""

    def drafts(self) -> Sequence[SharedDraft]:
        """The sets that departments have been shown and that are not in force yet, with what was said of them."""

    def review(self, subject: Subject, period: Period) -> Review:
        """Where a scorecard's period stands, with all that was said and frozen."""

    def reviews(self, period: Period) -> Sequence[Review]:
        """Every review of that period that has begun."""

    def channels(self) -> Sequence[Channel]:
        """Every channel in which somebody has spoken to the bot, by name."""

    def bulletins(self) -> Sequence[Bulletin]:
        """All that is posted in channels, channel by channel."""

    def everything(self) -> Archive:
        """The whole company as data; refused to anybody but an owner."""

    def reviews_waiting(self) -> Sequence[Review]:
        """The reviews that are not closed yet, and those of one's own that one has not acknowledged, oldest first."""
