"""The description that calls are checked against."""

from bot.playground.description import load
from bot.playground.methods import METHODS
from tests.playground import description_facts


def test_the_kept_facts_are_those_of_the_installed_manifest():
    assert description_facts.TARGET.read_text("utf-8") == description_facts.written()


def test_every_covered_method_is_described():
    assert METHODS.keys() <= load().methods.keys()


def test_the_emoji_for_reactions_are_known():
    assert {"👍", "👌", "👀"} <= load().reactions
