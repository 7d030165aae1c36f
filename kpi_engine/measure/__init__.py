"""Aggregation, scoring, roll-up and the reasons for a score."""
