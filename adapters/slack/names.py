"""What the manifest tells Slack, and what Slack calls things by when they are used."""

COMMAND = "/kpi"
ENTER, TAKE = "enter_numbers", "take_as_value"
"""The callback_id of the shortcut that is there everywhere, and of the one at each message."""
EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH = "/slack/events", "/slack/install", "/slack/oauth_redirect"
