"""For your own tests: `mutators` that damage a database, `strategies` for Hypothesis, and a `plugin` for pytest.

`pip install libnews[testing]` brings what they need. Nothing is imported here, because pytest loads the plugin at
every start.
"""
