# Swaps, standing in, absences, empty places of the roster.

## What is wrong with the roster
cover-gap = • <b>{ $when }</b>: no { $post }. { $cost }
cover-gap-only = • <b>{ $when }</b>: no { $post }.
cover-declined = • <b>{ $when }</b>, { $post }: { $names } can’t, and nobody has stepped in. { $names } is still called.
cover-short = • <b>{ $when }</b>: { $post } has only { $names }, fewer than planned.
cover-one-deep = • <b>{ $when }</b>: only { $names } can act on an incident. If there is no answer, nobody is behind them.
cover-none-deep = • <b>{ $when }</b>: nobody who can act on an incident.
cover-unreachable =
    • The bot cannot reach <b>{ $names }</b> (never opened it, or blocked it): { $count ->
        [one] one shift, { $when }.
       *[other] { $count } shifts, the next { $when }.
    } No call will get to { $names }.
cover-double = • <b>{ $when }</b>: { $names } has two shifts at once ({ $post }).
cover-unconfirmed = • <b>{ $names }</b> has not confirmed { $count ->
        [one] one shift,
       *[other] { $count } shifts, the next
    } { $when }.
cover-rest = • { $names } has only { $rest } of rest before the shift at { $back }.
cover-rest-none = • { $names } has no rest at all before the shift at { $back }: one shift follows the other.
cover-cost-alone = Every call would go to the leads only.
cover-cost-on-duty = The first call would go straight to: { $left }.
cover-cost-backup = A serious alert would go to this post only: { $left }.
cover-cost-commander = What nobody takes would go straight to the leads.
cover-more =
    { "" }
    … and { $count } more.
cover-daily =
    🗓 <b>The roster of the next { $days } days: { $count ->
        [one] one thing to look at
       *[other] { $count } things to look at
    }</b>
    { $lines }{ $more }
cover-now =
    🗓 <b>The roster of the next { $days } days: { $count ->
        [one] one thing to look at
       *[other] { $count } things to look at
    }</b>
    { $lines }{ $more }
cover-empty = ⚠️ There is no roster in the next { $days } days: in an incident the bot calls the leads directly. Plan a watch: /watch new
cover-well = ✅ The roster of the next { $days } days is complete, and everybody can be reached.
button-mute = 🔕 Quiet until { $until }
button-seek = 🔎 Look for: { $post }, { $start }
button-seek-shift = 🔎 Look for a stand-in, { $start }
button-give-shift = 👉 Give { $post }, { $start }
toast-muted = No daily message until { $until }. Alarms still come.
refused-mute = It can be quiet until { $until } at most.

## Gaps that near and gaps that are here
gap-nears =
    ⚠ <b>A shift nears and nobody is there for it</b>
    { $lines }{ $more }
watch-nears =
    ⏳ <b>A watch is about to begin, and not everybody has confirmed</b>
    { $lines }{ $more }
    Call them, or put somebody else there.
gap-nears-team =
    ⚠ <b>A shift is about to begin and nobody is there for it</b>
    { $lines }{ $more }
    Whoever can stand it, please send /gaps.
gap-open =
    🔴 <b>A post stands empty right now</b>
    { $lines }
    The bot says so again until somebody is there, or until you press “I know”.
gap-open-team =
    🔴 <b>A post stands empty right now</b>
    { $lines }
    Whoever can be there at once, please send /gaps.
gap-known-by = 👌 { $name } knows of the gap. The bot does not bring it up again.
button-gap-known = 👌 I know
toast-gap-known = Noted. The bot does not bring this gap up again.
refused-gap-known = Somebody is there by now, or another lead knows already.
openings-none = ✅ No place on the roster is empty.
openings =
    🪑 <b>Empty places: { $count }</b>
    { $lines }
opening-line = { $number }. { $post }, { $when }
opening-card =
    🪑 <b>Somebody is needed: { $post }</b>
    { $when }
    The first to press has it.
opening-filled =
    ✅ <b>{ $name }</b> takes an empty place: { $post }, { $when }.
    The roster now:
    { $roster }
opening-yours =
    🪑 { $name } puts you down for <b>{ $post }</b>, { $when }.
    Can you be there?
button-opening-take = ✋ { $number }. { $post }, { $start }
toast-opening-yours = It is yours. Thank you.
toast-opening-asked =
    { $count ->
        [0] Nobody is free then. The group has been asked.
        [one] One person and the group have been asked.
       *[other] { $count } people and the group have been asked.
    }
refused-opening-asked = Everybody was asked about this shift at { $at }. Give them a moment to answer.
refused-opening-gone = Somebody has this place already, or it is no longer needed. Thank you.
refused-gaps-usage =
    How to use it: <code>/gaps</code>, <code>/gaps take 1</code> to take an empty place.
    Leads: <code>/gaps seek 1</code>, <code>/gaps mute 5/9</code>, <code>/gaps known</code>.

## Asking for a stand-in
swap-unable =
    <b>Nothing has changed: the shift is still yours.</b> Press it in the next message to have somebody stand in.
    Urgent (ill, the shift runs or comes soon): type <code>/swap now why</code>; the bot calls the backup and tells the leads at once.
swap-mine-none = 🔁 You have no shifts to come.
swap-mine =
    🔁 <b>Your shifts to come</b>. Press the one you need a stand-in for.
    { $lines }
    <i>Typed: /swap NUMBER reason, /swap NUMBER 22:00-02:00 @name, or /swap now reason when you can’t be there at all.</i>
swap-shift = <b>№{ $number }</b> { $post }, { $when }
swap-shift-of = <b>№{ $number }</b> { $post }, { $when }: { $name }
swap-searches =
    🔎 <b>Stand-ins looked for: { $count }</b>
    { $lines }
swap-search = { $number }. { $name }: { $post }, { $when }
swap-search-waits = { $number }. { $name }: { $post }, { $when }. Somebody has taken it, a lead must agree
swap-what =
    🔁 <b>Shift №{ $number }: { $post }</b>
    { $when }
    Whom do you want to ask?
swap-whom =
    { $count ->
        [0] Nobody is free at the time of shift №{ $number } ({ $post }, { $when }).
       *[other] Who is to stand shift №{ $number } ({ $post }, { $when })? 😴 marks who has too little rest between two shifts.
    }
swap-give-whom =
    { $count ->
        [0] Nobody is free at the time of shift №{ $number } ({ $post }, { $when }). You can still give it by <code>/swap give { $number } NAME !</code>
       *[other] Who is to have shift №{ $number } ({ $post }, { $when })? 😴 marks who has too little rest between two shifts.
    }
swap-all-none = There are no shifts in the time to come.
swap-all =
    🔁 <b>Shifts to come</b>. Press the one to be given to somebody else.
    { $lines }{ $more }
swap-reason =
    { "" }
    Why: { $reason }
swap-card =
    🔁 <b>{ $name } asks for a stand-in</b> (request { $number })
    { $post }, { $when }{ $reason }
    The first to press has it.
swap-card-urgent =
    🔴 <b>A stand-in for { $name } is needed at once</b> (request { $number })
    { $post }, { $when }{ $reason }
    The first to press has it.
swap-card-left =
    🔁 <b>Somebody is needed instead of { $name }</b>, who has left the team (request { $number })
    { $post }, { $when }{ $reason }
    The first to press has it.
swap-cards =
    🔁 <b>{ $name } asks for stand-ins, shifts: { $count }</b>
    { $lines }
    { $count ->
        [0] All of it is settled. Thank you.
       *[other] Press the shift you can stand. The first to press has it.
    }
swap-cards-left =
    🔁 <b>Somebody is needed instead of { $name }</b>, who has left the team. Shifts: { $count }
    { $lines }
    { $count ->
        [0] All of it is settled. Thank you.
       *[other] Press the shift you can stand. The first to press has it.
    }
swap-cards-line = <b>{ $number }</b>. { $post }, { $when }
swap-cards-line-over = <s>{ $number }. { $post }, { $when }</s>: { $outcome }
swap-card-over =
    ☑️ Instead of <b>{ $name }</b> (request { $number }): { $outcome }
    { $post }, { $when }
swap-outcome-done = { $taker } has taken it. Thank you all.
swap-outcome-taken = { $taker } has taken it; a lead must agree.
swap-outcome-refused = a lead has not agreed, { $name } still has it.
swap-outcome-withdrawn = { $name } stands it, nobody is needed any more.
swap-outcome-expired = its time is over, nobody is looked for any more.
swap-outcome-off = the watch was called off, nobody is needed.
swap-outcome-open = somebody is looked for.
swap-nudge =
    { $count ->
        [1] ⏰ Still nobody stands in for <b>{ $name }</b>: { $post }, { $when }. If you can, press above 👆
       *[other] ⏰ Still nobody stands in for <b>{ $name }</b> at { $count } shifts, the nearest: { $post }, { $when }. If you can, press above 👆
    }
swap-left =
    🚪 <b>{ $name }</b> has left the team and { $count ->
        [one] one shift in
       *[other] { $count } shifts in
    } <b>{ $watch }</b>. Everybody is being asked:
    { $lines }
    To give one to somebody yourself, press it.
swap-left-line = • <b>№{ $number }</b> { $post }, { $when }
swap-left-line-nobody = • <b>№{ $number }</b> { $post }, { $when } ⚠ nobody is free
swap-looking =
    🔎 A stand-in for you is being looked for: { $post }, { $when } (request { $number }).
    Asked: { $names }. Until somebody takes it the shift is yours.
swap-looking-nobody =
    🔎 Nobody is free to stand in for you: { $post }, { $when } (request { $number }).
    The leads have been told. Until somebody takes it the shift is yours.
swap-nobody =
    ⚠ { $name } asks for a stand-in, but nobody is free: { $post }, { $when }.
    You can give the shift to somebody of your choice.
swap-urgent =
    🔴 <b>{ $name } can’t be there</b>: { $post }, { $when }{ $reason }
    Asked at once: { $names }. Whoever takes it has it, nobody needs to agree.
swap-expired =
    ⚠ Nobody has stepped in for { $name }: { $post }, { $when }.
    The shift is still <b>{ $name }</b>’s, and the bot calls { $name }.
swap-expired-left = ⚠ Nobody has stepped in for { $name }, who has left the team: { $post }, { $when }. <b>The place is empty.</b>
swap-undecided = ⚠ Nobody agreed to a swap before the shift began: { $post }, { $when }. It is still <b>{ $name }</b>’s.
swap-undecided-you = Nobody agreed to the swap before the shift began: { $post }, { $when }. It is still { $name }’s.
swap-expired-you = ⚠ Nobody has stepped in for you: { $post }, { $when }. <b>The shift is still yours.</b>
swap-decide =
    🔁 <b>{ $name }</b> would stand in for <b>{ $former }</b> (request { $number })
    { $post }, { $when }{ $breaks }
    Do you agree?
swap-breaks =
    { "" }
    ⚠️ With this swap:
    { $lines }
swap-breaks-rest = • { $name } has only { $rest } to rest, from { $ended } to { $back }.
swap-breaks-rest-none = • { $name } has no rest: as one shift ends, the next begins at { $back }.
swap-breaks-double = • { $name } has two shifts at once ({ $post }), { $when }.
swap-breaks-holiday-night = • { $name } has the night of two holidays in a row.
swap-waits-taker = ⏳ You would stand in for { $former }: { $post }, { $when }. A lead must agree first.{ $breaks }
swap-waits-holder = ⏳ { $name } would stand in for you: { $post }, { $when }. A lead must agree first; until then the shift is yours.
swap-not-agreed = ✖ { $by } does not agree to the swap of { $post }, { $when }. It stays <b>{ $former }</b>’s, not { $name }’s.
swap-withdrawn = ↩ { $name } stands { $post }, { $when } after all. No stand-in is needed.
swap-given-former = ✅ <b>{ $name }</b> stands in for you: { $post }, { $when }. You need not be there.
swap-given-you = ✅ You stand in for <b>{ $former }</b>: { $post }, { $when }. Thank you.
swap-given-ask =
    🔁 A lead asks you to stand in for <b>{ $former }</b>: { $post }, { $when }.
    Can you be there?
swap-given =
    🔁 <b>{ $name }</b> stands in for <b>{ $former }</b>: { $post }, { $when }.{ $twice }
    The roster now:
    { $roster }
swap-given-twice =
    { "" }
    ⚠ { $name } now stands two posts at once: { $posts }.
swap-given-done = ✅ Given to <b>{ $name }</b>: { $post }, { $when }. Everybody has been told.
swap-double-sure =
    ⚠ <b>{ $name }</b> has { $post }, { $when } at the same time.
    One person can hardly stand both. Give it all the same?

button-swap-take = ✋ I stand in
button-swap-take-start = ✋ { $number }. { $start }
button-swap-take-number = ✋ Take request { $number }
button-swap-withdraw = ↩ No, I stand it
button-swap-agree = ✅ Agree
button-swap-refuse = ✖ Don’t agree
button-swap-agree-number = ✅ Agree to { $number }
button-swap-refuse-number = ✖ Don’t agree to { $number }
button-swap-give = 👉 Give it to…
button-swap-shift = №{ $number } { $start }, { $post }
button-swap-all = 📣 Ask everybody
button-swap-one = 👤 Ask one person
button-swap-now = 🔴 I can’t be there, somebody is needed now
button-swap-person = { $name }
button-swap-tired = 😴 { $name }
button-swap-insist = Give it all the same
toast-swap-asked = Asked. You will hear as soon as somebody takes it.
toast-swap-called = The backup has been called and the leads told.
toast-swap-yours = It is yours. Thank you.
toast-swap-waits = Noted, a lead must agree. Thank you.
toast-swap-withdrawn = Nobody is looked for any more. The shift stays as it is.
toast-swap-agreed = Agreed.
toast-swap-refused = Not agreed. Both have been told.
toast-swap-given = Given to { $name }.

refused-swap-part = These hours are not within the shift.
refused-swap-past = This shift is over.
refused-swap-same = This shift is { $name }’s already.
refused-swap-role = { $name } is not a member of the response team and cannot stand a shift.
refused-swap-there = { $name } stands this very post already: { $post }, { $when }.
refused-swap-double =
    { $name } has a shift at the same time: { $post }, { $when }.
    A lead can still give it: type /watch put or /swap give again with a ! after the name.
refused-swap-taken = { $name } took it at { $at }. You need not do anything. Thank you.
refused-swap-over = This request is over. You need not do anything.
refused-swap-decided =
    { $agreed ->
        [yes] This swap has been agreed to already.
       *[no] This swap has been turned down already.
    }
refused-swap-changed = Somebody has just changed this shift. Please look again with /swap.
refused-swap-not-near = None of your shifts runs now or begins within { $within }. Use /swap to ask for a stand-in.
refused-swap-no-shift = You have no shift that begins on { $day }.
refused-swap-which = You have several shifts on { $day }. Please write the number: { $numbers }.
refused-swap-asked = A stand-in for this shift is being looked for already. Send /swap to see it.
refused-swap-only = Whoever has this shift asked only { $name } to stand it.
refused-swap-not-yours = Only whoever has this shift, or a lead, can do this.
refused-swap-usage = Please write a number, such as <code>/swap 12 reason</code>. Send /swap to see the numbers of your shifts.

## Absences
away-kept =
    📅 Noted that you are away (number { $number }): { $when }.
    { $count ->
        [0] In this time the bot neither plans nor asks you for a shift.
        [one] <b>You have one shift in this time.</b> Press it to ask for a stand-in.
       *[other] <b>You have { $count } shifts in this time.</b> Press one to ask for a stand-in.
    }
away-none = 📅 No absences yet. Write <code>/away 28/4-30/4 why</code> to say that you are away.
away-list =
    📅 <b>Absences to come</b>
    { $lines }
    <i>Write /away 28/4-30/4 why to say that you are away, /away off NUMBER to take it back.</i>
away-line = <b>{ $number }</b>. { $name }: { $when }{ $reason }
away-reason = { " " }({ $reason })
away-gone = The absence { $when } has been taken back.
away-clash-notice = 📅 <b>{ $name }</b> is away { $when } and has { $count ->
        [one] one shift
       *[other] { $count } shifts
    } in that time. { $name } has been asked to look for stand-ins.
button-away-off = ✖ Take back { $number }
refused-away-usage = Please write days, such as <code>/away 28/4-30/4 family</code>, <code>/away tomorrow</code>, or <code>/away off 3</code> to take one back.
refused-away-past = These days are over.
refused-away-gone = This absence has been taken back already.
refused-away-not-yours = Only whoever is away, or a lead, can take it back.
