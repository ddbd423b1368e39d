"""Use cases, one file per idea: load, let a rule decide, keep.

Every function is given a transaction that knows its instant. Not here: commits, texts, settings,
the machine's clock, Telegram.
"""
