"""Everything a person can reach: each topic's commands and buttons, in the order of the help."""

from handlers import incidents, people, reporting, settings
from handlers.registry import Button, Command

TOPICS = (settings, reporting, incidents, people)

COMMANDS: tuple[Command, ...] = tuple(command for topic in TOPICS for command in topic.COMMANDS)
BUTTONS: tuple[Button, ...] = tuple(button for topic in TOPICS for button in topic.BUTTONS)
