"""The bot in Slack."""

PLATFORM = "slack"
