"""Starting: `libnews --help` and `import libnews`, beside `import duckdb, pydantic`, each in a new interpreter.

libnews is imported in two ways: as `import libnews`, which imports little until a name is used, and with the names of a
script that builds and asks (`build`, `connect`, `validate`). What an empty interpreter takes is part of all of them.
"""

import subprocess
import sys

from benchmarks.measuring import Clock, Data, Way
from benchmarks.stage import Figure, Stage, Target, ratio

_TIMES = 5


def _started(*arguments: str) -> Way:
    def work(data: Data, clock: Clock) -> float:
        with clock.step("start"):
            for _ in range(_TIMES):
                subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=data.folder)
        return _TIMES

    return Way(" ".join(argument for argument in arguments if argument != "-c") or "nothing", work)


_NOTHING = _started("-c", "pass")
_FLOOR = _started("-c", "import duckdb, pydantic")
_IMPORT = _started("-c", "import libnews")
_NAMES = _started("-c", "from libnews import build, connect, validate")
_HELP = _started("-m", "libnews", "--help")

STAGE = Stage(
    name="start",
    unit="starts",
    ways=(_NOTHING, _FLOOR, _IMPORT, _NAMES, _HELP),
    figures=(
        ratio(
            "`import libnews` against `import duckdb, pydantic`, CPU", _IMPORT.name, _FLOOR.name, Target("at most", 1.3)
        ),
        ratio("with the names of a script, against the same, CPU", _NAMES.name, _FLOOR.name),
        Figure(
            "`libnews --help`, wall seconds", lambda one: one[_HELP.name].wall / _TIMES, (_HELP.name,),
            Target("at most", 0.3),
        ),
    ),
    reads_articles=False,
)  # fmt: skip
