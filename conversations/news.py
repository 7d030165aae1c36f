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
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class News:
    """One piece of news: who has been told it is not told it again."""

    kind: NewsKind
    subject: str
    """The proposal's id, or the subject as buttons name it (`#person:3`)."""
    period: str = ""
    """As `calendar.words.write_period` writes it; empty where it is about none."""
    step: int = 0
    """Tells apart what happens to one thing several times: the round of a review, the id of a comment."""
