"""The check: what is wrong with a KPI model, found by rules as a code linter does."""
