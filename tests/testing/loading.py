"""Whether pytest finds the plugin by itself: it does where the installed metadata of libnews names it."""

from importlib.metadata import entry_points

MODULE = "libnews.testing.plugin"
_FOUND = any(point.value == MODULE for point in entry_points(group="pytest11"))
OPTIONS = () if _FOUND else ("-p", MODULE)
"""What pytest has to be told."""
ENVIRONMENT = {} if _FOUND else {"PYTEST_PLUGINS": MODULE}
"""The same, for commands that are run as a reader would write them."""
