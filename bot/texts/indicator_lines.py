"""What card and details say of indicators, of reports that may be the same, and of relations."""

from bot.services.drill_words import kind_of
from bot.services.room_facts import RoomFacts
from bot.texts.fluent import Html
from bot.texts.values import Voice

MOST_CODES, MOST_SHOWN = 3, 5


def card(voice: Voice, room: RoomFacts) -> list[Html]:
    """Return the lines of the card: where its indicators were seen, what it may repeat."""
    lines: list[Html] = []
    if room.seen_in:
        shown = {"list": list(room.seen_in[:MOST_CODES])}
        more = max(0, len(room.seen_in) - MOST_CODES)
        lines.append(voice.say("card-seen-in", codes=shown, more=more))
    if room.twin is not None:
        why = voice.say(f"likeness-{room.twin.reason}")
        lines.append(voice.say("card-twin", other=room.twin.code, why=why))
    if room.related:
        shown = {"list": [each.code for each in room.related[:MOST_SHOWN]]}
        more = max(0, len(room.related) - MOST_SHOWN)
        lines.append(voice.say("card-related", codes=shown, more=more))
    return lines


def related(voice: Voice, room: RoomFacts | None) -> Html | None:
    """Return what an incident is related to; of each its kind and where it stands."""
    if room is None or not room.related:
        return None
    shown = [
        {
            "text": "related-one",
            "code": each.code,
            "kind": kind_of(each.kind, drill=each.drill),
            "status": {"status": each.status},
        }
        for each in room.related[:MOST_SHOWN]
    ]
    more = max(0, len(room.related) - MOST_SHOWN)
    return voice.say("fact-related", related={"list": shown}, more=more)


def details(voice: Voice, room: RoomFacts | None) -> Html | None:
    """Return the first indicators on one line; the rest is a command away."""
    if room is None or not room.indicators:
        return None
    shown = {"list": [each.defanged for each in room.indicators[:MOST_SHOWN]]}
    more = max(0, len(room.indicators) - MOST_SHOWN)
    return voice.say("fact-indicators", shown=shown, more=more)


def improvements(voice: Voice, room: RoomFacts | None) -> Html | None:
    """Return how many improvements came of it; the list is a command away."""
    if room is None or not room.improvements:
        return None
    still = sum(each.is_open for each in room.improvements)
    return voice.say("fact-improvements", count=len(room.improvements), open=still)
