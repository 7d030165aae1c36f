"""What people hear without having asked. News point at a record; what is said of it stands there when it is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NewsKind(StrEnum):
    """What happened."""

    PROPOSED = "proposed"
    ALL_VOTED = "all_voted"
    COMMENTED = "commented"
    DECIDED = "decided"
    REVIEW_BEGUN = "review_begun"
    REMARKED = "remarked"
    DISAGREED = "disagreed"
    CLOSED = "closed"
    REOPENED = "reopened"
    ACTION_GIVEN = "action_given"
    ACTION_CLOSED = "action_closed"
    PUBLISHED = "published"
    DRAFT = "draft"
    DRAFT_COMMENTED = "draft_commented"
    CHANGED = "changed"
    """A KPI that one enters, or is measured by alone, from a date on."""
    WELCOME = "welcome"
    """One is a member now, and has not been greeted by a code of one's own."""
    CAME = "came"
    """Whom one has invited is here."""
    UNREACHABLE = "unreachable"
    """Somebody of one's people to whom nothing arrives."""
    REMINDER = "reminder"
    """Values that one owes, and what one has to do by now."""
    BRIEF = "brief"
    """What moved in the week that is over."""
    LEFT_OPEN = "left_open"
    """A dialog that one has begun, by the name of its command."""
    CLOSING = "closing"
    """A month that is over and may be closed."""
    BULLETIN = "bulletin"
    """What is posted in a channel, by the bulletin's id."""
    CHANNEL_SHUT = "channel_shut"
    """A channel, by its id, into which what one has set up can't be posted."""


REMINDING = frozenset({NewsKind.REMINDER, NewsKind.BRIEF, NewsKind.CLOSING, NewsKind.LEFT_OPEN})
"""What comes by the clock, and is silent where somebody has been written to enough."""
ASKING = frozenset({NewsKind.PROPOSED, NewsKind.ALL_VOTED, NewsKind.REVIEW_BEGUN, NewsKind.DRAFT, *REMINDING})
"""What asks for something that stands in one's day as well: where nobody knows whether it arrived, it is not repeated.
What tells of something is."""
UNREPEATED = ASKING | {NewsKind.BULLETIN}
"""The same, and what would stand before a whole channel twice: anybody there can ask for it."""


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: who has been told it is not told it again."""

    kind: NewsKind
    subject: str
    """The proposal's id, or the subject as buttons name it (`#person:3`, `#action:12`), or the KPI (`#7`)."""
    period: str = ""
    """As `calendar.words.write_period` writes it; empty where it is about none."""
    step: int = 0
    """Tells apart what happens to one thing several times: a review's round, a comment's id, a version's number, how
    often an action was changed."""
