"""What Slack says of a message that it does not take, in the words of the post."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.base import Address, Outcome, Shut, TransportError
from adapters.slack.errors import (
    ARCHIVED,
    MESSAGE_GONE,
    NO_ANSWER,
    NO_LEAVE,
    NOBODY,
    NOT_THERE,
    code,
    retry_after,
    status,
)


@asynccontextmanager
async def told(to: Address, otherwise: Outcome = Outcome.LATER) -> AsyncIterator[None]:
    """TransportError for whatever goes wrong; `otherwise` is what comes of what is not known to be final."""
    try:
        yield
    except SlackApiError as error:
        outcome = _outcome(error, otherwise, shared=bool(to.channel))
        raise TransportError(code(error), outcome, retry_after(error), _shut(error)) from error
    except aiohttp.ClientConnectorError as error:
        raise TransportError("not reached", otherwise) from error
    except NO_ANSWER as error:
        raise TransportError(type(error).__name__, Outcome.UNKNOWN) from error


def _outcome(error: SlackApiError, otherwise: Outcome, *, shared: bool) -> Outcome:
    """A scope that is missing is missed in every channel until somebody installs the app anew, and says so there."""
    if status(error) == 429:
        return Outcome.LATER
    if status(error) >= 500 or code(error) in ("internal_error", "fatal_error"):
        return Outcome.UNKNOWN
    if code(error) in (*NOBODY, *NOT_THERE, *MESSAGE_GONE) or (shared and code(error) in NO_LEAVE):
        return Outcome.NEVER
    return otherwise


def _shut(error: SlackApiError) -> Shut:
    if code(error) in ARCHIVED:
        return Shut.ARCHIVED
    return Shut.FORBIDDEN if code(error) in NO_LEAVE else Shut.GONE
