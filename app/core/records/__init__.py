"""Frozen dataclasses that the layers hand each other, one module an aggregate."""
