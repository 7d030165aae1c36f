"""The bot's own rows: whose chat account is whose, the open dialogs, and what somebody is owed to be told."""

from bot.tables.accounts import AccountRow, RunRow, WorkspaceRow, WrongCodeRow
from bot.tables.platforms import HeardRow, KeptRow, SealedRow
from bot.tables.post import LaneRow, PostRow, PostState, WakeRow

__all__ = [
    "AccountRow",
    "HeardRow",
    "KeptRow",
    "LaneRow",
    "PostRow",
    "PostState",
    "RunRow",
    "SealedRow",
    "WakeRow",
    "WorkspaceRow",
    "WrongCodeRow",
]
