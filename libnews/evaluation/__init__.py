"""A database held against gold records: what was found, missed and made up."""

from libnews.evaluation.scoring import evaluate

__all__ = ["evaluate"]
