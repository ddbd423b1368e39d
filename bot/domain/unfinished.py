"""What somebody has written in a dialogue that can no longer be sent: their words, to be kept."""

from collections.abc import Mapping

from bot.domain.answers import State
from bot.domain.case_dialogue import FORM_SENT
from bot.domain.closing import REJECT, RESOLVE
from bot.domain.improvements import UNNEEDED
from bot.domain.legal_forms import DECISION, SENT, WAIVE
from bot.domain.relay import RELAY
from bot.domain.situation import SITUATION

# Whatever is typed freely; a date, a code or a choice says nothing without the rest.
WRITTEN: Mapping[str, tuple[str, ...]] = {
    SITUATION: ("conditions", "actions", "needs"),
    RESOLVE: ("cause", "action", "helper"),
    REJECT: ("reason",),
    RELAY: ("words",),
    DECISION: ("by", "document"),
    SENT: ("number", "receipt"),
    FORM_SENT: ("number", "receipt"),
    WAIVE: ("reason",),
    UNNEEDED: ("reason",),
}
# What nobody can send any more once an incident is solved, and once it has ended.
NOT_WHEN_SOLVED = (RESOLVE, REJECT, SITUATION)
NOT_WHEN_ENDED = (*NOT_WHEN_SOLVED, RELAY, DECISION)


def written(kind: str, state: State) -> dict[str, str]:
    """Return the words written in a dialogue so far, by question."""
    said = {key: state.answer(key).text.strip() for key in WRITTEN.get(kind, ())}
    return {key: words for key, words in said.items() if words}
