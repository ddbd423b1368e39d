"""Few enough examples per property to stay quick, and no deadline: a slow machine is no bug."""

from hypothesis import settings

settings.register_profile("trucban", deadline=None, max_examples=60)
settings.load_profile("trucban")
