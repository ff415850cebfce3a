"""The database: writing it in one piece, reading it as typed records, and its digests."""

from libnews.store.building import Building, create
from libnews.store.script import SCHEMA_VERSION, schema_sql

__all__ = ["SCHEMA_VERSION", "Building", "create", "schema_sql"]
