"""The stages in order, from files to a validated database: the only place that knows them all."""

from libnews.pipeline.difference import diff
from libnews.pipeline.evaluation import evaluate
from libnews.pipeline.finishing import Built
from libnews.pipeline.making import build, build_database
from libnews.pipeline.validation import validate
from libnews.pipeline.writing import write

__all__ = ["Built", "build", "build_database", "diff", "evaluate", "validate", "write"]
