"""A value without a period is of no period that ended before its KPI was in force."""

from __future__ import annotations

import pytest

from tests.chat import transcript


class TestEnglish:
    @pytest.fixture
    def people(self) -> tuple[str, ...]:
        return ("Anna",)

    @pytest.mark.usefixtures("founded")
    @transcript
    def test_it_is_of_the_month_in_progress(self) -> None:
        """
        > /kpi build Sales
        ...

        > 1
        ...

        > Win more often
        ...

        > Win rate
        ...

        > skip
        ...

        > yes
        ...

        > 30%
        ...

        > skip
        ...

        > yes
        ...

        > win rate 28%
        ✓ Thank you. I understood:

          KPI       Period         Value  Before
          ──────────────────────────────────────
          Win rate  November 2026    28%

        [1] Undo   [2] Report   [3] Why?
        """
