## A topic for each incident, where the team's group has topics

topic-name = { $code } · { $kind } · { $severity }
topic-code = { $code }
topic-drill = 🎯 DRILL { $what }
pointer-new = 🆕 { $what }
pointer-over = 🏁 { $what }: { $status }
pointer-again = ↩️ { $what }: worked on again
button-topic = 💬 Go to the topic
forum-no-right =
    💬 The team's group has topics, but the bot lacks the right to <b>manage topics</b>. So each incident remains a card in the General topic; nothing is missing.

    To give each incident a topic of its own: Manage group → Administrators → this bot, switch on <b>Manage topics</b> and <b>Pin messages</b>. From the next incident on the bot opens topics by itself. You are told this only once.
