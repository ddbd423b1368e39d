"""Watching the bot itself: what is late, figures, an outside heartbeat, systemd's watchdog.

Nothing here is needed for the bot's work, and nothing here may stop it.
"""
