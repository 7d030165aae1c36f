"""Somebody who waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.asked import Questions
from adapters.slack.places import Place
from adapters.slack.words import SlackWords


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who waits for an answer, and how they are reached."""

    client: AsyncWebClient
    user: str
    place: Place
    words: SlackWords
    questions: Questions
    """What stands in their chat to be answered."""
    trigger: str = ""
    """By which a modal can be opened, once and within three seconds; empty where none can."""
