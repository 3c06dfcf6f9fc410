"""How laws are tested: without a stopwatch, for a busy machine is not a broken law."""

from hypothesis import settings

settings.register_profile("lives", deadline=None)
settings.load_profile("lives")
