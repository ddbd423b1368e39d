"""How serious people say it is."""

import pytest

from bot.domain.errors import Refused
from bot.domain.kinds import Severity
from bot.domain.severity_words import severity_of
from bot.domain.typed import unshown


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("khẩn cấp", Severity.CRITICAL),
        ("KHAN CAP", Severity.CRITICAL),
        ("1", Severity.CRITICAL),
        ("lên mức cao", Severity.HIGH),
        ("nghiêm trọng cao", Severity.HIGH),
        ("mức độ nghiêm trọng: trung bình", Severity.NORMAL),
        ("vừa", Severity.NORMAL),
        ("thap", Severity.LOW),
        ("to high", Severity.HIGH),
        ("Low severity", Severity.LOW),
    ],
)
def test_severities_are_read_with_accents_or_without(words, severity):
    assert severity_of(words, unshown) is severity


@pytest.mark.parametrize("words", ["nghiêm trọng", "cao thấp", "5", "xanh", "?"])
def test_what_is_no_severity_is_refused_with_those_there_are(words):
    with pytest.raises(Refused, match="refused-severity") as refused:
        severity_of(words, unshown)
    there = [{"severity": code} for code in ("critical", "high", "normal", "low")]
    assert refused.value.params["severities"] == {"list": there}
