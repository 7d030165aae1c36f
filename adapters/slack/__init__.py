"""Slack: chats, channels, modals and the home tab, over HTTP or a socket."""

PLATFORM = "slack"
