# On watch: reminders, check-in, missing, standing in, still there, hand-over, test pages.

## Before and at the start
shift-soon =
    ⏰ <b>Your watch begins in { $wait }: { $post }</b>
    { $period }
    Before you: { $before }. After you: { $after }.{ $commander }
shift-call =
    🔔 <b>Time to check in: { $post }</b>
    { $period }
    Before you: { $before }.{ $commander }
    When you are there press “Check in”, or answer “yes”. Without it, somebody is asked at { $at } to stand in.
shift-begun =
    ✅ <b>You are on watch: { $post }</b>
    { $period }
    After you: { $after }.{ $commander }
    { $count ->
        [0] No incident is open.
       *[other] Open incidents: { $count }. See /incidents
    }
shift-commander =
    { "" }
    Duty commander: { $names }.
shift-post-period = { $post }: { $period }
checkin-done = ✅ Checked in: { $post }, until { $until }.
checkin-done-for = ✅ Noted as present: { $post }, until { $until }.
checkin-still = 💪 Noted: you are still on watch ({ $post }) until { $until }.
button-confirm-soon = ✅ Confirm
button-cannot-soon = I can't
button-confirm-post = ✅ { $post }
button-cannot-post = I can't: { $post }
button-checkin = 🟢 Check in

## Missing and standing in
missing-late =
    🚨 <b>{ $name } has not checked in: { $post }</b> (from { $at }).
    Asked to stand in: { $asked }.
missing-late-you =
    ⏰ <b>You have not checked in: { $post }</b> (from { $at }). The commander has been told.
    Late is fine: press “Check in” whenever you get there. If you cannot come, send <code>/swap now</code> and somebody is asked to stand in.
missing-late-ask =
    🚨 <b>{ $name } has not checked in: { $post }</b> (from { $at }).
    Can you stand in?
missing-silent =
    🚨 <b>{ $name } does not answer “Still there?”</b> ({ $post }, from { $at }).
    Asked to stand in: { $asked }.
missing-silent-you =
    👋 <b>Are you still on watch ({ $post })?</b> You have not answered, and the commander has been told.
    If you are, just press the button below.
missing-silent-ask =
    🚨 <b>{ $name } is on watch ({ $post }) and does not answer</b> (from { $at }).
    Can you stand in?
missing-many =
    🚨 <b>{ $count } people have not come or do not answer</b>
    { $lines }
    Asked to stand in: { $asked }.
missing-many-ask =
    🚨 <b>{ $count } people have not come or do not answer</b>
    { $lines }
    Can you stand in for one of them?
missing-line-late = • { $name } has not checked in: { $post } (from { $at })
missing-line-silent = • { $name } is on watch ({ $post }) and does not answer
missing-asked-nobody = there is nobody to ask; phone them, or somebody must stand in now
missing-unable = ⚠️ { $name } cannot stand in for { $former } ({ $post }).
missing-known = Noted: you know who is missing: { $name }. Nobody is reminded again.
standin-done = ✅ You stand in: { $post }, until { $until }. Thank you.
standin-declined = Noted: you cannot stand in for { $name }. The commander has been told.
stood-in-for-you = ↔️ { $name } stands in for you ({ $post }, until { $until }). When you are there, send /checkin to take your shift back.
standin-over =
    ↔️ <b>{ $name }</b> is there and has taken their own shift back from <b>{ $former }</b>: { $post }, { $when }.{ $twice }
    The roster now:
    { $roster }
came-back-to-you = ↔️ { $name } is there and has taken { $post } back at { $at }. Thank you for standing in.
solved-came = ✅ { $name } has checked in: { $post }, at { $at }.
solved-here = ✅ { $name } is still on watch: { $post } (answered at { $at }).
solved-stood-in = ✅ { $name } stands in for { $former } ({ $post }) from { $at } on.
solved-back = ✅ { $name } is there and has taken { $post } back from { $former } at { $at }.
button-stand-in = ✋ I stand in
button-stand-in-for = ✋ Stand in for { $name }
button-no-stand-in = I can't
button-known = 👁 I know
button-known-all = 👁 I know of all
unwatched =
    ⚠️ <b>{ $count ->
        [one] One shift has
       *[other] { $count } shifts have
    } no check-in, and the bot could call nobody</b>: it was away { $away }.
    “{ $watch }”:
    { $lines }
    The bot does not know whether anybody was there. Please find out; if so, write it into the log with /log.
unwatched-since = from { $since } to { $until }
unwatched-until = until { $until }
unwatched-line = • { $name }, { $post }: { $period }
unwatched-more = • and { $count } more

## Still there
still-there =
    👋 <b>Are you still on watch ({ $post })?</b>
    Press the button below or answer “still” before <b>{ $until }</b>. After that somebody is asked to stand in and the commander is told.
button-here = 💪 Still there

## Hand-over
handover-card =
    🔄 <b>Hand-over: { $post }</b>
    { $period }
    From { $name } to { $next }.
    { $lines }
    { $doing }
handover-no-incidents = No incident is open.
handover-incidents = <b>Open incidents</b>
handover-incident = • { $severity } <code>{ $code }</code> { $kind } · { $place } · { $status } · nobody has it
handover-incident-owned = • { $severity } <code>{ $code }</code> { $kind } · { $place } · { $status } · { $owner }
handover-kept-back = 🔒 <code>{ $code }</code> stays with { $owner }: { $names } cannot read it yet. To bring them in: <code>/page { $name } { $code } hand-over</code>. To give it away: ask a team lead.
handover-coming = <b>Due next</b>
handover-coming-ladder = • { $at }: the next person is paged for { $code }
handover-coming-still = • { $at }: the owner of { $code } is asked again
handover-coming-silence = • { $at }: paging for { $code } starts again if its owner stays silent
handover-coming-queue = • { $at }: a reminder of { $code }, which waits
handover-coming-wrap-up = • { $at }: { $code } closes unless its reporter objects
handover-notes = <b>Noted in this shift</b>
handover-note = • { $at }, { $name }: { $words }
handover-unchecked = <b>Not checked in this shift</b>
handover-check = • { $name }
handover-word = <b>A word before it</b>
handover-to-sign = Anything to say? Reply to this message. Then press “Sign”. <b>You are paged until your relief checks in, or both have signed.</b>
handover-to-sign-relieved = Your relief has checked in. Anything to say? Reply to this message. Then press “Sign”.
handover-to-sign-last = Nobody takes over this post. Anything to say? Reply to this message, then press “Sign”; the leads get it.
handover-to-confirm = Signed at { $at }. Whoever takes over reads it and presses “Received”.
handover-unsigned-yet = { $name } has not signed yet. Once signed, you get it again to confirm.
handover-done = The hand-over is done.
handover-noted = 📝 Added to the hand-over. When you are done, press “Sign”.
handover-signed = ✍️ Signed. Waiting for who takes over.
handover-signed-last = ✍️ Signed. The leads have it.
handover-received = ✅ Hand-over received.
handover-confirmed = ✅ { $name } has received the hand-over of { $post } at { $at }.
handover-waits =
    { $count ->
        [1] ⏳ <b>The hand-over of { $post } is not done</b>: { $waits }
       *[other] ⏳ <b>The hand-over of { $post } is not done</b> (reminder { $count }): { $waits }
    }
handover-waits-signature = waiting for { $name } to sign.
handover-waits-arrival = { $name } has signed, but nobody has come to take over.
handover-waits-confirmation = waiting for { $name } to confirm.
handover-never = ⚠️ <b>The hand-over of { $post } is still not done</b>: { $waits } Nobody is reminded again. Please see to it, or sign for them.
relieved-by = ✅ { $name } has relieved you: { $post } (your shift ended at { $at }). You are no longer paged for it. Thank you.
relieved-over = ✅ Your shift ended at { $at }: { $post }. You are no longer paged for it. Thank you.
button-sign = ✍️ Sign
button-received = 📥 Received
button-sign-for = ✍️ Sign for { $name }
button-received-for = 📥 Confirm for { $name }

## Test pages
test-page =
    📟 <b>This is a TEST page; there is no incident.</b>
    It shows whether a page reaches you during “{ $watch }”.
    Press “Received” or answer “1” before <b>{ $until }</b>.
test-page-own =
    📟 <b>This is the TEST page you asked for; there is no incident.</b>
    Did your phone ring? Press “Received” before <b>{ $until }</b> to see how long it took.
test-page-answered = 📟 The test page arrived: you answered after { $after }.
test-page-late = 📟 { $name } has answered the test page of “{ $watch }”, late, at { $at }.
test-pages-sent = 📟 Test pages sent to { $count ->
        [one] { $count } person
       *[other] { $count } people
    } of “{ $watch }”. You get a table of the answers in { $within }.{ $before }
test-pages-before = { " " }Not to { $count ->
        [one] one person who was sent one
       *[other] { $count } people who were sent one
    } at { $at }.
test-pages-lost =
    ⚠️ <b>{ $count ->
        [one] One person of “{ $watch }” cannot
       *[other] { $count } people of “{ $watch }” cannot
    } be paged</b>: { $names }.
    They have never opened the bot, have blocked it, or may not watch. Reach them directly or swap their shifts: /swap
test-pages-fine =
    📟 <b>Test pages of “{ $watch }”: { $count ->
        [one] the only one asked has answered
       *[other] all { $count } have answered
    }.</b>
    { $lines }
test-pages-silent =
    ⚠️ <b>Test pages of “{ $watch }”: answers: { $answered } of { $count }.</b>
    { $lines }
test-line-answered = ✅ { $name } · { $channel } · { $at } (after { $after })
test-line-silent = ❌ { $name } · { $channel } · no answer
test-line-lost = ⛔ { $name } · { $channel } · cannot be reached
channel-telegram = Telegram
button-test-page = 📟 Received
unreached = ⚠️ <b>{ $name } cannot be reached by Telegram</b> ({ $reason }). Not delivered: { $call }. Please reach them directly.
unreached-checkin = the call to check in
unreached-still = the question “Still there?”
unreached-test = the test page
unreached-missing = a call about somebody missing

## Refused
no-call-waits = No call waits for your answer now. If you answer an older message, press its button or type the command it names. Your shifts: /shifts. Report something: /report.
refused-checked-in = Somebody has checked in to this shift at { $at }.
refused-checkin-early = It is too early. You can check in from { $at }.
refused-checkin-usage = Send /checkin for your own shift. Standing in: <code>/checkin for NAME</code>; if you cannot: <code>/checkin no NAME</code>.
refused-shift-over = This shift ended at { $at }.
refused-shift-gone = This shift is no longer on the roster, or has changed. See /oncall
refused-shift-of = This is { $name }’s shift.
refused-no-shift = You have no shift to come.
refused-not-on-watch = “{ $name }” has no shift now.
refused-somebody-there = { $name } is there: { $post }. Nothing is to be done.
refused-not-asked = Only who was asked to stand in for { $name }, the duty commander or a lead can do this.
refused-only-chiefs = Only the duty commander or a lead can do this.
refused-stand-in-self = This is your own shift. Press “Check in”.
refused-who-is-missing =
    { $count ->
        [0] Nobody is missing now.
        [one] One person is missing. Say whom, e.g. <code>/checkin for Minh</code>.
       *[other] { $count } people are missing. Say whom, e.g. <code>/checkin for Minh</code>.
    }
refused-no-handover = There is no hand-over for you now.
refused-handover-early = A hand-over can be signed from { $at }. You can leave a word before that.
refused-handover-signed = This hand-over was signed at { $at }.
refused-handover-unsigned = { $name } has not signed yet.
refused-handover-changed = This hand-over has just changed. Please open it again with /handover.
refused-handover-confirmed = This hand-over was confirmed at { $at }.
refused-no-test-page = This test page is not yours.
refused-test-page-done = You have answered this test page already.
refused-test-pages-again = { $count ->
        [one] One person was sent
       *[other] { $count } people were sent
    } one { $ago } ago. Nobody is sent another while there is time to answer, until { $until }; you get the table then.
refused-test-page-again = You were sent one { $ago } ago. Press “Received” below it; you can have another after { $until }.
refused-testpage-usage = Send /testpage to test yourself, <code>/testpage all</code> to test the whole watch.
refused-no-watch = No watch is running or coming.
