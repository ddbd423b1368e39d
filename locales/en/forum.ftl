## A topic for each incident, where the team's group has topics

topic-name = { $code } · { $kind } · { $severity }
topic-code = { $code }
topic-drill = 🎯 DRILL { $what }
pointer-new = 🆕 { $what }
pointer-over = 🏁 { $what }: { $status }
pointer-again = ↩️ { $what }: worked on again
pointer-spare = ↪️ { $what }: this topic was opened by mistake and is closed; nothing written here is lost. Please go on in the other one.
card-moved = ⤵ { $code }: its card is in a topic of its own now.
button-topic = 💬 Go to the topic
forum-no-right =
    💬 The team's group has topics, but the bot lacks the right to <b>manage topics</b>. So each incident remains a card in the General topic; nothing is missing.

    To give each incident a topic of its own: Manage group → Administrators → this bot, switch on <b>Manage topics</b> and <b>Pin messages</b>. Then the bot opens a topic for every incident under way, and for all to come, by itself. You are told this only once.
pin-no-right =
    📌 The bot cannot pin in the team's group: it lacks the right to <b>pin messages</b>. Nothing is missing, but cards of incidents being worked on, and rosters, do not stand at the top.

    To have them pinned: Manage group → Administrators → this bot, switch on <b>Pin messages</b>. You are told this only once.
