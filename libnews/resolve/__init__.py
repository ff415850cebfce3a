"""Mentions in, records out."""

from libnews.resolve.resolution import Decision, resolve

__all__ = ["Decision", "resolve"]
