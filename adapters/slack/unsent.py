"""A file that Slack did not take: its person is told why in a sentence, and what is in it is said instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from html import escape

from slack_sdk.errors import SlackApiError, SlackClientError

from adapters.in_place import in_place
from adapters.slack.errors import FILES_DENIED, FILES_TOO_LARGE, code
from adapters.slack.message import Upload
from adapters.slack.words import SlackWords
from conversations.view import Block, Document, Message, Text, Tone

_TOO_LARGE = re.compile(r"\(status: 413,")
"""How slack_sdk tells of a refused upload."""


class Unsent(StrEnum):
    """Why."""

    DENIED = "denied"
    LARGE = "large"
    LATER = "later"
    """Anything else, which may be over in a minute."""


def why(error: Exception) -> Unsent:
    """What the person can be told of the error."""
    match error:
        case SlackApiError() if code(error) in FILES_DENIED:
            return Unsent.DENIED
        case SlackApiError() if code(error) in FILES_TOO_LARGE:
            return Unsent.LARGE
        case SlackClientError() if _TOO_LARGE.search(str(error)):
            return Unsent.LARGE
        case _:
            return Unsent.LATER


def instead(upload: Upload, unsent: Unsent, words: SlackWords) -> Message:
    """The sentence, and what is in the file; the numbers of a picture stand in the message that it goes with."""
    return Message(
        (Text(f"<b>{escape(upload.name)}</b><br>{escape(_sentence(unsent, words))}"), *_inside(upload, words)),
        (),
        Tone.WARNING,
    )


def _inside(upload: Upload, words: SlackWords) -> Iterator[Block]:
    blocks = in_place(upload.of) if isinstance(upload.of, Document) else ()
    if blocks:
        yield Text(escape(words.in_it))
        yield from blocks


def _sentence(unsent: Unsent, words: SlackWords) -> str:
    match unsent:
        case Unsent.DENIED:
            return words.unsent_denied
        case Unsent.LARGE:
            return words.unsent_large
        case Unsent.LATER:
            return words.unsent
