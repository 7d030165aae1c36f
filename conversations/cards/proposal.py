"""Proposals: those that wait, one of them with all that was said of it, and what has just been done to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conversations.cards.change import Versions, change_table, preview_blocks, title
from conversations.cards.names import Names
from conversations.cards.say import run_button, say, undo_button
from conversations.texts import Texts
from conversations.view import Block, Button, Message, Run, Style, Table, Text, Tone
from kpi_engine.errors import Refusal
from kpi_engine.model.audit import Deed
from kpi_engine.model.done import Discussed
from kpi_engine.model.preview import Preview
from kpi_engine.model.proposal import Ballot, Proposal, ProposalState


@dataclass(frozen=True, slots=True)
class Page:
    """A proposal as one person sees it."""

    proposal: Proposal
    versions: Versions
    preview: Preview | None
    """What it would do if it were in force already."""
    obstacle: Refusal | None
    me: int
    may_decide: bool

    @property
    def mine(self) -> bool:
        """Whether the reader made it."""
        return self.proposal.author_id == self.me


def proposals_card(texts: Texts, pages: Sequence[Page], names: Names, *, has_kpis: bool) -> Message:
    """What waits, a row and a button for each, and how one proposes something oneself."""
    blocks: list[Block] = [Text(texts.say("propose.waiting", count=len(pages)))]
    if pages:
        columns = tuple(
            texts.label(f"columns.{key}") for key in ("no", "proposal", "proposer", "votes_for", "votes_against")
        )
        blocks.append(Table(columns, tuple(_row(texts, page, names) for page in pages), "rllrr"))
    shown = (Button(_called(texts, page), Run(f"propose {page.proposal.id}")) for page in pages)
    kinds = ("new", "change", "retire") if has_kpis else ("new",)
    makes = (run_button(texts, f"propose_{kind}", f"propose {kind}") for kind in kinds)
    return Message(tuple(blocks), (*shown, *makes))


def proposal_card(texts: Texts, page: Page, names: Names) -> Message:
    """What is proposed and why, what it would do, the votes and the comments; with what the reader can do about it."""
    proposal = page.proposal
    by, said = names.people[proposal.author_id], title(texts, proposal.change, page.versions)
    blocks: list[Block] = [Text(texts.say("propose.proposal", proposal=proposal, title=said, by=by))]
    if proposal.state is ProposalState.OPEN:
        blocks += _prospect(texts, page, names)
    blocks.append(Text(texts.say("propose.votes", counted=_counted(proposal), mine=_own_vote(page))))
    if proposal.comments:
        blocks.append(_comments(texts, proposal, names))
    if proposal.state is not ProposalState.OPEN:
        decided = names.people.get(proposal.decided_by or 0, "")
        blocks.append(Text(texts.say("propose.over", proposal=proposal, decided=decided)))
    return Message(tuple(blocks), tuple(_buttons(texts, page)))


def discussed_message(texts: Texts, done: Discussed) -> Message:
    """What somebody has just done to a proposal, said back to them."""
    proposal = done.proposal
    show = run_button(texts, "proposal", f"propose {proposal.id}")
    waiting, undo = run_button(texts, "proposals", "propose"), undo_button(texts)
    match done.deed:
        case Deed.PROPOSE:
            return say(texts, "propose.made", show, undo, tone=Tone.SUCCESS)
        case Deed.VOTE:
            counted = _counted(proposal)
            buttons = (run_button(texts, "comment", f"propose comment {proposal.id}"), show, waiting)
            return say(texts, "propose.voted", *buttons, tone=Tone.SUCCESS, counted=counted)
        case Deed.COMMENT:
            return say(texts, "propose.commented", show, waiting, tone=Tone.SUCCESS)
        case Deed.DECIDE:
            return say(texts, "propose.decided", waiting, undo, tone=Tone.SUCCESS, state=proposal.state)
        case _:
            return say(texts, "propose.withdrawn", waiting, tone=Tone.SUCCESS)


def _prospect(texts: Texts, page: Page, names: Names) -> Iterator[Block]:
    yield change_table(texts, page.proposal.change, page.versions, names)
    if page.obstacle:
        yield Text(texts.say("propose.obstacle", why=texts.refusal(page.obstacle)))
    elif page.preview:
        yield from preview_blocks(texts, page.preview, names)


def _counted(proposal: Proposal) -> dict[str, int]:
    counted = Counter(vote.ballot for vote in proposal.votes)
    return {ballot.value: counted[ballot] for ballot in Ballot}


def _own_vote(page: Page) -> Ballot | None:
    return next((vote.ballot for vote in page.proposal.votes if vote.person_id == page.me), None)


def _comments(texts: Texts, proposal: Proposal, names: Names) -> Table:
    rows = tuple((names.people[one.author_id], one.text) for one in proposal.comments)
    return Table(tuple(texts.label(f"columns.{key}") for key in ("person", "comment")), rows, "ll")


def _row(texts: Texts, page: Page, names: Names) -> tuple[str, ...]:
    proposal, counted = page.proposal, _counted(page.proposal)
    ballots = (str(counted[ballot]) for ballot in (Ballot.FOR, Ballot.AGAINST))
    return str(proposal.id), _called(texts, page), names.people[proposal.author_id], *ballots


def _called(texts: Texts, page: Page) -> str:
    return str(title(texts, page.proposal.change, page.versions).unescape())


def _buttons(texts: Texts, page: Page) -> Iterator[Button]:
    id = page.proposal.id
    if page.proposal.state is ProposalState.OPEN:
        if page.may_decide:
            if page.obstacle is None:
                yield run_button(texts, "accept", f"propose accept {id}", Style.PRIMARY)
            yield run_button(texts, "decline", f"propose decline {id}")
        if not page.mine:
            yield from (Button(texts.member(each), Run(f"propose {each.value} {id}")) for each in Ballot)
        yield run_button(texts, "comment", f"propose comment {id}")
        if page.mine:
            yield run_button(texts, "withdraw", f"propose withdraw {id}", Style.DANGER)
    yield run_button(texts, "proposals", "propose")
