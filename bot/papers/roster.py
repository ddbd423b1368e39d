"""The roster in the form that was ordered; what a form needs is loaded when it is ordered."""

from bot.domain.paper import Finished
from bot.services.rosters import Form, Order


def make(order: Order) -> list[Finished]:
    """Return the finished files."""
    match order.form:
        case Form.PICTURE:
            from bot.papers.roster_picture import pictures  # noqa: PLC0415 heavy

            return pictures(order.roster)
        case Form.SHEET:
            from bot.papers.roster_sheet import workbook  # noqa: PLC0415 heavy

            return [workbook(order.roster)]
        case Form.LIST:
            from bot.papers.duty_list import duty_list  # noqa: PLC0415 heavy

            return [duty_list(order.roster)]
