"""Mentions in, records out."""

from libnews.resolve.resolution import Decision, OpenPair, Resolution, resolve

__all__ = ["Decision", "OpenPair", "Resolution", "resolve"]
