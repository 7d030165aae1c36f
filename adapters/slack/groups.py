"""The user groups of a workspace, with their people."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.base import NoGroups, PeopleGroup, Who
from adapters.slack.errors import NO_ANSWER, code
from adapters.slack.people import read_person

log = logging.getLogger(__name__)

KEPT = 60
"""Seconds for which nobody asks again: as long as one chooses among them."""
PAGE = 200
"""People in an answer, as Slack recommends."""


class UserGroups:
    """Asks Slack for the groups of each workspace once a minute."""

    def __init__(self, now: Callable[[], float]) -> None:
        """`now` is in seconds, of a clock that nobody sets."""
        self._now = now
        self._known: dict[str, tuple[float, tuple[PeopleGroup, ...]]] = {}

    async def of(self, client: AsyncWebClient, workspace: str) -> tuple[PeopleGroup, ...] | NoGroups:
        """The groups that are in use, in Slack's order; why not, where Slack does not tell."""
        kept = self._known.get(workspace)
        if kept and kept[0] > self._now() - KEPT:
            return kept[1]
        try:
            groups = await _asked(client, workspace)
        except SlackApiError as error:
            log.warning("user groups: %s", code(error))
            return NoGroups.HIDDEN if code(error) == "missing_scope" else NoGroups.SILENT
        except NO_ANSWER as error:
            log.warning("user groups: %s", type(error).__name__)
            return NoGroups.SILENT
        self._known[workspace] = self._now(), groups
        return groups


async def _asked(client: AsyncWebClient, workspace: str) -> tuple[PeopleGroup, ...]:
    found = (await client.usergroups_list(include_users=True)).get("usergroups") or []
    people = await _people(client, workspace, {id for group in found for id in group.get("users") or ()})
    return tuple(_group(group, people) for group in found)


def _group(group: Mapping[str, Any], people: Mapping[str, Who]) -> PeopleGroup:
    inside = (people.get(id) for id in group.get("users") or ())
    return PeopleGroup(group["id"], str(group.get("name") or group["handle"]), tuple(filter(None, inside)))


async def _people(client: AsyncWebClient, workspace: str, wanted: AbstractSet[str]) -> Mapping[str, Who]:
    """Those of them who are no bots and have not left, by id: the workspace is gone through until all are found."""
    people, missing, cursor = {}, set(wanted), ""
    while missing:
        page = await client.users_list(limit=PAGE, cursor=cursor or None, include_locale=True)
        for info in page.get("members") or ():
            missing.discard(info["id"])
            who = None if info.get("deleted") else read_person(workspace, info["id"], info)
            if who:
                people[who.user] = who
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            break
    return people
