"""Who somebody is, as Slack tells it: name, language, time zone, and how far they belong to the workspace."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import NoGroups, Standing, Who
from adapters.slack import PLATFORM
from adapters.slack.errors import NO_ANSWER, code, part

log = logging.getLogger(__name__)

KEPT = 3_600
"""Seconds for which nobody is asked for again."""
MOST = 10_000


class People:
    """Asks Slack for each person once an hour."""

    def __init__(self, now: Callable[[], float]) -> None:
        """`now` is in seconds, of a clock that nobody sets."""
        self._now = now
        self._known: OrderedDict[tuple[str, str], tuple[float, Who | None]] = OrderedDict()

    async def who(self, client: AsyncWebClient, workspace: str, user: str) -> Who | None:
        """The person; None for a bot. Where Slack does not tell, they have no name and nothing to begin with."""
        kept = self._known.get((workspace, user))
        if kept and kept[0] > self._now() - KEPT:
            return kept[1]
        try:
            info = part(await client.users_info(user=user, include_locale=True), "user")
        except SlackApiError as error:
            log.warning("users.info: %s", code(error))
            return _nameless(workspace, user)
        except NO_ANSWER as error:
            log.warning("users.info: %s", type(error).__name__)
            return _nameless(workspace, user)
        return self._keep(workspace, user, read_person(workspace, user, info))

    def _keep(self, workspace: str, user: str, who: Who | None) -> Who | None:
        self._known[workspace, user] = (self._now(), who)
        self._known.move_to_end((workspace, user))
        if len(self._known) > MOST:
            self._known.popitem(last=False)
        return who


def read_person(workspace: str, user: str, info: Mapping[str, Any]) -> Who | None:
    """The person in the answer of users.info; None for a bot."""
    if info.get("is_bot") or info.get("is_workflow_bot"):
        return None
    profile = info.get("profile") or {}
    name = profile.get("real_name") or info.get("real_name") or profile.get("display_name") or info.get("name") or user
    return Who(
        PLATFORM,
        workspace,
        user,
        str(name),
        str(info.get("locale") or ""),
        str(info.get("tz") or ""),
        _standing(workspace, info),
        groups=NoGroups.NOT_ASKED,
    )


def _nameless(workspace: str, user: str) -> Who:
    return Who(PLATFORM, workspace, user, user, standing=Standing.UNTOLD, groups=NoGroups.NOT_ASKED)


def _standing(workspace: str, info: Mapping[str, Any]) -> Standing:
    of_organisation = (info.get("enterprise_user") or {}).get("teams") or ()
    if info.get("is_stranger") or workspace not in (info.get("team_id", workspace), *of_organisation):
        return Standing.STRANGER
    if info.get("is_restricted") or info.get("is_ultra_restricted"):
        return Standing.GUEST
    return Standing.MEMBER
