"""Telegram in: one file per topic, each with its commands and buttons; no network, no SQL."""
