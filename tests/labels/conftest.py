"""A plan to say something about."""

from tests.reports.conftest import plan

__all__ = ["plan"]
