"""The rows of a query as a table, CSV, JSON or Parquet."""
