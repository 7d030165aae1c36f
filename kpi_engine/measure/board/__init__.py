"""Leaderboards: who stands where among whom, and how each gets on."""
