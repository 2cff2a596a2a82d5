"""The fixtures of stores."""

from tests.made_store import made, no_room, template

__all__ = ["made", "no_room", "template"]
