"""A drill (diễn tập): an incident only practised, told apart everywhere, counted nowhere."""

from msgspec.structs import replace

from bot.domain.errors import Refused
from bot.domain.incident import Incident
from bot.domain.typed import unaccented

_OFF = frozenset(
    {
        *("off", "no", "real", "real incident", "a real incident", "not a drill", "no drill"),
        *("bo", "huy", "that", "khong", "su co that", "la su co that", "khong phai dien tap"),
    }
)
_ON = frozenset({"", "on", "yes", "drill", "a drill", "bat", "co", "dien tap", "la dien tap"})


def turned(incident: Incident, *, drill: bool) -> Incident:
    """Make it a drill, or a real one again; Refused when it is that already."""
    if incident.drill is drill:
        raise Refused("refused-drill-already" if drill else "refused-no-drill", code=incident.code)
    return replace(incident, drill=drill)


def means_off(words: str) -> bool:
    """Tell whether what is typed behind `/drill CODE` takes the mark away; Refused when unclear."""
    plain = unaccented(words)
    if plain not in _OFF | _ON:
        raise Refused("refused-drill-usage")
    return plain in _OFF
