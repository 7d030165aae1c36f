"""News of proposals: one to be judged, what was said of it, how it ended."""

from __future__ import annotations

from dataclasses import replace

from conversations.ask import Ask
from conversations.cards.change import title
from conversations.cards.proposal import Page, proposal_card
from conversations.cards.say import run_button, say
from conversations.flows.propose.judging import prospect_page
from conversations.flows.reading import all_names
from conversations.news import News, NewsKind
from conversations.view import Message, Text
from kpi_engine.model.proposal import ProposalState


def to_judge(ask: Ask, news: News) -> Message | None:
    """The proposal with its buttons, unless that has been settled."""
    page = prospect_page(ask, int(news.subject))
    voted = any(vote.person_id == ask.me.id for vote in page.proposal.votes)
    if page.proposal.state is not ProposalState.OPEN or (voted and not page.may_decide):
        return None
    department = next(each for each in ask.know.departments() if each.id == page.proposal.department_id)
    first = Text(ask.texts.say("news.to_judge", kind=news.kind, department=department.name))
    card = proposal_card(ask.texts, page, all_names(ask))
    return replace(card, blocks=(first, *card.blocks))


def said_of_proposal(ask: Ask, news: News) -> Message | None:
    """A comment while it is open, or the decision."""
    page = prospect_page(ask, int(news.subject))
    show = run_button(ask.texts, "proposal", f"propose {news.subject}")
    if news.kind is NewsKind.DECIDED:
        return _decided(ask, page)
    comment = next((each for each in page.proposal.comments if each.id == news.step), None)
    if comment is None or page.proposal.state is not ProposalState.OPEN:
        return None
    by = all_names(ask).people[comment.author_id]
    called = title(ask.texts, page.proposal.change, page.versions)
    return say(ask.texts, "news.commented", show, title=called, by=by, comment=comment.text)


def _decided(ask: Ask, page: Page) -> Message | None:
    """Nothing where the decision has been taken back."""
    proposal = page.proposal
    if proposal.decided_by is None:
        return None
    by, called = all_names(ask).people[proposal.decided_by], title(ask.texts, proposal.change, page.versions)
    show = run_button(ask.texts, "proposal", f"propose {proposal.id}")
    return say(ask.texts, "news.decided", show, title=called, by=by, proposal=proposal, mine=page.mine)
