"""How Hypothesis runs here: without looking at the clock, because a busy machine is no counterexample."""

from hypothesis import HealthCheck, settings

settings.register_profile("libnews", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("libnews")
