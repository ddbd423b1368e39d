import pytest
from pydantic import ValidationError

from bot.domain.kinds import Hotline, Kind, Severity


def kind(**changes: object) -> Kind:
    fields: dict[str, object] = {
        "code": "fault",
        "names": {"vi": "Lỗi"},
        "severity": "low",
        "icon": "🔧",
    }
    return Kind.model_validate(fields | changes)


def test_severities_are_ordered_by_urgency_and_not_by_the_alphabet():
    assert list(Severity) == sorted(Severity) == ["low", "normal", "high", "critical"]
    assert Severity.CRITICAL > Severity.HIGH > Severity.NORMAL > Severity.LOW
    assert max("low", Severity.CRITICAL, key=Severity) is Severity.CRITICAL


def test_a_kind_pages_and_is_for_citizens_unless_it_says_otherwise():
    assert kind().pages
    assert kind().citizens
    assert not kind(pages=False).pages


def test_a_name_is_given_in_the_language_asked_for_or_in_vietnamese():
    named = kind(names={"vi": "Lỗi kỹ thuật", "en": "Fault"})
    assert named.name("en") == "Fault"
    assert named.name("vi") == "Lỗi kỹ thuật"
    assert named.name("fr") == "Lỗi kỹ thuật"


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"names": {"en": "Fault"}}, "Vietnamese text"),
        ({"names": {"vi": "  "}}, "Vietnamese text"),
        ({"severity": "urgent"}, "'low', 'normal', 'high' or 'critical'"),
        ({"form_row": 11}, "less than or equal to 10"),
        ({"code": "Lỗi"}, "pattern"),
        ({"colour": "red"}, "Extra inputs"),
    ],
)
def test_a_kind_that_cannot_be_meant_is_refused(changes, what):
    with pytest.raises(ValidationError, match=what):
        kind(**changes)


def test_a_hotline_nobody_checked_is_unverified():
    fields = {"code": "police", "number": "113", "names": {"vi": "Công an"}}
    assert not Hotline.model_validate(fields).is_verified()
    assert Hotline.model_validate(fields | {"checked_on": "2026-11-21"}).is_verified()


def test_a_hotline_without_a_note_has_nothing_to_say():
    fields = {"code": "police", "number": "113", "names": {"vi": "Công an"}}
    assert Hotline.model_validate(fields).note_in("vi") == ""
    noted = Hotline.model_validate(fields | {"note": {"vi": "Miễn phí"}})
    assert noted.note_in("en") == "Miễn phí"
