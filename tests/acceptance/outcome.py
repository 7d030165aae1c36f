"""What came of messages whose senders were killed: how many were lost and doubled, and by which kill."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one series of kills."""

    owed: int
    lost: int
    """Messages that are not settled as sent, or that the platform never got by the claim they were settled with."""
    doubled: int
    """Copies that the platform got beyond the first of each message."""
    left: Sequence[int]
    """By kill: messages that the killed process had on their way."""
    doubled_by: Sequence[int]
    """By kill: those of them that the platform had got and got again. Each was one worker's."""

    @property
    def unexplained(self) -> int:
        """Doubled, and no killed process had it on its way."""
        return self.doubled - sum(self.doubled_by)


def outcome(settled: Iterable[tuple[str, bool]], taken: Iterable[str], left: Sequence[Collection[str]]) -> Outcome:
    """Of all messages the last claim and whether they count as sent, the marks that the platform got, and the claims left by kill."""
    rows, got = list(settled), Counter(taken)
    last = {claim for claim, _ in rows}
    doubled_by = [sum(bool(got[claim]) and claim not in last for claim in claims) for claims in left]
    arrived = sum(bool(got[claim]) for claim, _ in rows)
    lost = sum(not (is_sent and got[claim]) for claim, is_sent in rows)
    return Outcome(len(rows), lost, got.total() - arrived, [len(claims) for claims in left], doubled_by)
