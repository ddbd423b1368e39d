"""Few enough examples per property to stay quick, and no deadline: a slow machine is no bug.

The examples are the same each time, so that what fails here fails everywhere.
"""

from hypothesis import settings

settings.register_profile(
    "trucban", deadline=None, max_examples=50, derandomize=True, database=None
)
settings.load_profile("trucban")
