# How the bot is (/health), and why somebody was called or not (/why).

## /health
health = { $lines }
health-well = ✅ <b>The bot is well.</b>
health-wrong = ⚠️ <b>To look at: { $count }</b>
health-page-late =
    🔴 An urgent call has waited { $wait } and could not be sent ({ $why }).
    👉 Telephone whoever is on duty (/oncall), then run <code>trucban check</code> on the server.
health-due-late =
    🔴 Something due, “{ $kind }”, is { $wait } late (error: { $failure }).
    👉 Look for <code>due-row-failed</code> in the server's log and send it to the developers.
health-work-late =
    🟠 A file to be made, “{ $kind }”, is { $wait } late (error: { $failure }).
    👉 Calls are not affected. Look for <code>work-failed</code> in the server's log.
health-updates-unkept =
    🔴 For { $wait } nothing that people report or press could be written down: Telegram keeps it, but nothing of it has had an effect.
    👉 See whether the server's disk is full, or another program holds the database.
health-updates-stale =
    🔴 Nothing was heard from Telegram for { $wait }.
    👉 Run <code>trucban check</code> on the server: look at the network, the proxy and the token.
health-disk-low =
    🔴 Only { $free } are free on the disk.
    👉 Make room now: when it is full the bot can note nothing any more.
health-clock-fast =
    🟠 The server's clock is { $length } ahead of Telegram's.
    👉 Let it be set by itself: <code>timedatectl set-ntp true</code>
health-clock-slow =
    🟠 The server's clock is { $length } behind Telegram's.
    👉 Let it be set by itself: <code>timedatectl set-ntp true</code>
health-unpinged =
    🟠 The outside watch has taken no heartbeat for { $wait }.
    👉 Look at <code>TRUCBAN_HEARTBEAT_URL</code> and the server's network.
health-unreachable =
    🟠 Cannot be called on Telegram: { $names }.
    👉 Ask them to open the bot and press Start, or to unblock it.
health-unreachable-one = { $name } ({ $why })
health-failed-updates =
    🟠 Things that went wrong in the last 24 hours: { $count }.
    👉 Look for <code>update-failed</code> in the server's log and send it to the developers.
health-database = 🗄 Database: { $engine }
health-database-on-disk = 🗄 Database: { $engine }, { $size } · { $free } of { $total } free on the disk
health-backup = 💾 Newest backup: { $name }, { $at }
health-backup-old = 💾 No backup lies beside the database from the last two days. Unless you keep them elsewhere, make one now: “Backup” in <code>docs/operators/running.md</code>
health-polling = ✈️ Telegram: the bot asks for updates, the last time { $ago } ago
health-polling-never = ✈️ Telegram: no updates could be fetched since the start
health-webhook = ✈️ Telegram: updates come to the webhook, last found well { $ago } ago
health-webhook-never = ✈️ Telegram: updates come to the webhook, not yet found well
health-due-none = ⏰ Things due: none is late
health-due = ⏰ Things due: the oldest is { $wait } late
health-unsent-none = 📤 Waiting to be sent: nothing
health-unsent = 📤 Waiting to be sent: { $count }, urgent calls: { $pages } · the oldest for { $wait }
health-dead-none = 📪 Last 24 hours: no message was given up
health-dead = 📪 Last 24 hours: { $count ->
        [one] one message
       *[other] { $count } messages
    } could not be delivered: { $reasons }
health-dead-reason = { $reason } ({ $count })
health-and-more = and { $count } more
health-clock = 🕑 Clock: { $length } from Telegram's
health-clock-unknown = 🕑 Clock: not yet compared with Telegram's
health-watch = 📡 Outside watch: last heartbeat { $at }
health-watch-waits = 📡 Outside watch: no heartbeat was taken yet
health-watch-none = 📡 Outside watch: none. Nobody learns it when this machine is down; set <code>TRUCBAN_HEARTBEAT_URL</code>
health-version = 📦 Version { $version }, running since { $at } ({ $length })

## Why a message was not sent
reason-blocked = they blocked the bot
reason-deactivated = their Telegram account was deleted
reason-never-started = they never opened the bot
reason-is-a-bot = this account is a bot
reason-removed-from-the-group = the bot was removed from the group
reason-group-deleted = the group was deleted
reason-no-rights-in-the-group = the bot lacks rights in the group
reason-topic-gone = the group's topic is gone
reason-topic-closed = the group's topic is closed
reason-topic-icon = the topic's icon was not taken
reason-too-many-topics = Telegram lets no more topics be opened for a while
reason-no-forum = the group has no topics
reason-too-long = too long
reason-empty = empty
reason-file-gone = Telegram no longer has the file
reason-file-too-big = the file is too big
reason-markup = Telegram cannot read the markup
reason-buttons = Telegram does not take the buttons
reason-question-gone = the message it answers is gone
reason-unknown-kind = a kind of message of a newer version
reason-message-gone = the message to be changed is gone
reason-press-too-old = the press was too old
reason-outcome-unknown = unknown whether it arrived
reason-send-failed = an error while sending
reason-too-many-requests = Telegram asked to go slower
reason-time-out = Telegram answered too late
reason-network = Telegram could not be reached
reason-bot-refused = Telegram refused the bot's token
reason-unreadable-answer = Telegram's answer could not be read
reason-moved = the group's number has just changed
reason-copy-vanished = the old copy was gone, so it is sent again
reason-ended = the incident is over
reason-taken = somebody has taken it
reason-owner-changed = somebody else is in charge
reason-expired = too late
reason-subject-gone = there is no such incident any more
reason-newer-edit-waits = there is a newer one

## /why
why = { $lines }
why-title = <b>{ $code }</b>, reported at { $at }. Who was called, when, with what result:
why-received = the report came in
why-out-of-reach = nobody on duty to be called; on the roster but out of reach: { $names }
why-event = <code>{ $at }</code> { $what }
why-call = <code>{ $at }</code> { $what } — { $result }
why-call-answered = <code>{ $at }</code> { $what } — { $result } — { $answer }
why-step = step { $number }
why-round = again, no. { $round }
why-page = { $step }: call { $name }
why-team-page = call the group
why-nobody = tell { $name }: nobody is on duty
why-unreachable = tell { $name }: somebody cannot be called
why-assigned = given to { $name }
why-still = ask { $name }: still on it?
why-reopened = tell { $name }: not solved yet
why-help = ask { $name } for help
why-sent = taken by Telegram { $at } (message { $number })
why-sent-at-last = taken by Telegram { $at } at attempt { $attempts } (message { $number })
why-pending = waits to be sent
why-claimed = being sent
why-failing = not sent after { $attempts ->
        [one] one attempt
       *[other] { $attempts } attempts
    }: { $reason }
why-dead = could not be sent: { $reason }
why-overtaken = no longer sent: { $reason }
why-answer-taken = took it { $at }
why-answer-declined = said “can't” { $at }
why-answer-escalated = escalated { $at }
why-answer-promised = gave an estimate { $at }
why-answer-still = still on it { $at }
why-answer-released = gave it back { $at }
why-answer-resolved = called it solved { $at }
why-answer-rejected = concluded { $at }
why-unanswered = no answer yet
why-left-out = … { $count ->
        [one] one line in between is
       *[other] { $count } lines in between are
    } not shown …
why-owned = Now: { $name } is in charge, since { $at }.
why-over = Now: { $status }.
