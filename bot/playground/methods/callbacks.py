"""answerCallbackQuery."""

from bot.playground.methods.call import Call
from bot.playground.methods.registry import method
from bot.playground.refusals import bad_request
from bot.playground.world import Toast

ANSWER_LIMIT = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """Show the person who pressed a button a toast or an alert; no flood limit counts it."""
    query = call.world.queries.get(call.text("callback_query_id"))
    text, now = call.text("text"), call.world.now()
    mine = query is not None and call.bot in call.world.bots_in(query.message.chat)
    if query is None or not mine or not query.is_open(now):
        raise bad_request(TOO_OLD)
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.text("url") or None
    query.toast = Toast(text, call.flag("show_alert"), url, now)
    call.world.happened(
        "toast",
        query.message.chat,
        query=query.id,
        user=query.user.id,
        text=text,
        alert=query.toast.alert,
        url=url,
        message_id=query.message.id,
    )
    return True
