"""What is measured, one module a stage; each module's docstring says against what, and its `STAGE` holds the ways."""

NAMES = (
    "start", "loading", "ingest", "reading", "quotes", "statements", "resolution", "validation", "build", "rebuild",
    "workers",
)  # fmt: skip
"""Every stage, in the order of the path and of the table."""
