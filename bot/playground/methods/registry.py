"""The table of methods the playground answers, filled by the decorator beside each."""

from collections.abc import Callable

from bot.playground.methods.call import Call

Method = Callable[[Call], object]

METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as the Bot API method of that name."""

    def register(function: Method) -> Method:
        METHODS[name] = function
        return function

    return register
