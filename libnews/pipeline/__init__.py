"""The stages in order, from files to a validated database: the only place that knows them all."""

from libnews.pipeline.making import Built, build, build_database
from libnews.pipeline.validation import validate

__all__ = ["Built", "build", "build_database", "validate"]
