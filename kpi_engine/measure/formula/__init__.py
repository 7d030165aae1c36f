"""Formulas over other KPIs: read and written, computed, and what their values are of."""
