"""The methods of the Web API that the bot calls, as far as it can tell the difference."""

from __future__ import annotations

from tests.adapters.slack.state import Json, Posted, State

TEAM, BOT_USER, BOT, APP = "T1", "UBOT", "B1", "A1"


class Methods(State):
    """Each takes the arguments and returns the answer; one with an `error` is refused."""

    def _auth_test(self, arguments: Json) -> Json:
        return {
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT,
            "url": "https://x.slack.com/",
            "team": "X",
            "user": "kpi",
        }

    def _oauth_v2_access(self, arguments: Json) -> Json:
        """The token of the workspace that installs; a new one for whoever brings its refresh token."""
        team = self.installing["team"]
        again = arguments.get("grant_type") == "refresh_token"
        answer = {
            "access_token": f"xoxb-{team}{'-again' if again else ''}",
            "token_type": "bot",
            "scope": ",".join(self.scopes),
            "bot_user_id": BOT_USER,
            "app_id": APP,
            "team": {"id": team, "name": team},
            "enterprise": None,
            "authed_user": {"id": "UANN"},
            "is_enterprise_install": False,
        }
        life = 43_200 if again else self.installing["expires_in"]
        return {**answer, "refresh_token": f"xoxe-{team}", "expires_in": life} if life else answer

    def _apps_connections_open(self, arguments: Json) -> Json:
        return {"url": f"{self.base.replace('http', 'ws')}/link"}

    def _blocks_validate(self, arguments: Json) -> Json:
        """What comes so far has been judged already."""
        return {}

    def _users_info(self, arguments: Json) -> Json:
        user = self.users.get(arguments["user"])
        return {"user": {"id": arguments["user"], **user}} if user else {"error": "user_not_found"}

    def _users_list(self, arguments: Json) -> Json:
        """Two to a page, so that a page is not all."""
        at = int(arguments.get("cursor") or 0)
        page = [{"id": id, **user} for id, user in list(self.users.items())[at : at + 2]]
        more = str(at + 2) if at + 2 < len(self.users) else ""
        return {"members": page, "response_metadata": {"next_cursor": more}}

    def _usergroups_list(self, arguments: Json) -> Json:
        if "usergroups:read" not in self.scopes:
            return {"error": "missing_scope", "needed": "usergroups:read"}
        groups = enumerate(self.groups.items())
        return {"usergroups": [{"id": f"S{n}", "name": name, "handle": "x", "users": ids} for n, (name, ids) in groups]}

    def _chat_postMessage(self, arguments: Json) -> Json:
        return self._post(arguments)

    def _chat_postEphemeral(self, arguments: Json) -> Json:
        return {"message_ts": self._post(arguments, only=arguments["user"])["ts"]}

    def _post(self, arguments: Json, only: str = "") -> Json:
        channel = self.channel(arguments["channel"])
        posted = Posted(channel, self.ts(), arguments, only, arguments.get("thread_ts", ""))
        self.messages.append(posted)
        return {"channel": channel, "ts": posted.ts, "message": arguments}

    def _chat_update(self, arguments: Json) -> Json:
        there = [each for each in self.messages if (each.channel, each.ts) == (arguments["channel"], arguments["ts"])]
        if not there:
            return {"error": "message_not_found"}
        there[0].payload = arguments
        return {"channel": there[0].channel, "ts": there[0].ts}

    def _chat_delete(self, arguments: Json) -> Json:
        there = [each for each in self.messages if (each.channel, each.ts) == (arguments["channel"], arguments["ts"])]
        if not there:
            return {"error": "message_not_found"}
        self.messages.remove(there[0])
        return {"channel": there[0].channel, "ts": there[0].ts}

    def _files_delete(self, arguments: Json) -> Json:
        return {} if self.files.pop(arguments["file"], None) else {"error": "file_not_found"}

    def _conversations_info(self, arguments: Json) -> Json:
        return {"channel": {"id": arguments["channel"], "name": f"name-of-{arguments['channel']}"}}

    def _conversations_open(self, arguments: Json) -> Json:
        return {"channel": {"id": self.channel(arguments["users"])}}

    def _conversations_history(self, arguments: Json) -> Json:
        found = [each for each in reversed(self.messages) if each.channel == arguments["channel"] and not each.only]
        return {"messages": [{"ts": each.ts, "metadata": each.payload.get("metadata")} for each in found]}

    def _views_open(self, arguments: Json) -> Json:
        if arguments["trigger_id"] not in self.triggers:
            return {"error": "expired_trigger_id"}
        return {"view": self.opened(arguments["view"], self.triggers.pop(arguments["trigger_id"]))}

    def _views_update(self, arguments: Json) -> Json:
        if arguments["view_id"] not in self.views:
            return {"error": "not_found"}
        self.views[arguments["view_id"]] = {**arguments["view"], "id": arguments["view_id"]}
        return {"view": self.views[arguments["view_id"]]}

    def _views_publish(self, arguments: Json) -> Json:
        self.homes[arguments["user_id"]] = {**arguments["view"], "id": self.id("V")}
        return {"view": self.homes[arguments["user_id"]]}

    def _files_info(self, arguments: Json) -> Json:
        file = self.files.get(arguments["file"])
        if file is None:
            return {"error": "file_not_found"}
        url = f"{self.base}/files/{arguments['file']}"
        return {"file": {"id": arguments["file"], "name": file["name"], "url_private_download": url}}

    def _files_getUploadURLExternal(self, arguments: Json) -> Json:
        id = self.id("F")
        self.files[id] = {"name": arguments["filename"], "length": arguments["length"]}
        return {"file_id": id, "upload_url": f"{self.base}/upload/{id}"}

    def _files_completeUploadExternal(self, arguments: Json) -> Json:
        for file in arguments["files"]:
            self.files[file["id"]] |= {"channel": arguments.get("channel_id"), "thread": arguments.get("thread_ts", "")}
        return {"files": arguments["files"]}

    def _assistant_threads_setSuggestedPrompts(self, arguments: Json) -> Json:
        self.prompts.append(arguments)
        return {}

    def opened(self, view: Json, user: str) -> Json:
        """A modal that stands before somebody from now on."""
        id = self.id("V")
        self.owners[id] = user
        self.views[id] = {**view, "id": id}
        return self.views[id]

    def channel(self, name: str) -> str:
        """The channel; for a user's id that of their chat with the bot."""
        return f"D{name}" if name.startswith("U") else name
