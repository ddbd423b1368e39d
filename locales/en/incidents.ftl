# Incidents: pages, the group's card, and what owners and reporters are told.

headline = <b>{ $severity } · { $kind } · { $where } — { $code }</b>
headline-nowhere = <b>{ $severity } · { $kind } — { $code }</b>
reported = 🕑 Reported at { $at }
reported-files =
    { $files ->
        [one] 🕑 Reported at { $at } · 📎 { $files } file
       *[other] 🕑 Reported at { $at } · 📎 { $files } files
    }
reporter = Reported by: { $name }
reporter-of = Reported by: { $name } ({ $agency })
reporter-anonymous = Reported by: somebody who wishes not to be named
system = System: { $name }
system-level = System: { $name } (level { $level })
last-note = 📝 { $at }, { $name }: { $note }
reason = Reason: { $reason }
author-reporter = The reporter
author-bot = The bot

## Pages to one person
page-do = Press “I take it” to work on it.
page-do-next = Press “I take it” before <b>{ $at }</b>, or the next person is called.
page-do-repeat = Press “I take it” before <b>{ $at }</b>, or you are called again.
page-declined = You said you can't. The next person is being called; press “I take it” if you can after all.
page-again = 🔁 Call no. { $round } again: nobody has taken it for { $waited }.
page-for-on-duty = 👉 This is <b>for you</b>: you are on duty.
page-for-backup = 👉 This is <b>for you</b>: you are the backup.
page-for-commander = 👉 This is <b>for you</b>: you are the duty commander.
page-for-leads = 👉 This is <b>for you</b>: you are a team lead.
page-for-responders = 👉 This is <b>for you</b>: you are a member of the team.
page-newer = ⤵ { $code }: you were called again, see the newer message below.
page-taken = ✅ { $name } took { $code } at { $at }. There is nothing for you to do.
page-assigned = 👉 { $code } was given to { $name }; waiting for an answer. You can still take it.
page-mine = ✅ <b>You took { $code }</b> at { $at }.
page-mine-solved = ✔ You called { $code } solved. Its reporter is asked to confirm.
owner-status = Status: { $status }.
owner-asked = The bot will ask you again at { $at }.
owner-how = Reply to this message to write into the log.

## Calls to the group
incident-team-page = 📣 <b>Nobody has taken this</b> for { $waited }. Whoever can, please press “Take”.
incident-team-page-next = Next: everybody is called again at { $at }.
incident-nobody = ⚠️ <b>{ $code }: nobody is on duty now.</b>
incident-nobody-unreachable = On the roster but out of reach: { $names }.
incident-nobody-cost = While the roster has this gap, nobody will take the next incident at once either. The roster: /oncall
incident-unreachable = ⚠️ { $code }: { $name } cannot be called on Telegram ({ $reason }). The next step was taken at once.
unreachable-blocked = they blocked the bot
unreachable-deactivated = their Telegram account was deleted
unreachable-never-started = they never started the bot
unreachable-is-a-bot = this account is a bot
unreachable-other = Telegram refused

## To the owner
incident-promise =
    ✅ You have taken <b>{ $code }</b>.
    When can you say how it stands?
incident-still =
    ⏰ Are you still on <b>{ $code }</b> ({ $kind })?
    Without an answer before <b>{ $until }</b> everybody is called again from the start.
incident-assigned = 👉 { $name } gave this to <b>you</b>. Say by <b>{ $until }</b> when you will report, or others are called.
incident-taken-up = ↩️ <b>{ $name } opened this again.</b> It is yours again.
incident-reopened = ↩️ The reporter says it is <b>not solved</b>. It is yours again.
incident-refer =
    🚓 Was this report really <b>passed to the police</b>?
    It ends, and whoever reported it is told.
    Press a button below, or reply to this message: “yes” or “not yet”.
incident-help = ⬆️ <b>{ $name } asks for help.</b>
released-assigned = ↩️ { $code } was given to { $to }. You are no longer in charge.
released-silent = ↩️ { $code }: you did not answer, so it was taken from you and everybody is called again. Press “I take it” if you are still on it.

## One-line replies to the card
nudge-silent = ⏰ { $name } did not answer. { $code } is called again from the start 👆
nudge-declined = { $name } can't take { $code } 👆
nudge-released = ↩️ { $name } gave { $code } back; everybody is called again from the start 👆
nudge-queued = 🕗 { $code } is still waiting 👆
nudge-reopened = ↩️ The reporter says { $code } is not solved 👆
nudge-taken-up = ↩️ { $name } opened { $code } again 👆
nudge-objected = ↩️ The reporter disagrees with the conclusion and asks for another look at { $code } 👆

## The group's card
card-headline = <b>{ $severity } · { $code }</b>
card-newer = ⤵ { $code }: see the newer card below.
card-what-where = { $icon } { $kind } · { $where }
card-what = { $icon } { $kind }
state-queued = 🕗 <b>Waiting</b> for office hours.
state-nobody = ⚠️ <b>Nobody has taken it.</b>
state-calling =
    { $round ->
        [0] 📣 <b>Calling</b> { $names }
       *[other] 📣 <b>Calling</b> { $names } (call no. { $round } again)
    }
state-taken = 👤 <b>{ $name }</b> has had it since { $at } · { $status }
state-assigned = 👤 Given to <b>{ $name }</b>, waiting for an answer.
state-wrapping-up = ✔ <b>{ $name }</b> called it solved at { $at }. The reporter is asked to confirm.
next-call = Next: { $who } at { $at }.
next-repeat = Next: { $who } again at { $at }.
next-promised = Next: { $name } reports at { $at }.
next-closed = Next: closed at { $at } if nobody objects.
next-reminded = Next: the group is reminded at { $at }.
next-asked = Next: { $name } is asked again at { $at }.
ended-closed = ✅ <b>Closed</b> at { $at }
ended-not-incident = ✖ <b>Not an incident</b>, ended at { $at }
ended-duplicate = ✖ <b>The same as { $original }</b>, ended at { $at }
ended-referred = ➡️ <b>Passed to another authority</b> at { $at }
ending-by = {" "}· { $name }

## To the reporter
receipt =
    ✅ <b>Your report was received.</b>
    Code: <code>{ $code }</code>
receipt-paged = The bot is calling the people on duty. You will be told here when somebody takes it.
receipt-queued = It is looked at during office hours. You will be told the result here.
receipt-fraud-queued = It is looked at during office hours and passed to the police. You will be told the result here.
receipt-anonymous = Your name is given to nobody.
receipt-more = To add something, <b>reply to this message</b>, or send pictures and files. How it stands: /status
receipt-fraud =
    {""}
    <b>Do this now:</b>
    { $advice }
receipt-hotlines = <b>Numbers to call:</b>
report-taken =
    👤 Somebody took your report <code>{ $code }</code> at { $at } and works on it.
    If you learn more, reply to this message.
report-solved = ✔ The team called <code>{ $code }</code> solved at { $at }.
report-done = What was done:
report-solved-ask = Is it solved for you?
report-solved-until = No answer before { $at } counts as yes.
report-reopened = ↩️ Noted. The work on <code>{ $code }</code> goes on; you will be told when somebody takes it.
report-taken-up = ↩️ The team opened your report <code>{ $code }</code> again to work on it; you will be told when somebody takes it.
report-objected = ↩️ Your objection was noted. The team looks at <code>{ $code }</code> again; you will be told when somebody takes it.
report-not-incident = Your report <code>{ $code }</code> was looked at and is <b>not an incident</b> for the team. Thank you for reporting.
report-duplicate = Your report <code>{ $code }</code> is the same as <code>{ $original }</code>, which is being worked on. Thank you for reporting.
report-referred = Your report <code>{ $code }</code> was <b>passed to the authority in charge</b>.
report-object = If you think this is wrong, press the button below and the team looks again.
report-closed = ✅ <code>{ $code }</code> was closed at { $at }. Thank you for reporting.

## Details
fact-place = Place: { $value }
fact-noticed = Noticed: { $value }
fact-contact = Contact: { $value }
fact-cause = Cause: { $value }
fact-action = Done: { $value }
fact-helped-by = Helped by: { $value }
incident-file = 📎 { $code }
story = {""}
    <b>Log</b>
story-line = <code>{ $at }</code> { $what }
timeline-received = { $name } reported it
timeline-report-part = { $name } added something
timeline-report-more = { $name } added
timeline-report-edited = { $name } corrected
timeline-report-file = { $name } sent: { $file }
timeline-paged = Called { $people }
timeline-page-refused = { $name } could not be called
timeline-nobody-on-duty = Nobody was on duty
timeline-taken = { $name } took it
timeline-assigned = { $name } gave it to { $to }
timeline-promised = { $name } will report at { $until }
timeline-declined = { $name } can't
timeline-escalated = { $name } escalated
timeline-still-asked = { $name } was asked: still on it?
timeline-still = { $name } is still on it
timeline-silent = { $name } did not answer
timeline-released = { $name } gave it back
timeline-note = { $name } noted
timeline-note-edited = { $name } corrected a note
timeline-phase = { $name } moved it to: { $status }
timeline-severity = { $name } changed the severity: { $to }
timeline-resolved = { $name } called it solved
timeline-rejected = { $name } concluded: { $status }
timeline-closed = Closed ({ $name })
timeline-reopened = { $name } said it is not solved; open again
timeline-taken-up = { $name } opened it again
timeline-loss = { $name } entered the estimated loss (VND)
timeline-objected = { $name } disagreed with the conclusion and asked for another look
timeline-objected-again = { $name } asked again for it to be opened
timeline-other = { $name }: { $kind }

## Answers to commands and keys
toast-taken = ✅ You have taken { $code }.
toast-promised = Noted: the bot asks again at { $until }.
toast-declined = Noted. Somebody else is being called.
toast-escalated-next = ⬆ The next step is being called.
toast-escalated-help = ⬆ The team leads were asked to help.
toast-still = 💪 Noted, you are still on it.
toast-released = ↩ Given back. Somebody else is being called.
toast-see-private = See the bot's private message.
toast-below = See the message below.
toast-phase = { $code }: { $status }.
toast-assigned = Given to { $name }.
toast-severity = { $code }: { $severity }.
toast-referred = Noted: passed to the police. The report is over.
toast-thanks = Thank you. It is closed.
toast-reopened = Noted. The work goes on.
toast-objected = Noted. The team leads decide.
taken-by-you = ✅ You have taken <b>{ $code }</b>.
answered-in-private = Sent to you in private.
asked-in-private = Please answer a few questions in the private chat with the bot.
referral-asked-in-private = Please confirm it in the private chat with the bot.
reopened-owned =
    ↩️ <b>{ $code }</b> is open again. Its owner goes on.
    { $more }
reopened-called =
    ↩️ <b>{ $code }</b> is open again. Somebody is being called to take it.
    { $more }
reopened-queued =
    ↩️ <b>{ $code }</b> is open again. It waits for office hours.
    { $more }
reopened-why = To say why: <code>/note { $code } why it was opened again</code>
noted = 📝 Written into the log of { $code }.
noted-unowned = 📝 Written into the log of { $code }. ⚠️ <b>Nobody has taken it yet.</b> To take it, answer “ok”.
done-about = <b>{ $code }</b>: { $done }
assigned = 👉 { $code } was given to <b>{ $name }</b>.
which-severity = How severe is { $code }?
severity-changed = { $code } is now { $severity }.
which-member = Who gets { $code }?
incidents-none = ✅ No incident is open.
incidents-open =
    { $count ->
        [one] <b>{ $count } open incident</b>
       *[other] <b>{ $count } open incidents</b>
    }
    { $lines }
    { $more }
incidents-line = { $severity } · <code>{ $code }</code> { $kind } · { $place } · { $status } · since { $since }
incidents-line-owned = { $severity } · <code>{ $code }</code> { $kind } · { $place } · { $status } · { $owner } · since { $since }
incidents-more = There are more. One by one: /incident and the code.
search-found =
    🔎 <b>{ $words }</b>

    { $lines }
    { $more }
search-line = <code>{ $code }</code> { $kind } · { $status } · since { $since }
    <i>{ $said }</i>
search-more = There is more. Add a word to narrow it down.
search-none = No incident has all the words “{ $words }”. Try fewer or other words; accents are not needed.
search-none-yet = “{ $words }” was not found yet. The index is still being made; please search again in a few minutes.
refused-search-nothing = What are you looking for? Write /search and some words (of 2 letters or more), for example: /search malware accounting.
timeline-anchor = 🔏 Incident timelines sealed up to { $until }: { $lines ->
        [one] one new line
       *[other] { $lines } new lines
    }, code <code>{ $code }</code>. Keep this message to compare: on the server <code>trucban verify</code> must show the same code.
timeline-anchor-papers = 🔏 Incident timelines and periodic reports sealed up to { $until }: { $lines ->
        [one] one new line
       *[other] { $lines } new lines
    }, { $papers ->
        [one] one report
       *[other] { $papers } reports
    }, code <code>{ $code }</code>. Keep this message to compare: on the server <code>trucban verify</code> must show the same code.
group-lost = ⚠️ <b>The team’s group no longer gets the bot’s messages</b> (the bot was removed, the group deleted, or a right is missing). Calls to each person still go out. Add the bot again as an administrator; for a new group change TRUCBAN_TEAM_CHAT.
group-id =
    The bot was added to the group “{ $title }”.
    Its id: <code>{ $group }</code>. Put it into the setting TRUCBAN_TEAM_CHAT to use this group.
you-are-blocked =
    The bot does not take messages from you now. If it is urgent, call or come in person:
    { $lines }
