"""Periods, working days and what is due when."""
