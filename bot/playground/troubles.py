"""Troubles a person can order on the page, by name: each is on until it is lifted."""

from collections.abc import Callable
from typing import Any

from bot.playground.faults import Fault
from bot.playground.stage import Stage

Json = dict[str, Any]

SENDING = ("sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageReplyMarkup")
SLOW_BY = 2.5
HOLD = 8

KINDS: dict[str, Callable[[], list[Fault]]] = {
    "slow": lambda: [Fault(times=None, delay=SLOW_BY)],
    "flood": lambda: [Fault(method, times=None, retry_after=HOLD) for method in SENDING],
    "gateway": lambda: [Fault(times=None, status=502)],
}
PLAIN = "plain"  # the group has its topics taken away
NAMES = ("down", *KINDS, PLAIN)


class Troubles:
    """The troubles of one stage, each on or off."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._playground = stage.playground
        self._set: dict[str, list[Fault]] = {}

    def on(self) -> list[str]:
        """Return the names of those that are on."""
        faults = self._playground.faults
        found = [name for name, made in self._set.items() if made[0] in faults.set]
        group = self._stage.group
        plain = [PLAIN] if group is not None and group.topics_off else []
        return (["down"] if faults.down else []) + found + plain

    def order(self, name: str, *, on: bool) -> None:
        """Put a trouble on, or take it away; KeyError for one that does not exist."""
        faults = self._playground.faults
        if name == "down":
            faults.down = on
            return
        if name == PLAIN:
            self._take_topics(away=on)
            return
        made = KINDS[name]()
        for fault in self._set.pop(name, []):
            faults.lift(fault)
        if on:
            self._set[name] = [faults.add(fault) for fault in made]

    def lift(self) -> None:
        """Take everything away."""
        self._set.clear()
        self._playground.up()
        self._take_topics(away=False)

    def _take_topics(self, *, away: bool) -> None:
        group = self._stage.group
        if group is not None and (group.forum or group.topics_off):
            group.forum, group.topics_off = not away, away
