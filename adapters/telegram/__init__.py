"""Telegram: private chats and groups, by polling or by webhook."""

import os

# Its library warns of the older form of durations unless it is told that the newer one is wanted.
os.environ.setdefault("PTB_TIMEDELTA", "true")

PLATFORM = "telegram"
