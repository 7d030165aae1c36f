"""The app's manifest: what Slack has to know of it before it can be installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from adapters.slack.names import COMMAND, ENTER, EVENTS_PATH, REDIRECT_PATH, TAKE
from adapters.texts import words_in

Json: TypeAlias = dict[str, Any]

NEEDED: Mapping[str, str] = {
    "app_mentions:read": "to be asked in channels",
    "assistant:write": "to offer what can be asked in the chat with the bot",
    "channels:history": "to find out whether a message that nobody answered for has come into a channel",
    "channels:read": "to say what it does in a channel that it was taken into",
    "chat:write": "to answer",
    "commands": "to have /kpi and the shortcuts",
    "files:read": "to read tables that are sent to it",
    "files:write": "to send pictures and tables",
    "groups:history": "as channels:history, in private channels",
    "groups:read": "as channels:read, in private channels",
    "im:history": "to hear what is said in the chat with it",
    "im:write": "to begin that chat",
    "usergroups:read": "to make departments of user groups",
    "users:read": "to know names, languages and time zones",
}
"""The scopes of the bot's token, each with what it is for, in words for the operator."""
SCOPES = tuple(NEEDED)
EVENTS = (
    *("app_home_opened", "app_mention", "app_uninstalled"),
    *("member_joined_channel", "message.im", "tokens_revoked"),
)


@dataclass(frozen=True, slots=True)
class ManifestWords:
    """The app as people find it in Slack, in one language: an app has but one."""

    name: str
    description: str
    command: str
    """What /kpi is for."""
    hint: str
    """What can be typed after it."""
    enter: str
    enter_note: str
    take: str
    take_note: str


def manifest_in(language: str, url: str = "") -> Json:
    """The manifest in a language ("zh")."""
    return manifest(ManifestWords(**words_in(Path(__file__).parent, language, "manifest")), url)


def manifest(words: ManifestWords, url: str = "") -> Json:
    """The manifest for Socket Mode; with an address of ours (https://…) for HTTP, and for many workspaces."""
    events: Json = {"bot_events": list(EVENTS)}
    interactivity: Json = {"is_enabled": True}
    oauth: Json = {"scopes": {"bot": list(SCOPES)}}
    if url:
        address = f"{url.rstrip('/')}{EVENTS_PATH}"
        events["request_url"] = interactivity["request_url"] = address
        oauth["redirect_urls"] = [f"{url.rstrip('/')}{REDIRECT_PATH}"]
    return {
        "_metadata": {"major_version": 2},
        "display_information": {"name": words.name, "description": words.description},
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "agent_view": {"agent_description": words.description},
            "bot_user": {"display_name": words.name, "always_online": True},
            "shortcuts": _shortcuts(words),
            "slash_commands": [_command(words, f"{url.rstrip('/')}{EVENTS_PATH}" if url else "")],
        },
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": events,
            "interactivity": interactivity,
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": bool(url),
        },
    }


def _command(words: ManifestWords, address: str) -> Json:
    """With mentions as ids, which stay right when somebody changes their name."""
    command = {"command": COMMAND, "description": words.command, "usage_hint": words.hint, "should_escape": True}
    return {**command, "url": address} if address else command


def _shortcuts(words: ManifestWords) -> Sequence[Json]:
    return [
        {"name": words.enter, "type": "global", "callback_id": ENTER, "description": words.enter_note},
        {"name": words.take, "type": "message", "callback_id": TAKE, "description": words.take_note},
    ]
