"""Mentions in, records out."""

from libnews.resolve.resolution import Decision, Resolution, UndecidedPair, resolve

__all__ = ["Decision", "Resolution", "UndecidedPair", "resolve"]
