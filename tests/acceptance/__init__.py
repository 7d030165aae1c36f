"""The real process, as a user starts it."""
