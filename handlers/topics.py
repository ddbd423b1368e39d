"""Everything a person can reach: each topic's commands and buttons, in the order of the help."""

from handlers import (
    absence,
    calendar,
    confirming,
    gaps,
    handover,
    health,
    incidents,
    onwatch,
    people,
    reporting,
    roster,
    settings,
    swaps,
    watch,
    watchlog,
)
from handlers.registry import Button, Command

TOPICS = (
    settings,
    reporting,
    incidents,
    roster,
    calendar,
    watch,
    confirming,
    onwatch,
    handover,
    watchlog,
    swaps,
    gaps,
    absence,
    people,
    health,
)

COMMANDS: tuple[Command, ...] = tuple(command for topic in TOPICS for command in topic.COMMANDS)
BUTTONS: tuple[Button, ...] = tuple(button for topic in TOPICS for button in topic.BUTTONS)
