# Every command sets up what it needs in .venv first, once. Set-up speaks on stderr and leaves stdin alone.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --no-deps
PACKAGES := bot adapters conversations kpi_engine
COVERED := conversations kpi_engine
COVERAGE := 95

.DEFAULT_GOAL := help
.PHONY: help setup demo test fuzz babble golden check calibration size browser lock

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile

demo: .venv/.runs  ## talk to the bot about a made-up company; ARGS=--terminal for no browser
	@$(BIN)/kpi-bot demo $(ARGS)

setup: .venv/.develops  ## make .venv with all that running, testing and checking need

test: .venv/.develops browser  ## run the tests; conversations and kpi_engine must be covered to 95 %
	@$(BIN)/pytest --numprocesses 2 --cov --cov-report=
	@for package in $(COVERED); do \
		$(BIN)/coverage report --include "$$package/*" --fail-under $(COVERAGE) || exit; \
	done

fuzz: .venv/.develops browser  ## run the tests whose cases are drawn, with new cases
	@$(BIN)/pytest --numprocesses 2 --hypothesis-profile new -m hypothesis $(ARGS)

babble: .venv/.develops  ## have people type 100,000 lines of whatever comes to mind; ARGS="--lines 2000 --seed 17"
	@$(BIN)/python -m tests.babble $(ARGS)

golden: .venv/.develops  ## write what the bot says now into the chats and golden files of the tests
	@$(BIN)/pytest --rewrite

check: .venv/.develops  ## format, lint, types, and who may import whom
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

calibration: .venv/.measures  ## how often targets are reached as they should be, on published series
	@$(BIN)/python -m bench.calibration

size: .venv/.develops  ## what reports of a large company cost, beside raw SQL; ARGS="--help" for a smaller one
	@$(BIN)/python -m bench.size $(ARGS)

browser:
	@scripts/browser </dev/null >&2

lock: .venv/.runs  ## pin the newest versions that pyproject.toml allows
	@$(INSTALL) uv==0.13.9 </dev/null
	@scripts/lock $(BIN)/uv </dev/null

.venv/.runs: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kpi-bot needs Python 3.11 or newer.")' </dev/null
	@echo "Setting up kpi-bot in .venv. This is done once and takes a minute or two." >&2
	@$(PYTHON) -m venv .venv </dev/null >&2
	@$(INSTALL) --require-hashes --requirement requirements.lock </dev/null >&2
	@$(INSTALL) --no-build-isolation --editable . </dev/null >&2
	@$(BIN)/python -m compileall -q $(PACKAGES) </dev/null >&2
	@touch $@

.venv/.measures: .venv/.runs requirements-bench.lock
	@echo "Adding what the calibration needs." >&2
	@$(INSTALL) --require-hashes --requirement requirements-bench.lock </dev/null >&2
	@touch $@

.venv/.develops: .venv/.runs requirements-dev.lock
	@echo "Adding what tests and checks need." >&2
	@$(INSTALL) --require-hashes --requirement requirements-dev.lock </dev/null >&2
	@touch $@
