"""What the bot stumbled over when people babbled at it (`make babble`), each in the shortest way to say it."""

from __future__ import annotations

import pytest

from tests.chat import transcript
from tests.stage import RealStage

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def people() -> tuple[str, ...]:
    return ("Chen Zhe", "张玥")


@transcript
def test_a_kpi_that_holds_or_not_has_no_other_target(stage: RealStage) -> None:
    """
    > /kpi target Salaries paid on time 5
    ✗ Salaries paid on time either holds or does not: there is no other target to agree on.

    > /kpi language 中文
    ✓ 好的，以后用中文。

    [1] 今日待办

    > /kpi 目标 工资按时发放 修改
    ✗ 工资按时发放只分达成和未达成，没有别的目标可定。
    """
