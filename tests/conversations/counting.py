"""How much a chat asks of people."""

from __future__ import annotations

from collections.abc import Callable


def answers(chat: Callable[..., None]) -> int:
    """What is typed or pressed in the transcript, the command that begins it among it."""
    lines = (chat.__doc__ or "").splitlines()
    return sum(line.strip() == ">" or line.strip().startswith("> ") for line in lines)
