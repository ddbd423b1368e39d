"""Which reactions highlight a line, and what stands out after a row of them."""

import pytest

from bot.domain.highlights import Line, change, standing


@pytest.mark.parametrize(
    ("before", "after", "meant"),
    [
        ([], ["✍"], True),
        ([], ["✍\ufe0f"], True),
        ([], ["⚡"], True),
        ([], ["📌"], True),
        ([], ["⭐"], True),
        (["👍"], ["👍", "✍"], True),
        (["✍"], [], False),
        (["✍"], ["❤"], False),
        (["✍"], ["⚡"], None),
        ([], ["👍"], None),
        ([], ["🔥"], None),
        (["👀"], [], None),
        ([], [""], None),
    ],
)
def test_our_signs_put_a_highlight_on_or_take_it_off_and_others_are_talk(before, after, meant):
    assert change(before, after) is meant


def test_a_line_stands_out_until_everybody_has_taken_theirs_off():
    lan_and_ha = [Line("highlighted", 1, {"line": 7}), Line("highlighted", 2, {"line": 7})]
    assert standing(lan_and_ha) == {7: {1, 2}}
    one_less = [
        *lan_and_ha,
        Line("highlight-off", 1, {"line": 7}),
        Line("highlighted", 2, {"line": 8}),
    ]
    assert standing(one_less) == {7: {2}, 8: {2}}
    assert standing([*one_less, Line("highlight-off", 2, {"line": 7})]) == {8: {2}}
    again = [*one_less, Line("highlight-off", 2, {"line": 7}), Line("highlighted", 1, {"line": 7})]
    assert standing(again)[7] == {1}
