"""Lets a broken contract say what differs."""

import pytest

pytest.register_assert_rewrite("tests.adapters.contract")
