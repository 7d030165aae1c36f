"""Proposals: made by anybody, judged by others, decided by the head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_engine.commands import (
    AddKpi,
    ChooseLanguage,
    Command,
    CommentOnProposal,
    DecideProposal,
    NewKpi,
    Propose,
    PublishKpis,
    RetireKpi,
    ReviseKpi,
    SetPeriodTarget,
    SetWeights,
    Undo,
    VoteOnProposal,
    WithdrawProposal,
)
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.change import Change
from kpi_engine.model.done import Discussed, Undone
from kpi_engine.model.kpi import Target
from kpi_engine.model.name import Language
from kpi_engine.model.proposal import Ballot, Proposal, ProposalState
from tests.factories import TODAY, Office, definition, entry, found_office, month

TWO_HUNDRED = Target(Decimal(200))


def refused(office: Office, command: Command, by: int | None = None, today: date = TODAY) -> Refusal:
    with pytest.raises(Refusal) as caught:
        office.do(command, by, today)
    return caught.value


def done(office: Office, command: Command, by: int | None = None, today: date = TODAY) -> Proposal:
    found = office.do(command, by, today)
    assert isinstance(found, Discussed)
    return found.proposal


@pytest.fixture
def higher(office: Office) -> ReviseKpi:
    """A higher target for the only KPI of sales, which has reached the present one."""
    (kpi_id,) = office.publish(definition("Revenue"))
    office.enter(entry(kpi_id, month(11), 100))
    return ReviseKpi(kpi_id, definition("Revenue", target=TWO_HUNDRED), date(2026, 11, 1), "the market grew")


def targets(office: Office) -> list[Decimal]:
    return [version.definition.target.value for version in office.reader().kpis(office.sales)]


def test_a_proposal_from_the_first_word_to_the_last(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    assert (made.change, made.author_id, made.state) == (higher, office.sam, ProposalState.OPEN)
    assert office.reader(office.eve).proposals() == (made,)
    done(office, VoteOnProposal(made.id, Ballot.AGAINST), by=office.mia)
    done(office, VoteOnProposal(made.id, Ballot.FOR), by=office.hal)
    done(office, CommentOnProposal(made.id, "Too  high?"), by=office.mia)
    seen = office.reader(office.sam).proposal(made.id, month(11))
    assert [(vote.person_id, vote.ballot) for vote in seen.proposal.votes] == [
        (office.mia, Ballot.AGAINST),
        (office.hal, Ballot.FOR),
    ]
    assert [(comment.author_id, comment.text) for comment in seen.proposal.comments] == [(office.mia, "Too high?")]
    assert seen.preview is not None
    assert [change.after.score for change in seen.preview.changes] == [50, 50, 50]
    accepted = done(office, DecideProposal(made.id, accept=True, reason="Yes"), by=office.hal)
    assert (accepted.state, accepted.decided_by, accepted.answer) == (ProposalState.ACCEPTED, office.hal, "Yes")
    assert targets(office) == [200]
    assert office.reader().versions(higher.kpi_id)[-1].author_id == office.hal
    assert office.reader().proposals() == ()
    over = office.reader().proposal(made.id, month(11))
    assert (over.preview, over.obstacle) == (None, None)


def test_a_vote_is_changed_and_there_is_one_each(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    for ballot in (Ballot.AGAINST, Ballot.ABSTAIN, Ballot.FOR):
        now = done(office, VoteOnProposal(made.id, ballot), by=office.mia)
        assert [(vote.person_id, vote.ballot) for vote in now.votes] == [(office.mia, ballot)]
    assert refused(office, VoteOnProposal(made.id, Ballot.FOR), by=office.sam).key == "own_proposal"


def test_a_comment_of_ones_own_is_changed(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    (first,) = done(office, CommentOnProposal(made.id, "No"), by=office.mia).comments
    done(office, CommentOnProposal(made.id, "Why?"), by=office.hal)
    now = done(office, CommentOnProposal(made.id, "Perhaps", instead_of=first.id), by=office.mia)
    assert [comment.text for comment in now.comments] == ["Perhaps", "Why?"]
    theirs = CommentOnProposal(made.id, "Mine", instead_of=first.id)
    assert refused(office, theirs, by=office.hal).key == "unknown_comment"
    assert refused(office, CommentOnProposal(made.id, "Mine", instead_of=99), by=office.hal).key == "unknown_comment"
    assert refused(office, CommentOnProposal(made.id, " "), by=office.hal).key == "nothing_said"


def test_declining_needs_a_reason(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    assert refused(office, DecideProposal(made.id, accept=False), by=office.hal).key == "reason_missing"
    over = done(office, DecideProposal(made.id, accept=False, reason="Not now"), by=office.hal)
    assert (over.state, over.answer) == (ProposalState.DECLINED, "Not now")
    assert targets(office) == [100]


def test_who_made_it_may_withdraw_it_and_nobody_else(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    assert refused(office, WithdrawProposal(made.id), by=office.hal).key == "not_allowed"
    assert done(office, WithdrawProposal(made.id), by=office.sam).state is ProposalState.WITHDRAWN
    for late in (
        VoteOnProposal(made.id, Ballot.FOR),
        CommentOnProposal(made.id, "But"),
        DecideProposal(made.id, accept=True),
    ):
        refusal = refused(office, late, by=office.hal)
        assert (refusal.key, refusal.params) == ("proposal_over", {"state": ProposalState.WITHDRAWN})
    assert refused(office, WithdrawProposal(made.id), by=office.sam).key == "proposal_over"


def test_who_decides(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    for other in (office.sam, office.mia, office.eve):
        assert refused(office, DecideProposal(made.id, accept=True), by=other).key == "not_allowed"
    assert targets(office) == [100]


def test_every_kind_of_change_can_be_proposed_and_carried_out(office: Office) -> None:
    a, b = office.publish(definition("A", 50), definition("B", 50))
    november = date(2026, 11, 1)
    kinds: tuple[Change, ...] = (
        SetWeights(((a, Decimal(40)), (b, Decimal(60))), november, "B matters"),
        SetPeriodTarget(a, month(11), TWO_HUNDRED, "the fair"),
        AddKpi(office.sales, NewKpi(definition("C", 20)), ((a, Decimal(40)), (b, Decimal(40))), november, "new"),
    )
    for change in kinds:
        made = done(office, Propose(change), by=office.mia)
        assert made.change == change
        done(office, DecideProposal(made.id, accept=True), by=office.hal)
    now = {version.definition.name.en: version for version in office.reader().kpis(office.sales)}
    assert {name: version.definition.weight for name, version in now.items()} == {"A": 40, "B": 40, "C": 20}
    retire = RetireKpi(now["C"].kpi.id, ((a, Decimal(50)), (b, Decimal(50))), TODAY, "never entered")
    made = done(office, Propose(retire), by=office.mia)
    done(office, DecideProposal(made.id, accept=True), by=office.hal)
    assert [version.definition.name.en for version in office.reader().kpis(office.sales)] == ["A", "B"]


def test_what_is_not_possible_is_not_proposed(office: Office, higher: ReviseKpi) -> None:
    now = office.reader().versions(higher.kpi_id)[0].definition
    for change, key in (
        (replace(higher, reason=" "), "reason_missing"),
        (replace(higher, definition=now), "nothing_changed"),
        (replace(higher, in_force=date(2026, 10, 1)), "in_force_past"),
        (replace(higher, kpi_id=99), "unknown_kpi"),
    ):
        assert refused(office, Propose(change), by=office.sam).key == key
    assert office.reader().proposals() == ()


def test_what_has_become_impossible_is_said_and_not_carried_out(office: Office) -> None:
    a, b = office.publish(definition("A", 50), definition("B", 50))
    november = date(2026, 11, 1)
    revise = done(office, Propose(ReviseKpi(b, definition("B", 50, target=TWO_HUNDRED), TODAY, "grown")), office.sam)
    weigh = done(office, Propose(SetWeights(((a, Decimal(40)), (b, Decimal(60))), TODAY, "B matters")), office.sam)
    office.do(RetireKpi(b, ((a, Decimal(100)),), november, "done"), by=office.hal)
    for made, key in ((revise, "kpi_retired"), (weigh, "set_changed")):
        assert refused(office, DecideProposal(made.id, accept=True), by=office.hal).key == key
        seen = office.reader().proposal(made.id, month(11))
        assert seen.preview is None
        assert seen.obstacle is not None
        assert seen.obstacle.key == key
        assert seen.proposal.state is ProposalState.OPEN
        done(office, DecideProposal(made.id, accept=False, reason="Over"), by=office.hal)


def test_a_decision_is_taken_back_with_what_it_did(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    done(office, DecideProposal(made.id, accept=True, reason="Yes"), by=office.hal)
    undone = office.do(Undo(), by=office.hal)
    assert isinstance(undone, Undone)
    assert undone.what is Deed.DECIDE
    assert targets(office) == [100]
    (again,) = office.reader().proposals()
    assert (again.state, again.decided_by, again.decided_at, again.answer) == (ProposalState.OPEN, None, None, "")
    fields = {change.field: (change.old, change.new) for change in office.reader().audit(1)[0].changes}
    assert fields["proposal.state"] == (ProposalState.ACCEPTED, ProposalState.OPEN)
    assert fields["definition.target"] == (TWO_HUNDRED, Target(Decimal(100)))
    assert refused(office, Undo(), by=office.hal).key == "nothing_to_undo"
    done(office, DecideProposal(made.id, accept=False, reason="No"), by=office.hal)
    office.do(Undo(), by=office.hal)
    assert office.reader().proposals()[0].state is ProposalState.OPEN


def test_a_proposal_is_taken_back_until_it_is_decided(office: Office, higher: ReviseKpi) -> None:
    done(office, Propose(higher), by=office.sam)
    office.do(Undo(), by=office.sam)
    assert office.reader().proposals() == ()
    made = done(office, Propose(higher), by=office.sam)
    done(office, DecideProposal(made.id, accept=True), by=office.hal)
    assert refused(office, Undo(), by=office.sam).key == "nothing_to_undo"


def test_a_decided_proposal_does_not_stand_before_what_was_done_earlier(office: Office, higher: ReviseKpi) -> None:
    office.do(ChooseLanguage(Language.ZH), by=office.sam)
    made = done(office, Propose(higher), by=office.sam)
    assert last_deed(office, office.sam) is Deed.PROPOSE
    done(office, DecideProposal(made.id, accept=True), by=office.hal)
    assert last_deed(office, office.sam) is Deed.CHOOSE_LANGUAGE
    office.do(Undo(), by=office.hal)
    assert last_deed(office, office.sam) is Deed.PROPOSE
    done(office, DecideProposal(made.id, accept=False, reason="No"), by=office.hal)
    office.do(Undo(), by=office.sam)
    assert office.person(office.sam).language is Language.EN
    assert last_deed(office, office.sam) is None


def last_deed(office: Office, person: int) -> Deed | None:
    entry = office.reader(person).my_last_deed()
    return entry.deed if entry else None


def test_votes_and_comments_are_not_taken_back_but_changed(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    done(office, VoteOnProposal(made.id, Ballot.FOR), by=office.mia)
    assert refused(office, Undo(), by=office.mia).key == "undo_said"
    done(office, WithdrawProposal(made.id), by=office.sam)
    assert refused(office, Undo(), by=office.sam).key == "undo_withdrawal"


def test_what_is_about_a_persons_own_is_for_those_who_see_them(office: Office) -> None:
    mine = NewKpi(definition("Calls", owner_id=office.hal), person_id=office.sam)
    office.do(PublishKpis(office.sales, "Sell more", None, (mine,)))
    (own,) = office.reader().kpis(person_id=office.sam)
    change = ReviseKpi(own.kpi.id, replace(own.definition, target=TWO_HUNDRED), TODAY, "grown")
    assert refused(office, Propose(change), by=office.mia).key == "not_allowed"
    made = done(office, Propose(change), by=office.sam)
    assert made.person_id == office.sam
    assert [len(office.reader(who).proposals()) for who in (office.sam, office.hal, office.mia)] == [1, 1, 0]
    assert refused(office, VoteOnProposal(made.id, Ballot.FOR), by=office.mia).key == "not_allowed"
    with pytest.raises(Refusal, match="not_allowed"):
        office.reader(office.mia).proposal(made.id, month(11))
    done(office, DecideProposal(made.id, accept=True), by=office.hal)


def test_another_company_has_no_such_proposal(office: Office, higher: ReviseKpi) -> None:
    made = done(office, Propose(higher), by=office.sam)
    other = found_office(office.session, name="Other")
    assert other.reader().proposals() == ()
    for command in (
        VoteOnProposal(made.id, Ballot.FOR),
        DecideProposal(made.id, accept=True),
        WithdrawProposal(made.id),
        CommentOnProposal(made.id, "Hi"),
    ):
        assert refused(other, command).key == "unknown_proposal"
