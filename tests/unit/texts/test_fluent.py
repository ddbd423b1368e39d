import pytest
from fluent.runtime import FluentResource

from bot.texts.fluent import (
    LOCALES,
    Html,
    TextError,
    Value,
    has_text,
    known_language,
    languages,
    message,
    safe,
    texts,
)
from tests import ftl


def test_texts_are_found_wherever_the_program_was_started(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert LOCALES.is_absolute()
    assert (LOCALES / "vi" / "common.ftl").is_file()


def test_vietnamese_comes_first():
    assert languages()[0] == "vi"


@pytest.mark.parametrize(
    ("asked", "spoken"), [("en", "en"), ("vi", "vi"), ("fr", "vi"), (None, "vi")]
)
def test_a_language_without_texts_is_answered_in_vietnamese(asked, spoken):
    assert known_language(asked) == spoken


@pytest.mark.parametrize("language", languages())
def test_each_text_read_alone_is_what_it_is_within_its_file(language):
    whole, alone = ftl.texts(language), texts(language).sources
    assert alone.keys() == whole.keys()
    for text_id, source in alone.items():
        (entry,) = FluentResource(source).body
        assert entry.equals(whole[text_id]), text_id


def test_what_a_person_wrote_is_escaped_exactly_once():
    once = safe("<b>A & B</b>")
    assert once == "&lt;b&gt;A &amp; B&lt;/b&gt;"
    assert safe(once) == once


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\u202eb", "ab"),
        ("a\u2066b\u2069", "ab"),
        ("a\0b", "ab"),
        ("a\ud83db", "a\ufffdb"),
        ("một\nhai", "một\nhai"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_characters_that_would_break_or_turn_a_text_are_taken_out(written, shown):
    assert safe(written) == shown


def test_a_value_is_put_in_as_it_is():
    assert message("vi", "button-still", {"more": Html("30 phút")}) == "💪 Còn, thêm 30 phút"


def test_numbers_are_not_grouped():
    assert "2026" in message("vi", "incidents-open", _open(2026))
    assert "2026" in message("en", "incidents-open", _open(2026))


@pytest.mark.parametrize(("count", "words"), [(1, "1 open incident<"), (2, "2 open incidents<")])
def test_english_counts_one_and_many(count, words):
    assert words in message("en", "incidents-open", _open(count))


def _open(count: int) -> dict[str, Value]:
    return {"count": count, "lines": Html("x"), "more": Html("")}


def test_a_list_may_be_longer_than_the_librarys_own_limit():
    lines = Html("x" * 5_000)
    assert lines in message("vi", "incidents-open", _open(2) | {"lines": lines})


def test_a_missing_text_is_an_error():
    assert not has_text("there-is-no-such-text")
    with pytest.raises(TextError, match="there-is-no-such-text"):
        message("en", "there-is-no-such-text", {})


def test_a_missing_placeholder_is_an_error():
    with pytest.raises(TextError, match="toast-taken"):
        message("vi", "toast-taken", {})


def test_a_placeholder_too_many_is_none():
    assert message("vi", "nobody", {"code": Html("x")}) == "chưa có ai"
