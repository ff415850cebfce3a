"""How Hypothesis runs here: without deadlines, because a busy machine is no counterexample."""

from hypothesis import settings

settings.register_profile("libnews", deadline=None, print_blob=True)
settings.load_profile("libnews")
