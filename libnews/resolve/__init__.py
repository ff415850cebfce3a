"""Mentions in, records out."""

from libnews.resolve.resolution import Decision, Resolution, UndecidedPair, resolve, resolve_corpus

__all__ = ["Decision", "Resolution", "UndecidedPair", "resolve", "resolve_corpus"]
