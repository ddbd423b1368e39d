## Messages outside Telegram. An SMS has 160 plain signs: write very briefly, name nobody.

brief-sender = TRUC BAN:
brief-low = Low
brief-normal = Normal
brief-high = HIGH
brief-critical = CRITICAL
brief-headline = { $severity } { $code } { $kind }, since { $at }.
brief-incident-page = Nobody has taken it.
brief-incident-assigned = It was given to you.
brief-incident-still = Are you still on it?
brief-incident-reopened = Not solved, go on.
brief-incident-help = Help is wanted.
brief-incident-nobody = Nobody is on duty.
brief-incident-unreachable = Some are out of reach.
brief-incident-team-page = Nobody has taken it.
brief-shift-call = Please start your shift{ $post ->
    [none] { "" }
    *[other] { " " }{ $post }
}.
brief-shift-still = Are you still on duty{ $post ->
    [none] { "" }
    *[other] { " " }{ $post }
}?
brief-shift-missing = Somebody is missing on watch.
brief-swap-call = A stand-in is wanted now.
brief-test-page = TEST page, there is no incident.
brief-alarm = There is a warning for you.
brief-sms-answer = Answer: { $link } (code { $code })
brief-open-telegram = Open Telegram or call the duty desk.
brief-answer = Open this page and press the button to answer: { $link }
brief-code = Or type the code { $code } at { $page }. It works once, and only for some minutes.
brief-only-you = This message is for you alone: please do not forward it. Whoever opens the page answers in your name.

channel-sms = SMS
channel-email = e-mail
channel-chat = chat
reason-channel-refused = this channel did not take the message
reason-channel-time-out = this channel did not answer
reason-channel-wrong = the address of this channel is wrong
reason-channel-off = this channel was switched off
reason-no-address = the reader has no address in this channel
timeline-called-elsewhere = Called { $name } by { $via }: sent
timeline-not-called-elsewhere = Called { $name } by { $via }: could not be sent ({ $reason })
timeline-answered-elsewhere = { $name } answered with a code sent by { $via }
incident-unreachable-elsewhere = ⚠️ { $code }: { $name } cannot be reached by Telegram ({ $reason }). Called at once by { $via }.
why-via = { $what } by { $via }
why-sent-elsewhere = { $via } took it { $at }
refused-reply-in-telegram = This can only be answered in Telegram.

## When Telegram is away
outage-over =
    📡 <b>Telegram is back</b> since { $until }, after { $length } out of reach (from { $since }).
    { $lines }
outage-late = Sent late, { $count ->
        [one] one call
       *[other] { $count } calls
    }:
outage-late-sent = • { $what } → { $to }: { $length } late
outage-late-overtaken = • { $what } → { $to }: no longer sent, somebody took care of it
outage-late-waiting = • { $what } → { $to }: has waited { $length }, not sent yet
outage-none-late = No call was late.
outage-elsewhere = Called by other channels, { $count ->
        [one] once
       *[other] { $count } times
    }:
outage-elsewhere-sent = • { $what } → { $to } by { $via } at { $at }
outage-elsewhere-dead = • { $what } → { $to } by { $via }: could not be sent ({ $reason })
outage-none-elsewhere = No call went by another channel.
outage-more = … and { $count } more
outage-shift-call = call to a shift
outage-shift-still = the question “still there?”
outage-test-page = test page
outage-alarm = warning

## The page on which codes are used
answer-title = On duty
answer-which = Enter the code of your message
answer-field = Code of 8 signs, such as K7QM-4XTP
answer-send = Look
answer-wrong = There is no such code. Please look at your message again.
answer-too-many = Too many wrong codes. Try again in 10 minutes, or answer in Telegram.
answer-used = This code has been used
answer-over = This code is no longer good
answer-no-need = There is nothing left to do for you
answer-for = { $name }, you are called
answer-done = Your answer is recorded, { $name }
answer-refused = It could not be recorded
answer-about = { $severity } · { $code } · { $kind } · reported at { $at }
answer-about-shift = Shift: { $post }
answer-about-test = TEST page, there is no incident.
answer-button-incident = I take it
answer-button-still = I am still on it
answer-button-shift = I am there
answer-button-test = The test page has arrived
answer-code = The code { $code } is for you alone and works once.

## /health
health-channels = 📮 Other channels: { $channels }
health-channels-none = 📮 Other channels: none. While Telegram is away nobody can be called.
health-outage-now = 📡 Telegram is away since { $since }: calls go by other channels.
health-outage = 📡 The last time Telegram was away: { $since } – { $until }

## Who cannot be reached by Telegram
reach-lost =
    ⛔ <b>{ $name } can no longer be reached by Telegram</b> (blocked the bot, or never opened it), and by no other channel.
    { $lines }
    Ask { $name } to open the bot, or change the shift: /swap
reach-lost-elsewhere =
    ⛔ <b>{ $name } can no longer be reached by Telegram</b> (blocked the bot, or never opened it). Still called by { $via }.
    Ask { $name } to open the bot.
reach-hours = • { $when }: a critical page would go to { $names } only
reach-hours-leads = • { $when }: a critical page would go to the leads only
reach-hours-you = • { $when }: a critical page would go to <b>you</b> only
reach-more = … and { $count } more
reach-no-shifts = They have no shift in the next { $days } days.
roster-line-unreachable = { $who } ⛔
people-ways = { $mark } · by { $via }
test-pages-own =
    📟 <b>Your test pages</b>
    { $lines }
