"""What Slack answers when it does not do what it is asked, sorted by what is to be done then."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

BLOCKS_REFUSED = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "markdown_text_conflict")
NO_MODAL = ("expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired", "trigger_exchanged")
MESSAGE_GONE = ("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found")
NOT_THERE = ("channel_not_found", "not_in_channel", "is_archived", "restricted_action", "user_not_in_channel")
"""The bot may not speak in that channel."""
ARCHIVED = ("is_archived",)
NO_LEAVE = (
    "missing_scope",
    "restricted_action",
    "restricted_action_read_only_channel",
    "no_permission",
    "ekm_access_denied",
)
"""It is there, and the bot may not write in it."""
NOBODY = (
    *("account_inactive", "user_disabled", "user_not_found", "cannot_dm_bot", "messages_tab_disabled"),
    *("token_revoked", "invalid_auth", "not_authed", "team_access_not_granted", "user_not_visible"),
)
"""Nobody is reached by the bot's chat with them, or in the whole workspace."""
TOKEN_REFUSED = (
    *("invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"),
    *("not_allowed_token_type", "missing_scope"),
)
"""It will not be taken the next time either."""
FILES_DENIED = (
    *("missing_scope", "access_denied", "file_uploads_disabled", "file_uploads_except_images_disabled"),
    *("file_type_not_allowed", "no_permission", "not_allowed_token_type", "posting_to_channel_denied"),
)
"""The bot may send no files there, or none of that kind."""
FILES_TOO_LARGE = ("file_upload_size_restricted", "storage_limit_reached")


def why(error: Exception) -> str:
    """For the log: Slack's own word for it, or how it failed to answer."""
    return code(error) if isinstance(error, SlackApiError) else type(error).__name__


class Unclear(Exception):
    """Slack said that all is well, and not what it was asked for."""


NO_ANSWER = (aiohttp.ClientError, asyncio.TimeoutError, TimeoutError, OSError, Unclear)
"""Nobody knows what became of it."""


def part(answer: AsyncSlackResponse, name: str) -> Mapping[str, Any]:
    """What was asked for, in Slack's answer; Unclear where it is not there."""
    found = answer.get(name)
    if not isinstance(found, Mapping):
        raise Unclear(name)
    return found


def code(error: SlackApiError) -> str:
    """Slack's word for what is wrong; empty where it gave none, as whatever stands before it answers in HTML."""
    said = getattr(error.response, "data", error.response)
    return str(said.get("error") or "") if isinstance(said, dict) else ""


def status(error: SlackApiError) -> int:
    """The status of Slack's answer."""
    return int(getattr(error.response, "status_code", 0) or 0)


def retry_after(error: SlackApiError) -> float | None:
    """Seconds for which Slack wants to be left alone, where it says so."""
    headers = getattr(error.response, "headers", None) or {}
    found = next((value for name, value in headers.items() if name.lower() == "retry-after"), None)
    return float(found[0] if isinstance(found, list) else found) if found else None
