"""Mẫu 05 from the incidents: whose help it took, and what nobody has said."""

from bot.domain.form05 import Line, Solved, table

ROWS = {"malware": 3, "phishing": 2, "spam": 2, "fault": None}


def test_every_way_of_help_has_its_column():
    counted = table(
        [
            Solved("malware", "own", 4, 1, 50),
            Solved("malware", "VNPT", 2),
            Solved("malware", "abroad", 1),
            Solved("malware", "national", 1, 1, 7),
            Solved("malware", None, 3),
        ],
        ROWS,
    )
    assert counted.lines[2] == Line(11, 4, 2, 1, 1, 3, 2, 57)
    assert counted.total == counted.lines[2]
    assert counted.helpers == (("VNPT", 2),)


def test_kinds_share_a_row_and_helpers_are_named_once_most_first():
    counted = table(
        [
            Solved("phishing", "Viettel", 1),
            Solved("spam", "VNPT", 1),
            Solved("phishing", "VNPT", 1),
            Solved("phishing", "other", 1),
        ],
        ROWS,
    )
    assert (counted.lines[1].incidents, counted.lines[1].others) == (4, 4)
    assert counted.helpers == (("VNPT", 2), ("Viettel", 1))


def test_what_no_row_is_meant_for_is_named_apart_and_nothing_is_lost():
    counted = table([Solved("fault", "own", 2), Solved("gone", None, 1)], ROWS)
    assert counted.total == Line()
    assert counted.apart == {"fault": 2, "gone": 1}


def test_there_are_ten_rows_even_of_nothing():
    counted = table([], ROWS)
    assert len(counted.lines) == 10
    assert counted.helpers == ()
