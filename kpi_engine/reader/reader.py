"""What one may ask about a company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from kpi_engine.calendar.period import Period
from kpi_engine.design.check.finding import Finding
from kpi_engine.design.check.young import Young
from kpi_engine.design.targets import Suggestion, TooFew
from kpi_engine.measure.why.brief import Brief, brief
from kpi_engine.model.action import Action
from kpi_engine.model.actual import Actual
from kpi_engine.model.agreement import Agreements, Terms
from kpi_engine.model.archive import Archive
from kpi_engine.model.audit import AuditEntry
from kpi_engine.model.bulletin import Bulletin, Channel
from kpi_engine.model.cause import Explained, Reds
from kpi_engine.model.change import Change
from kpi_engine.model.company import Actor, Company, Department, Person
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
from kpi_engine.reader import (
    actions,
    archive,
    boards,
    cards,
    changes,
    checking,
    closed,
    course,
    deeds,
    entered,
    guests,
    kpis,
    missing,
    outlooks,
    owing,
    owing_people,
    proposals,
    reds,
    reviewed,
)
from kpi_engine.reader import terms as terms_
from kpi_engine.store import bulletins, drafts, load, values
from kpi_engine.store.scope import Memory, Scope
from kpi_engine.upkeep.cleanup import CleanUp


@dataclass(frozen=True, slots=True)
class Reader:
    """Questions of one actor on one day. What another company has does not exist: its ids are unknown_….

    What is a person's alone is shown to whom `rights.may_see` names; others are refused with not_allowed(by).
    """

    session: Session
    actor: Actor
    today: date
    known: Memory | None = field(default=None, compare=False)
    """Empty at first, for who asks much at one moment: nothing is read twice. Who has written begins anew."""

    def everything(self) -> Archive:
        """All that the company has; not_allowed(by) for anybody but an owner."""
        return archive.everything(self._scope, self.actor, self.today)

    def company(self) -> Company:
        """The company; its name is empty until it is set up."""
        return self._scope.once("company", lambda: values.company(self._scope.company()))

    def departments(self) -> tuple[Department, ...]:
        """All departments."""
        return load.departments(self._scope)

    def people(self) -> tuple[Person, ...]:
        """Everybody who is active."""
        return load.active_people(self._scope)

    def everybody(self) -> tuple[Person, ...]:
        """Whoever was ever added, active or not: what they did keeps their name."""
        return load.people(self._scope)

    def names(self) -> dict[int, Name]:
        """What whoever was ever added is called, by their id: where nothing else of them is told."""
        return load.names(self._scope)

    def goals(self) -> tuple[Goal, ...]:
        """The goals that stand, the company's and the departments'."""
        return load.goals(self._scope)

    def swot(self) -> tuple[SwotEntry, ...]:
        """The SWOT as it stands."""
        return load.swot(self._scope)

    def kpis(self, department_id: int | None = None, person_id: int | None = None) -> tuple[KpiVersion, ...]:
        """The versions in force today (or next, where none is yet), of all KPIs that the actor may see.

        With `person_id` that person's own; with `department_id` those in it, its people's among them.
        """
        return kpis.in_force(self._scope, self.actor, self.today, department_id, person_id)

    def versions(self, kpi_id: int) -> tuple[KpiVersion, ...]:
        """Every version of the KPI, oldest first."""
        return kpis.visible(self._scope, self.actor, kpi_id)

    def own_targets(self, kpi_id: int) -> tuple[PeriodTarget, ...]:
        """The targets agreed for single cycles of the KPI, earliest first."""
        kpis.visible(self._scope, self.actor, kpi_id)
        return load.period_targets(self._scope, [kpi_id]).get(kpi_id, ())

    def actuals(self, kpi_id: int) -> tuple[Actual, ...]:
        """Every line of the KPI's record, newest first."""
        return entered.every_line(self._scope, self.actor, kpi_id)

    def current(self, kpi_id: int) -> tuple[Actual, ...]:
        """What stands for each period now, oldest first."""
        return entered.current(self._scope, self.actor, kpi_id)

    def standing(self, spots: Sequence[tuple[int, Period]]) -> dict[tuple[int, Period], Actual]:
        """What stands for each of these KPIs and periods for which anything does that was not withdrawn."""
        return entered.standing(self._scope, self.actor, spots)

    def check_open(self, spots: Sequence[tuple[int, Period]]) -> None:
        """Refusal("period_closed", period, by) where a value for one of these counts in a closed period."""
        closed.check_entries(self._scope, spots)

    def recent(self, kpi_id: int, n: int) -> tuple[Actual, ...]:
        """The last n values, oldest first."""
        return entered.recent(self._scope, self.actor, kpi_id, n)

    def actions(self, kpi_id: int) -> tuple[Action, ...]:
        """The KPI's action plan, by due date, as far as the actor may see it; what is closed among it."""
        return actions.of_kpi(self._scope, self.actor, kpi_id)

    def open_actions(self) -> tuple[Action, ...]:
        """What is still to be done, by due date: where the actor works, and what they do or wrote down themselves."""
        return actions.open_actions(self._scope, self.actor)

    def action(self, id: int) -> Action:
        """One action, whatever has become of it; refused with unknown_action or not_allowed(by)."""
        return actions.action(self._scope, self.actor, id)

    def reds(self) -> Reds:
        """What the actor is asked about the KPIs that they answer for: why one is red, and whether something has
        helped; nothing while they are away.
        """
        return reds.reds_of(self._scope, self.actor.person, self.today)

    def causes(self, kpi_ids: Sequence[int]) -> tuple[Explained, ...]:
        """What was said of these KPIs when they were red, and what is done about it, as far as the actor may see them;
        the oldest cycle first.
        """
        return reds.causes_of(self._scope, self.actor, self.today, kpi_ids)

    def owed(self, day: date | None = None) -> tuple[Owed, ...]:
        """What the actor should enter: of each KPI at most the last two periods that can be asked for.

        Today, or on that day if nothing more comes in until then.
        """
        return owing.owed(self._scope, self.actor.person.id, day or self.today)

    def owes(self) -> tuple[Owes, ...]:
        """Whose values are not in, of the KPIs that the actor may enter values for."""
        return owing_people.owes(self._scope, self.actor, self.today)

    def missed(self) -> tuple[Missed, ...]:
        """What those missed in a row for whom the actor steps in, as far as they have agreed that the actor sees it."""
        return missing.missed(self._scope, self.actor, self.today)

    def kpi_score(self, kpi_id: int, period: Period) -> KpiScore | None:
        """The KPI's line as of today (or as it was frozen), with its trend; None where it is not measured then."""
        return cards.line(self._scope, self.versions(kpi_id), period, self.today)

    def pace(self, kpi_id: int, period: Period) -> Pace | None:
        """Where the KPI should stand by now, where it will end, how likely it reaches its target.

        None where it is not measured in that period.
        """
        return outlooks.pace_of(self._scope, self.versions(kpi_id), period, self.today)

    def paces(self, card: Scorecard) -> Mapping[int, Pace]:
        """The pace of each of the card's own lines by the KPI's id: how the whole card keeps pace in its period."""
        return outlooks.paces_of(self._scope, self.actor, card, self.today)

    def course(self, kpi_id: int, until: Period, before: int) -> tuple[KpiScore | None, ...]:
        """The KPI's lines of so many periods before and of that one, oldest first; None where it was not measured."""
        return course.course(self._scope, self.versions(kpi_id), until, before, self.today)

    def suggestion(self, kpi_id: int, cycle: Period) -> Suggestion | TooFew | None:
        """Threshold, target and stretch for a cycle, from what was measured before it began.

        None for a KPI that is met or not. Values that are no KPI's yet: `design.targets.suggest`.
        """
        return outlooks.suggestion_for(self._scope, self.versions(kpi_id), cycle, self.today)

    def preview(self, change: Change, period: Period) -> Preview:
        """What a change would do to whose score in that period; refused like the change itself."""
        return changes.preview(self._scope, self.actor, change, period, self.today)

    def proposals(self) -> tuple[Proposal, ...]:
        """The proposals that nobody has decided yet, oldest first."""
        return proposals.pending(self._scope, self.actor)

    def proposal(self, id: int, period: Period) -> Prospect:
        """A proposal with its votes and comments, and what it would do in that period."""
        return proposals.prospect(self._scope, self.actor, id, period, self.today)

    def drafts(self) -> tuple[SharedDraft, ...]:
        """The sets that departments have been shown and that are not in force yet, with what was said of them."""
        return drafts.drafts(self._scope)

    def review(self, subject: Subject, period: Period) -> Review:
        """Where the scorecard's period stands, with all that was said and frozen."""
        return reviewed.review(self._scope, self.actor, subject, period)

    def reviews(self, period: Period) -> tuple[Review, ...]:
        """Every review of that period that has begun and that the actor may see."""
        return reviewed.reviews_of(self._scope, self.actor, period)

    def reviews_waiting(self) -> tuple[Review, ...]:
        """The reviews that are not closed yet, and the actor's own that they have not acknowledged, oldest first."""
        return reviewed.waiting(self._scope, self.actor)

    def scorecard(self, subject: Subject, period: Period) -> Scorecard:
        """The card of the company, a department or a person: as of today, or as it was frozen if that is closed."""
        return cards.card(self._scope, self.actor, subject, period, self.today)

    def scorecards(self, subjects: Sequence[Subject], period: Period) -> tuple[Scorecard, ...]:
        """The cards of several, in that order, for no more statements than one takes."""
        return cards.cards(self._scope, self.actor, subjects, period, self.today)

    def total(self, card: Scorecard, adjustments: Sequence[Adjustment] = ()) -> Total:
        """What a card comes to, with its grade: by the rules in force in its period, or as it was frozen.

        The adjustments are points that would be given by hand if it were closed.
        """
        return cards.total_of(self._scope, card, adjustments)

    def agreements(self) -> Agreements:
        """What the company and its departments have agreed about totals."""
        return load.agreements(self._scope)

    def terms_preview(self, terms: Terms, department_id: int | None, period: Period) -> TermsPreview:
        """What the terms, a department's or the company's, would have made of that period's totals."""
        return terms_.preview(self._scope, self.actor, terms, department_id, period, self.today)

    def brief(self, subject: Subject, period: Period) -> Brief:
        """What moved since the period before, whom to thank, who could use a hand, what to decide."""
        return brief(self.scorecard(subject, period), self.scorecard(subject, period.previous()))

    def check(self, department_id: int | None = None) -> tuple[Finding, ...]:
        """What is wrong with the KPI model, errors first; with `department_id` what concerns that department.

        What is about somebody's own KPIs is shown to who may see those.
        """
        return checking.findings(self._scope, self.actor, self.today, department_id)

    def young(self) -> tuple[Young, ...]:
        """KPIs that are too new for the check to judge them by values yet, of those that the actor may see."""
        return checking.too_new(self._scope, self.actor, self.today)

    def clean_ups(self) -> tuple[CleanUp, ...]:
        """KPIs that are always green, hardly ever entered or measured twice, of those that the actor may see."""
        return checking.tidied(self._scope, self.actor, self.today)

    def leaderboard(self, board: Board, period: Period) -> Leaderboard:
        """Who stands where in that period: the first places and the actor's own; nobody else's.

        Refused with people_not_ranked where the company has no such board.
        """
        return boards.leaderboard(self._scope, self.actor, board, period, self.today)

    def channels(self) -> tuple[Channel, ...]:
        """Every channel in which somebody has spoken to the bot, by name."""
        return bulletins.channels(self._scope)

    def bulletins(self) -> tuple[Bulletin, ...]:
        """All that is posted in channels, channel by channel."""
        return bulletins.bulletins(self._scope)

    def guests(self) -> tuple[Guest, ...]:
        """Everybody who is active, and whether they have come to the bot yet."""
        return guests.guests(self._scope, self.actor)

    def audit(self, limit: int) -> tuple[AuditEntry, ...]:
        """The last entries of the log, newest first: an owner sees everybody's, a head those of their departments,
        and everybody their own.
        """
        return deeds.audit(self._scope, self.actor, limit)

    def my_last_deed(self) -> AuditEntry | None:
        """What the actor did last of what undo takes back, or says how it is taken back: what undo is about."""
        return deeds.last_of(self._scope, self.actor)

    @property
    def _scope(self) -> Scope:
        return Scope(self.session, self.actor.company_id, self.known)
