"""Sheets written in a test: cells between bars, and what is wrong with them."""

import pytest

from bot.domain.cells import ImportRefused


def rows(text):
    lines = enumerate(text.strip().splitlines(), start=1)
    return [(number, line.split("|")) for number, line in lines if line]


def problems_of(read, *args):
    with pytest.raises(ImportRefused) as refused:
        read(*args)
    return [(one.line, one.column, one.reason) for one in refused.value.problems]
