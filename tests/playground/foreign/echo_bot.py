"""A small bot on aiogram: it must work against the playground as it would against Telegram.

Usage: echo_bot.py BASE_URL TOKEN
"""

import asyncio
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

BUTTON = InlineKeyboardButton(text="Nhận", callback_data="ack:7", style="success")
dispatcher = Dispatcher()


@dispatcher.message(CommandStart(deep_link=True))
async def started(message: Message) -> None:
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[BUTTON]])
    await message.answer("<b>Sự cố</b> #SC7", parse_mode="HTML", reply_markup=keyboard)


@dispatcher.callback_query(F.data == "ack:7")
async def pressed(query: CallbackQuery) -> None:
    await query.answer("Đã nhận")
    await query.message.edit_text(f"{query.from_user.first_name} đã nhận")


@dispatcher.message(F.document)
async def filed(message: Message, bot: Bot) -> None:
    content = await bot.download(message.document)
    turned = BufferedInputFile(content.read()[::-1], filename="nguoc.txt")
    await message.answer_document(turned, caption="ngược")


@dispatcher.message(F.text)
async def echoed(message: Message) -> None:
    await message.reply(message.text)


async def main(base: str, token: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(base))
    async with Bot(token, session=session) as bot:
        await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
