"""The database: writing it in one piece, reading it as typed records, and its digests."""

from libnews.store.building import Building, create
from libnews.store.database import Database, connect
from libnews.store.sandbox import QueryResult, run_query
from libnews.store.script import SCHEMA_VERSION, schema_sql

__all__ = ["SCHEMA_VERSION", "Building", "Database", "QueryResult", "connect", "create", "run_query", "schema_sql"]
