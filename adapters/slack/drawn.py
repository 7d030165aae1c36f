"""Whether Slack itself would take what people are shown, which nobody but Slack knows for sure."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.platform import Finding
from adapters.slack.errors import NO_ANSWER, code, why
from adapters.slack.form import asking, modal
from adapters.slack.message import posts
from adapters.slack.words import slack_words
from conversations.view import Form, View

METHOD = "blocks.validate"
REPORT_IT = "it is kpi-bot that draws it wrong: report it with this line"
REFUSED = ("invalid_blocks", "invalid_view")


async def drawn_by(client: AsyncWebClient, views: Sequence[View]) -> AsyncIterator[Finding]:
    """A finding for each thing that Slack would not take, and one for all that it would."""
    drawn, taken = list(_drawn(views)), 0
    for kind, payload in drawn:
        try:
            # As a form: the client of slack_sdk puts it into the address, which may be too long for that.
            await client.api_call(METHOD, data={kind: json.dumps(payload)})
        except (SlackApiError, *NO_ANSWER) as error:
            if not isinstance(error, SlackApiError) or code(error) not in REFUSED:
                yield Finding(
                    f"was asked by {METHOD} for {taken} of {len(drawn)} messages and forms only: {why(error)}"
                )
                return
            for fault in error.response.get("errors") or [{}]:
                yield Finding(f"would not take {kind}: {fault.get('pointer')}: {fault.get('message')}", REPORT_IT)
        else:
            taken += 1
    yield Finding(f"would take {taken} of {len(drawn)} messages and forms that the bot shows")


def _drawn(views: Sequence[View]) -> Iterator[tuple[str, Any]]:
    words = slack_words("en", ())
    for view in views:
        message = asking(view, words) if isinstance(view, Form) else view
        yield from (("blocks", post["blocks"]) for post in posts(message))
        if isinstance(view, Form):
            yield "view", modal(view, (), words, {})
