import pytest

from bot.texts.length import cut, plain, shorten, size, units

MORE = "\n… (còn nữa)"


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("abc", 3), ("ệ", 1), ("🔴", 2), ("e\u0301", 2)]
)
def test_text_is_counted_in_utf_16_units(text, count):
    assert units(text) == count


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<b>ab</b>", 2),
        ("&lt;&amp;", 2),
        ('<a href="https://x.vn/?a=1&amp;b=2">ab</a>', 2),
        ("🔴<i></i>", 2),
    ],
)
def test_tags_do_not_count_and_an_entity_counts_as_its_character(html, count):
    assert size(html) == count


def test_words_alone_are_left_for_channels_without_markup():
    assert plain("<b>A &amp; B</b>\n<code>&lt;x&gt;</code>") == "A & B\n<x>"


def test_what_fits_is_left_alone():
    html = "<b>" + "x" * 4096 + "</b>"
    assert cut(html, MORE) == html


def test_what_is_too_long_is_cut_and_says_so():
    html = cut("<b>" + "x" * 4097 + "</b>", MORE)
    assert size(html) == 4096
    assert html.endswith("x</b>" + MORE)


def test_open_tags_are_closed_innermost_first():
    assert cut("<b><i>abcdefgh</i></b>", "…", 4) == "<b><i>abc</i></b>…"


def test_a_tag_that_ends_where_the_text_is_cut_stays_whole():
    assert cut("<b>abc</b>defgh", "…", 4) == "<b>abc</b>…"


def test_an_entity_is_never_cut_in_two():
    assert cut("a&amp;&amp;&amp;&amp;", "…", 3) == "a&amp;…"


def test_a_character_of_two_units_is_never_cut_in_two():
    assert cut("🔴🔴🔴", "…", 4) == "🔴…"


def test_a_text_is_cut_between_words_when_one_ends_nearby():
    assert cut("một hai ba bốn năm", "…", 12) == "một hai ba…"


def test_a_text_is_cut_inside_a_word_that_has_no_end():
    assert cut("ab " + "c" * 50, "…", 20) == "ab " + "c" * 16 + "…"


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("ngắn", 4, "ngắn"),
        ("một hai ba bốn", 12, "một hai ba…"),
        ("xxxxxxxxxx", 5, "xxxx…"),
        ("🔴🔴🔴", 4, "🔴…"),
        ("aaae\u0301e\u0301", 6, "aaae\u0301…"),
    ],
)
def test_plain_text_is_shortened_with_a_sign(text, limit, short):
    assert shorten(text, limit) == short
    assert units(shorten(text, limit)) <= limit
