"""Frozen values: what goals, KPIs, targets and actuals are."""
