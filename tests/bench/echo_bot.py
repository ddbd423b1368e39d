"""What others are compared with: a bare echo bot, as python-telegram-bot's own examples write it.

Nothing is stored, one update is handled after the other, and what a kill -9 interrupts is lost.
"""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say the same."""
    del context
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


def main() -> None:
    """Poll until told to stop."""
    builder = Application.builder().token(os.environ["TRUCBAN_TOKEN"])
    application = builder.base_url(f"{os.environ['TRUCBAN_API_URL']}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
