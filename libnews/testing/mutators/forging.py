"""What a forger does who knows of the digests."""

import random

from libnews.checks.rule import Connection
from libnews.store import digest
from libnews.testing.mutators.change import Change, Mutator


def forged(mutator: Mutator) -> Mutator:
    """`mutator`, and every digest written anew after it: only other rules, or a digest kept elsewhere, can tell.

    Use it to see what the rules find by themselves; `rules` of the change may be empty then.
    """

    def change(connection: Connection, chance: random.Random) -> Change | None:
        done = mutator(connection, chance)
        if done is None or done.table == "digest":
            return None
        connection.execute("delete from digest")
        digest.write(connection)  # type: ignore[arg-type]  # only `execute` is used
        rules = tuple(rule for rule in done.rules if not rule.startswith("digest."))
        return Change(done.mutator, done.table, done.keys, done.column, done.before, done.after, rules)

    return Mutator(f"forged {mutator.name}", f"{mutator.does}, and the digests are made anew", change)
