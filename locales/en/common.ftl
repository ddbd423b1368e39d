# Shared: time, severities, statuses, roles, refusals, keys.

## Time
instant-day =
    { $month ->
        [1] { $clock } on { $day } Jan
        [2] { $clock } on { $day } Feb
        [3] { $clock } on { $day } Mar
        [4] { $clock } on { $day } Apr
        [5] { $clock } on { $day } May
        [6] { $clock } on { $day } Jun
        [7] { $clock } on { $day } Jul
        [8] { $clock } on { $day } Aug
        [9] { $clock } on { $day } Sep
        [10] { $clock } on { $day } Oct
        [11] { $clock } on { $day } Nov
       *[12] { $clock } on { $day } Dec
    }
instant-year = { instant-day } { $year }
date-whole =
    { $month ->
        [1] { $day } Jan { $year }
        [2] { $day } Feb { $year }
        [3] { $day } Mar { $year }
        [4] { $day } Apr { $year }
        [5] { $day } May { $year }
        [6] { $day } Jun { $year }
        [7] { $day } Jul { $year }
        [8] { $day } Aug { $year }
        [9] { $day } Sep { $year }
        [10] { $day } Oct { $year }
        [11] { $day } Nov { $year }
       *[12] { $day } Dec { $year }
    }
moment = { $clock } on { $weekday } { date-whole }
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
weekday-day =
    { $month ->
        [1] { $weekday } { $day } Jan
        [2] { $weekday } { $day } Feb
        [3] { $weekday } { $day } Mar
        [4] { $weekday } { $day } Apr
        [5] { $weekday } { $day } May
        [6] { $weekday } { $day } Jun
        [7] { $weekday } { $day } Jul
        [8] { $weekday } { $day } Aug
        [9] { $weekday } { $day } Sep
        [10] { $weekday } { $day } Oct
        [11] { $weekday } { $day } Nov
       *[12] { $weekday } { $day } Dec
    }
period-day = { $start }–{ $end } { $zone }, { $first }
period-days = { $start } { $first } → { $end } { $last } ({ $zone })
duration-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
duration-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
duration-none = less than a second

## Severity: a colour never comes without its word
severity-low = ⚪ Low
severity-normal = 🟡 Normal
severity-high = 🟠 High
severity-critical = 🔴 Critical
severity-low-loud = ⚪ Low
severity-normal-loud = 🟡 Normal
severity-high-loud = 🟠 HIGH
severity-critical-loud = 🔴 CRITICAL

## Status
status-queued = waiting in the queue
status-received = received
status-verifying = being verified
status-responding = first response under way
status-containing = being contained
status-removing = being cleaned up
status-recovering = being recovered
status-checking = being checked
status-wrapping-up = solved, to be confirmed
status-closed = closed
status-not-incident = not an incident
status-duplicate = a duplicate
status-referred = passed to another authority

## Roles and posts
role-citizen = citizen
role-staff = agency staff
role-responder = team member
role-lead = team lead
role-admin = administrator
target-on-duty = whoever is on duty
target-backup = the backup
target-commander = the duty commander
target-leads = the team leads
target-responders = the whole team
target-team = the group

media-photo = photo
media-video = video
media-voice = voice message
media-audio = recording
media-animation = animation
media-document = document
media-video-note = video

kind-unknown = Kind not known yet
nobody = nobody yet
more = … (more)

## Refusals
refused-not-allowed =
    Only members who were given the right can do this ({ $role } or above).
    Already a member? Ask somebody who has it. Not yet? Ask an administrator for an invitation link.
refused-already-taken = { $owner } took { $code } at { $at }. There is nothing for you to do.
refused-already-yours = You have { $code } already.
refused-already-assigned = { $code } was given to this person already.
refused-already-ended = { $code } is over: { $status }.
refused-already-resolved = { $code } was called solved already; its reporter is asked to confirm.
refused-not-resolved = { $code } was not called solved yet.
refused-not-taken = Nobody has taken { $code } yet. Press “Take” first.
refused-not-yours = Only the owner of { $code } or a team lead can do this.
refused-not-your-report = Only the person who reported it can answer.
refused-not-a-responder = { $name } is not a member of the team and cannot be given work.
refused-still-open = { $code } is still being worked on.
refused-changed-meanwhile = Somebody else has just changed { $code }. Look again, then try once more.
refused-same-severity = { $code } has this severity already.
refused-same-kind = { $code } is of this kind already.
refused-phase = { $code } cannot go to “{ $wanted }” now.
refused-promise-past = The time must lie ahead. Choose again.
refused-duplicate-of-what = Write the code of the incident that { $code } repeats.
refused-original-ended = { $original } is over. Choose an incident that is open.
refused-no-such-incident = There is no such incident. A code looks like <code>SC-2026-0012</code>.
refused-which-incident = Which incident? Add its code, such as <code>SC-2026-0012</code>, or reply to a message about it.
refused-empty-note = Write the note after the command, such as <code>/note server taken off the network</code>.
refused-severity = There is no severity “{ $word }”. There are: { $severities }.
refused-no-such-member = There is no member called “{ $name }”.
refused-which-member = “{ $name }” fits several people: { $names }. Write the full name.
refused-only-in-private = /{ $command } works only in a private chat with the bot.
refused-unknown-command = There is no command /{ $command }. Send /help to see what you can do.
refused-unknown-button = This button does not work any more. Send /help to see what you can do.
refused-too-fast = That was too fast: <b>what you sent or changed since was not kept</b>. Wait { $wait }, then send it again.
refused-blocked = The bot does not take anything from you now.
refused-time-unreadable = “{ $written }” is not a time. Write it like <code>2026-11-22T07:30</code>.
refused-time-skipped = “{ $written }” does not exist on the clocks of this zone.
refused-time-twice = “{ $written }” exists twice on the clocks of this zone. Add the offset, like +07:00.
refused-message-gone = This message is too old. Type the command, or send /start to see what you can do.

apology =
    Sorry, something went wrong and this was not done.
    Please try again. If it fails again, give the administrator the number <code>{ $number }</code>.
broken = There is a message for you that could not be shown. Tell the administrator the number <code>{ $number }</code>.
broken-incident =
    🔴 An incident needs you now. Its text could not be shown.
    Press “Details”, or tell the administrator the number <code>{ $number }</code>.

## Keys
button-take = ✋ I take it
button-take-short = ✋ Take
button-decline = I can't
button-escalate = ⬆ Escalate
button-help = ⬆ Ask for help
button-refer = 🚓 Passed to the police
button-refer-yes = Yes, passed to the police
button-resolve = ✔ Solved
button-reject = ✖ Not for us
button-phase = ➡ { $status }
button-release = ↩ Give back
button-details = ⋯ Details
button-still = 💪 Yes, { $more } more
button-eta-quarter = 15 minutes
button-eta-hour = 1 hour
button-eta-day = Today
button-copy-code = 📋 Copy the code
button-solved = 👍 Solved
button-unsolved = 👎 Not yet
button-object = I disagree
button-again = It happened again
