# A watch: planned, filled, published, called off; watchers confirm their shifts.

## The list, and one watch's page
watch-list =
    { $count ->
        [0] 🗓 <b>No watch is being planned or coming up.</b>
       *[other]
            🗓 <b>Watches</b>
            { $lines }
    }

    Press “Plan a new watch”, or type <code>/watch new</code>.
watch-list-line = • №{ $number } <b>{ $name }</b> ({ $state }): { $period }
watch-state-draft = draft
watch-state-coming = published
watch-state-running = on watch now
watch-state-ended = over
watch-state-cancelled = called off
watch-page =
    🗓 <b>{ $name }</b> · №{ $number } · { $state }
    { $period }{ watch-page-year }
    Shifts of a day: { $hours }
    Posts in every shift: { $seats }
    { $deep ->
        [yes] Always two who can act: yes
       *[no] Always two who can act: no
    }. { $still ->
        [yes] Asked “still there?”: yes
       *[no] Asked “still there?”: no
    }

    { $empty ->
        [0] ✅ All { $filled } of { $total } places are filled
       *[other] ⬜ { $filled } of { $total } places are filled, <b>{ $empty } still empty</b>
    }{ $answers }{ $problems }
watch-page-gone =
    🗓 <b>{ $name }</b> · №{ $number } · { $state }
    { $period }{ watch-page-year }
watch-page-year =
    { $year ->
        [none] { "" }
       *[other] { "" }, in { $year }
    }
watch-page-answers =
    { "" }
    Answers: ✅ { $confirmed } · ⏳ none yet { $open } · ❌ can’t { $declined }
watch-problems =
    { "" }

    ⚠️ <b>Please look at this</b>
    { $lines }
watch-problems-more =
    { $count ->
        [one] … and { $count } thing more
       *[other] … and { $count } things more
    }
watch-shift = { $day } { $hours }
watch-shift-long = { $day } { $start } – { $last } { $end }

button-watch-new = ➕ Plan a new watch
button-watch-page = 🗓 The watch’s page
button-watch-propose = ⚖️ Propose fairly
button-watch-last = ↻ As last time
button-watch-hand = ✍️ By hand
button-watch-file = 📎 From a file
button-watch-table = 📋 Show the roster
button-watch-publish = 📣 Publish
button-watch-cancel = 🗑 Call it off
button-watch-sure = 📣 Publish all the same
button-watch-gone = 🗑 Yes, call it off

toast-watch-thinking = Working it out; the proposal follows below.
toast-watch-filled = { $count ->
        [one] One place is
       *[other] { $count } places are
    } filled as last time.
toast-watch-published = Published. All watchers are being sent their shifts.
toast-watch-cancelled = The watch was called off.

## The roster in words
watch-table =
    📋 <b>{ $name }</b>
    { $lines }
watch-table-nobody = <i>empty</i>

## A new watch
form-watch-name =
    🗓 <b>What is the watch called?</b>
    Press one of the holidays ahead, or type a name. Example: <i>“Party congress”</i>.
form-watch-name-name = Watch
form-watch-first =
    🗓 <b>From which day?</b>
    Type the day. Example: <i>30/4</i>, <i>30/4/2027</i>.
form-watch-first-name = First day
form-watch-last =
    🗓 <b>Up to which day, that one included?</b>
    Type the last day of the watch; its night shift reaches into the next morning. Example: <i>3/5</i>.
form-watch-last-name = Last day
form-watch-hours =
    ⏱ <b>How is a day divided into shifts?</b>
    Press a pattern, or type the times. Example: <i>07:30-19:30, 19:30-07:30</i>. A shift that ends earlier than it begins crosses midnight.
form-watch-hours-name = Shifts of a day
form-watch-seats =
    👥 <b>Which posts does every shift need?</b>
    Press a set, or type posts and people. Example: <i>duty officer 2, duty commander, backup</i>. An unknown name becomes a post of this watch alone.
form-watch-seats-name = Posts in every shift
form-watch-deep =
    👥 <b>Must there be two who can act at every moment?</b>
    If so, you are told beforehand whenever there would be only one.
form-watch-deep-name = Always two
form-watch-deep-yes = Yes, always two
form-watch-deep-no = No, one is enough
form-watch-still =
    💬 <b>Are watchers asked “still there?” every few hours?</b>
    When nobody answers, the backup is called.
form-watch-still-name = Asked “still there?”
form-watch-still-yes = Ask them
form-watch-still-no = Do not ask
form-watch-summary =
    <b>A new watch. Look it over, then send:</b>

    { $answers }

    After that there is a draft for you to fill. Nobody is told anything yet.
form-watch-cancelled = Cancelled; no watch was planned. Type /watch to begin again.
form-watch-expired = ⌛ The watch you had not finished planning has expired and was erased. Type /watch new to plan it again.

## The plan of a draft, changed
button-watch-edit = 🛠 Change the plan
form-watchedit-name =
    🗓 <b>What is the watch called?</b>
    Press the name it has to keep it, or type another.
form-watchedit-name-name = Watch
form-watchedit-first =
    🗓 <b>From which day?</b>
    Press the day it has to keep it, or type another. Example: <i>30/4</i>.
form-watchedit-first-name = First day
form-watchedit-last =
    🗓 <b>Up to which day, that one included?</b>
    Press the day it has to keep it, or type the last day. Example: <i>3/5</i>.
form-watchedit-last-name = Last day
form-watchedit-hours =
    ⏱ <b>How is a day divided into shifts?</b>
    Press a pattern, or type the times. Example: <i>07:30-19:30, 19:30-07:30</i>.
form-watchedit-hours-name = Shifts of a day
form-watchedit-seats =
    👥 <b>Which posts does each shift need?</b>
    Press a list, or type posts and numbers. Example: <i>duty officer 2, commander, backup</i>.
form-watchedit-seats-name = Posts of a shift
form-watchedit-deep =
    👥 <b>Must there be two people who can act at every moment?</b>
    If so, you are told beforehand whenever there is only one.
form-watchedit-deep-name = Always two
form-watchedit-still =
    💬 <b>Ask “still there?” every few hours during shifts?</b>
    Without an answer the backup is called.
form-watchedit-still-name = “Still there?”
form-watchedit-summary =
    🛠 <b>The plan of this draft. Press Change for what is to be different, then Send:</b>

    { $answers }

    Shifts that fit the new plan stay as they are; those that have no place any more are named.
form-watchedit-cancelled = Cancelled. The plan stays as it was.
form-watchedit-expired = ⌛ The change of the plan was left unfinished and is closed. The plan stays as it was.
watch-edited =
    { $count ->
        [0] 🛠 The plan of <b>{ $name }</b> is changed. No shift was taken off.
       *[other]
            🛠 The plan of <b>{ $name }</b> is changed. Shifts without a place in it any more: { $count }
            { $lines }{ $more }
    }
watch-edited-line = • { $shift }, { $post }: { $name }
watch-edited-more =
    { "" }
    … and { $count } more

## A roster from a file
form-rosterfile-file =
    📎 <b>Send the roster’s file here.</b>
    CSV or XLSX with the columns <code>start, end, post, telegram_id</code> (a full name instead of the number will do), or a calendar (.ics) with titles such as <i>“Duty officer: Lê Minh”</i>.
    Times that are no shift’s are fitted to the nearest shifts, and said to be. A file with a line that cannot be placed is not taken; the line is named. It takes the place of what the draft holds now.
form-rosterfile-file-name = Roster’s file
form-rosterfile-summary = { $answers }
form-rosterfile-reading = ⏳ Reading the file. The result follows below.
form-rosterfile-cancelled = Cancelled; the draft stays as it is.
form-rosterfile-expired = ⌛ No file came, so this was closed. The draft stays as it is.
roster-file-taken =
    { $count ->
        [one] ✅ { $count } place was filled from the file.
       *[other] ✅ { $count } places were filled from the file.
    }{ $fitted }
roster-file-not-calendar = This is no iCalendar file (.ics), or it is damaged.
roster-file-unread = The file could not be fetched from Telegram. The draft stays as it is; please send it again.
roster-fitted =
    { "" }
    The times of these lines are no shift’s; this is what was made of them:
    { $lines }
roster-fitted-divided = • Line { $line }: { $written } → divided into { $count ->
        [one] { $count } shift
       *[other] { $count } shifts
    }: { $shifts }
roster-fitted-whole =
    { $count ->
        [1] • Line { $line }: { $written } → the whole shift { $shifts }
       *[other] • Line { $line }: { $written } → { $count } whole shifts: { $shifts }
    }
roster-fitted-more = … and { $count ->
        [one] one line more
       *[other] { $count } lines more
    }
roster-row-no-shift = the watch has no shift of this post at that time
roster-row-no-post = there is no post “{ $value }”; this watch has: { $posts }
roster-row-full = this post needs only { $people } in this shift
roster-row-twice = this person is at this post in this shift already
roster-row-busy = this person is at another post at the same time
roster-row-nobody = nobody in the team has the name or number “{ $value }”
roster-row-several = “{ $value }” fits several people: { $names }; write the full name or the Telegram number
roster-row-repeats = a repeating event cannot be taken; write every shift as an event of its own

## By hand
watch-hand-days =
    ✍️ <b>{ $name }</b>: choose a day.
    Or type, for example <code>/watch put 30/4 07:30 duty officer Minh</code>; to empty it again: <code>/watch clear 30/4 07:30 duty officer</code>.
watch-hand-day = ✍️ <b>{ $name }</b>, { $day }: choose the place to fill.
watch-hand-slot =
    ✍️ <b>{ $name }</b>
    { $shift }, { $post }: { $who }
    { $empty ->
        [0] Every place is filled. Choose somebody else:
       *[other] Empty places: { $empty }. Choose a person (with their hours in this watch so far):
    }
watch-put =
    ✍️ <b>{ $name }</b>
    { $shift }, { $post }: { $who }{ $before }
    { $empty ->
        [0] ✅ Every place is filled.
       *[other] Empty places: { $empty }.
    }{ $twice ->
        [yes] { watch-put-twice }
       *[no] { "" }
    }
watch-put-before = { " " }(before: { $name })
watch-put-twice =
    { "" }
    ⚠️ They already stand another post at the same time. If that is not meant, put somebody else.
button-watch-day = { $day } · { $filled }/{ $total }
button-watch-days = ◂ All days
button-watch-that-day = ◂ This day
button-watch-slot = { $hours } { $post }: { $who }
button-watch-person = { $name } · { $hours } h
button-watch-busy = ⛔ { $name } · elsewhere then
button-watch-away = 🚫 { $name } · away
button-watch-clear = ⬜ Leave it empty
toast-watch-put = Done.
toast-watch-cleared = Left empty.

## Published, called off
watch-publish-sure =
    📣 <b>{ $name }</b>: { $count ->
        [0] every place is filled. Publish all the same?
       *[other] <b>empty places: { $count }</b>. Publish all the same?
    }
    { $lines }{ $more }{ $lost }

    Press “Publish all the same”, or type <code>/watch sure { $number }</code>. Places can still be filled and changed afterwards.
watch-lost =
    { "" }
    ⛔ The bot cannot call <b>{ $names }</b> (never opened it, or blocked it).
watch-empty-line = • { $shift }, { $post }
watch-empty-more =
    { "" }
    … and { $count } more
watch-cancel-sure =
    { $published ->
        [yes]
            🗑 Call off <b>{ $name }</b>? Every shift that has not begun is dropped, every reminder stops, all watchers are told at once.
       *[no] 🗑 Drop the draft <b>{ $name }</b>? Nobody was told of it.
    }
    Press “Yes, call it off”, or type <code>/watch gone { $number }</code>.
watch-cancelled = 🗑 <b>{ $name }</b> was called off.
watch-called-off = 🗑 { $by } has called off the watch <b>{ $name }</b>. { $applies }
watch-called-off-team = 🗑 { $by } has called off the watch <b>{ $name }</b>. { $applies }{ $unpinned }
watch-called-off-yours = 🗑 { $by } has called off the watch <b>{ $name }</b>. Your shifts in it are gone. { $applies }
watch-unpinned = { " " }Its picture is no longer pinned.
watch-applies-normal =
    { $begun ->
        [yes] From now on the normal roster holds.
       *[no] On those days the normal roster holds.
    }
watch-applies-other =
    { $begun ->
        [yes] From now on the roster of <b>{ $names }</b> holds, and the normal one for posts it does not have.
       *[no] On those days the roster of <b>{ $names }</b> holds, and otherwise the normal one.
    }

## Watchers confirm
your-watch =
    🗓 <b>Your shifts: { $name }</b>
    { $lines }

    { $open ->
        [0] You have answered for all of them, thank you. If anything changes, press that shift, or type <code>/confirm no</code> with its number.
       *[other] If you will be there, press to confirm, or type <code>/confirm</code> for all of them. If you can’t, press ❌ at that shift, or type <code>/confirm no</code> with its number.
    }
your-shift-open = ⏳ { $shift }, { $post } (shift { $number })
your-shift-confirmed = ✅ { $shift }, { $post } (shift { $number })
your-shift-declined = ❌ { $shift }, { $post } (shift { $number }): somebody else is looked for
button-confirm-all = ✅ I will be at all of them
button-confirm-shift = ✅ Confirm
button-cannot-shift = ❌ I can’t
button-confirm-number = ✅ Shift { $number }
button-cannot-number = ❌ Shift { $number }
toast-confirmed = Confirmed: { $shift }, { $post }. Thank you.
toast-confirmed-all =
    { $count ->
        [one] { $count } shift confirmed. Thank you.
       *[other] { $count } shifts confirmed. Thank you.
    }
toast-cannot = Noted. Somebody else is looked for; the shift stays yours until one has taken it.
shift-declined = ❌ <b>{ $name }</b> can’t be there: { $shift }, { $post }. Others are being asked; it stays with { $name } until one has taken it.
shift-taken-back = ✅ <b>{ $name }</b> will be there after all: { $shift }, { $post }. Nobody else is needed any more.
watch-unconfirmed =
    ⏳ <b>{ $name }</b>: not confirmed yet: { $count ->
        [one] one shift, of
       *[other] { $count } shifts of { $people ->
            [one] one person:
           *[other] { $people } people:
        }
    } { $names }.
    It begins at { $start }. Please call them, or put somebody else there.

## Refused
refused-no-such-watch = There is no such watch. Type /watch to see the list.
refused-watch-which = Several watches fit. Please add the number, for example <code>/watch 3</code> or <code>/watch put 3 30/4 07:30 …</code>. Type /watch to see the numbers.
refused-watch-name = A watch’s name is one line of at most { $longest } characters.
refused-watch-day = “{ $written }” is no day. Please write it like 30/4 or 30/4/2027.
refused-watch-past = That day is over. Please choose one from today on.
refused-watch-backwards = The last day cannot come before the first.
refused-watch-long = A watch has at most { $days } days. Please make several of it.
refused-watch-hours = “{ $written }” are no times of a shift. Please write them like <code>07:30-19:30, 19:30-07:30</code>.
refused-watch-overlap = The shifts overlap. One begins when the one before it ends.
refused-watch-seats = I do not understand “{ $written }”. Please write it like “duty officer 2, duty commander, backup”; every post has 1 to { $most } people.
refused-watch-post = “{ $written }” cannot be a post’s name: it needs letters, and at most { $longest } characters.
refused-watch-not-draft = “{ $name }” is no draft any more, so this cannot be done now. Type /watch to see it.
refused-watch-published = “{ $name }” is published: a shift can be given to somebody else, but not left empty. Please choose who takes it.
refused-watch-over = “{ $name }” is over or was called off.
refused-watch-empty = Nobody stands in it yet, so it cannot be published.
refused-watch-conflict = The published watch “{ $name }” has the same time and posts: { $posts }. Please change the days, or call that watch off first.
refused-watch-elsewhere = They stand in another watch at the same time: { $names }. Please put others into those shifts.
refused-watch-unable = Not active members of the team, so they cannot be on watch: { $names }.
refused-watch-twice = This person is at this post in this shift already.
refused-watch-no-last = There is no earlier watch to take as a model.
refused-watch-last-strange = Nobody of “{ $name }” fits the posts of this watch any more.
refused-watch-put-usage = Usage: <code>/watch put 30/4 07:30 duty officer Minh</code>. With several watches add the number: <code>/watch put 3 30/4 07:30 duty officer Minh</code>.
refused-watch-no-shift = No watch has a shift that begins at { $clock } on { $day }.
refused-watch-no-post = This shift has no post called “{ $words }”.
refused-watch-full = This post is full. Please empty one place first: <code>/watch clear</code>.
refused-watch-nobody-there = This place is empty, or it is not that person’s.
refused-watch-who = Several people are at this post. Please add the name.
refused-not-your-shift = This shift is { $name }’s.
refused-shift-past = That shift is over.
refused-shift-confirmed = You have confirmed this shift already.
refused-shift-declined = You have said already that you can’t. Somebody else is looked for.
refused-all-confirmed = None of your shifts waits for an answer.
refused-confirm-usage = Usage: <code>/confirm</code> for all your shifts, <code>/confirm 57</code> for one, <code>/confirm no 57</code> if you can’t be at that one.
refused-no-shifts = You have no shifts ahead in any published watch.
refused-roster-file = Please send a .csv, .xlsx or .ics file. To stop, press Cancel.
