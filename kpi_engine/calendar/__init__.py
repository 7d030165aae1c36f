"""Periods and due dates: which days a value, a target or a score is for."""
