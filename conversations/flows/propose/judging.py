"""What becomes of a proposal: it is shown, voted on, commented on, accepted, declined or withdrawn."""

from __future__ import annotations

import re
from dataclasses import replace

from conversations.ask import Ask, Do
from conversations.cards.change import Versions, about, kpis_in
from conversations.cards.proposal import Page, proposal_card, proposals_card
from conversations.choice_fields import record_id, record_value
from conversations.flows.propose.prospect import as_if_now
from conversations.flows.reading import all_names
from conversations.flows.rights import check_may
from conversations.forms import choice, form, text
from conversations.view import Message, Option
from conversations.words import first_word
from kpi_engine.calendar.period import Period, PeriodKind
from kpi_engine.commands import CommentOnProposal, DecideProposal, VoteOnProposal, WithdrawProposal
from kpi_engine.errors import Refusal
from kpi_engine.model.proposal import Ballot, Proposal, Prospect
from kpi_engine.rights import Place, may

_NUMBER = re.compile(r"#?[0-9]{1,9}")


@form
class WhichProposal:
    """The proposal meant, where its number was not said."""

    proposal: str = choice()


@form
class ProposalRemark:
    """What somebody says of a proposal."""

    text: str = text()


@form
class ProposalAnswer:
    """Why a proposal is declined."""

    reason: str = text()


def is_number(words: str) -> bool:
    """Whether the words are a proposal's number."""
    return bool(_NUMBER.fullmatch(words))


def waiting(ask: Ask) -> Message:
    """The proposals that nobody has decided yet."""
    pages = [_named(ask, each) for each in ask.know.proposals()]
    return proposals_card(ask.texts, pages, all_names(ask), has_kpis=bool(ask.know.kpis()))


def shown(ask: Ask, words: str) -> Message:
    """One proposal, whatever has become of it."""
    return proposal_card(ask.texts, prospect_page(ask, int(words.removeprefix("#"))), all_names(ask))


def voted(ask: Ask, words: str, ballot: Ballot) -> Do:
    """One tap; said again, it is the vote that stands."""
    return Do(VoteOnProposal(_meant(ask, words)[0], ballot))


def commented(ask: Ask, words: str) -> Do:
    """`comment 7 the target is too high`."""
    id, rest = _meant(ask, words)
    return Do(CommentOnProposal(id, ask(ProposalRemark, given={"text": rest} if rest else {}).text))


def accepted(ask: Ask, words: str) -> Do:
    """One tap: the change is carried out. What is typed behind it is the head's word on it."""
    id, rest = _meant(ask, words)
    return Do(DecideProposal(id, accept=True, reason=rest))


def declined(ask: Ask, words: str) -> Do:
    """With a reason, that the proposer hears."""
    id, rest = _meant(ask, words)
    check_may(ask, DecideProposal, Place(next(each.department_id for each in ask.know.proposals() if each.id == id)))
    answer = ask(ProposalAnswer, given={"reason": rest} if rest else {})
    return Do(DecideProposal(id, accept=False, reason=answer.reason))


def withdrawn(ask: Ask, words: str) -> Do:
    """By whoever made it."""
    return Do(WithdrawProposal(_meant(ask, words)[0]))


def prospect_page(ask: Ask, id: int) -> Page:
    """The proposal with what it would do if it were in force already."""
    month = Period.holding(ask.today, PeriodKind.MONTH)
    found = ask.know.proposal(id, month)
    if found.preview:
        return _whole(ask, replace(found, preview=as_if_now(ask, found.proposal.change)))
    return _whole(ask, found)


def _whole(ask: Ask, found: Prospect) -> Page:
    """The proposal as who is talking may see and judge it."""
    proposal = found.proposal
    versions = {id: ask.know.versions(id)[-1] for id in kpis_in(proposal.change)}
    return _page(ask, found, versions)


def _named(ask: Ask, proposal: Proposal) -> Page:
    """No more of the proposal than what it is called, for a list."""
    versions = {id: ask.know.versions(id)[-1] for id in kpis_in(proposal.change)[:1]}
    return _page(ask, Prospect(proposal, None, None), versions)


def _page(ask: Ask, found: Prospect, versions: Versions) -> Page:
    proposal = found.proposal
    decides = may(ask.me, DecideProposal, Place(proposal.department_id))
    return Page(proposal, versions, found.preview, found.obstacle, ask.me.id, decides)


def _meant(ask: Ask, words: str) -> tuple[int, str]:
    """The proposal's number and the words behind it; without a number the only one, or one that is chosen."""
    first, rest = first_word(words)
    if is_number(first):
        return _still_open(ask, int(first.removeprefix("#"))), rest
    found = ask.know.proposals()
    if not found:
        raise Refusal("no_proposals")
    if len(found) == 1:
        return found[0].id, words
    chosen = ask(WhichProposal, options={"proposal": [_option(ask, each) for each in found]}).proposal
    return int(record_id(chosen)), words


def _still_open(ask: Ask, id: int) -> int:
    """Refusal("proposal_over", state) before anything is asked for one that has been decided."""
    if all(each.id != id for each in ask.know.proposals()):
        found = ask.know.proposal(id, Period.holding(ask.today, PeriodKind.MONTH)).proposal
        raise Refusal("proposal_over", state=found.state)
    return id


def _option(ask: Ask, proposal: Proposal) -> Option:
    called = about(proposal.change, _named(ask, proposal).versions)
    return Option(record_value(proposal.id), ask.texts.name(called))
