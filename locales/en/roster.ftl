# The roster: as a picture for the wall, a sheet, a list for signature, a calendar; who is on duty when.

## Days and times on paper
paper-date = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }
paper-date-year = { paper-date }/{ $year }

## On every paper of the roster
roster-title = ROSTER
roster-team = Incident response team
roster-period = { $start } to { $end } · { $zone }
roster-made = As of { $date }, { $clock }
roster-draft = DRAFT
roster-page = Page { $page } of { $pages }
roster-day = Day
roster-shift = Shift
roster-empty = EMPTY
roster-empty-count = Places still empty: { $count }
roster-nothing = No shifts yet
roster-legend-confirmed = confirmed
roster-legend-declined = cannot come, somebody is looked for
roster-legend-unconfirmed = no mark: not confirmed yet
roster-legend-empty = nobody yet
roster-legend-holiday = public holiday
roster-legend-weekend = weekend
roster-legend-overnight = ends the next day
roster-sheet = Roster

## The duty list for signature
paper-long-date = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
paper-long-date-padded = { NUMBER($day, minimumIntegerDigits: 2) }/{ NUMBER($month, minimumIntegerDigits: 2) }/{ $year }
paper-long-moment = { NUMBER($hour, minimumIntegerDigits: 2) }:{ NUMBER($minute, minimumIntegerDigits: 2) } on { $date }
paper-nation = SOCIALIST REPUBLIC OF VIET NAM
paper-motto = Independence - Freedom - Happiness
paper-number = No.: ………/…………
paper-place-date = { $place }, …… / …… / { $year }
paper-copies = Copies to:
paper-sign-here = (Digital signature, or signature and stamp)
duty-list-title = DUTY LIST
duty-list-of = { $name }
duty-list-usual = The team’s regular roster
duty-list-period = Period: from { $start } to { $end }, { $zone }.
duty-list-holidays = Public holidays in this period: { $days }.
duty-list-holiday = { $date } ({ $name })
duty-list-day = Day
duty-list-shift = Shift
duty-list-unassigned = (not assigned)
duty-list-next-day = until the next day
duty-list-people = People on duty
duty-list-no = No.
duty-list-name = Name
duty-list-agency = Agency
duty-list-phone = Telephone
duty-list-shifts = Shifts
duty-list-hours = Hours

## What comes with a paper
roster-usual = Roster
roster-made-anew =
    🗓 <b>{ $title }</b>: the roster as it is now, in place of the picture pinned before.
    { $start } to { $end }
roster-made-for =
    🗓 <b>{ $title }</b>
    { $start } to { $end }
roster-list-made =
    🗓 <b>{ $title }</b>
    { $start } to { $end }
    This is a draft for signature: number, day and signature are blank.
roster-not-made = ⚠️ The roster “{ $title }” ({ $start } to { $end }) could not be made. Try again later; if it still fails, tell your administrator.

## The roster as text
roster-none = There are no shifts in this time.
roster-line-day = <b>{ $day }</b>
roster-line-holiday = 🎌 <b>{ $day }</b> · { $name }
roster-line-workday = <b>{ $day }</b> · { $name }
roster-line = { $hours } · { $posts }
roster-line-post = { $post }: { $names }
roster-line-confirmed = { $name } ✓
roster-line-open = { $name }
roster-line-declined = { $name } (cannot come)
roster-line-empty = <b>⚠️ EMPTY</b>
roster-line-part = { $who } ({ $hours })

## The calendar in everybody's pocket
calendar-name = Shifts of { $name }
calendar-usual = Regular roster.
calendar-confirmed = You have confirmed this shift.
calendar-unconfirmed = You have not confirmed this shift yet.
calendar-declined = You have said you cannot come. The shift is yours until somebody else has it.
shifts-file-not-made = ⚠️ Your calendar file could not be made. Try again later; if it still fails, tell your administrator.
shifts-file = 📅 Your shifts. Open this file on your phone to add them to your calendar. When the roster changes, send /shifts ics again.

## /roster
roster =
    🗓 <b>{ $title }</b>
    { $start } to { $end }
    { $lines }
roster-draft-of = { $name } (draft)
roster-ordered = 🖨 On its way. It takes a few seconds.
button-roster-png = 🖼 Picture
button-roster-xlsx = 📊 Excel
button-roster-docx = 📝 Word for signature
refused-roster-usage =
    Write a day, days or a watch, such as <code>/roster 2/9</code>, <code>/roster 30/8-3/9</code>, <code>/roster #3</code>.
    Add <code>png</code>, <code>xlsx</code> or <code>docx</code> to get a file.
refused-roster-days = The last day cannot come before the first, and there are at most { $most } days.

## /oncall
oncall =
    <b>On duty</b> at { $at }
    { $lines }
oncall-day =
    <b>On duty on { $day }</b>
    { $lines }
oncall-watch = Watch: { $name }
oncall-now = ▶ { $post }: <b>{ $name }</b>, { $start } to { $end }
oncall-held = ▶ { $post }: <b>{ $name }</b>, not relieved yet (shift over at { $end })
oncall-empty = ⚠️ { $post }: <b>EMPTY</b>, { $start } to { $end }
oncall-declined = { $line } · ❌ cannot come
oncall-phone = { $line } · ☎ { $phone }
oncall-unreachable = { $line } · { $why }
oncall-nobody-now = ⚠️ Nobody is on duty at that time. Incidents call the team leads at once.
oncall-then = <b>Next</b>
oncall-next = { $post }: { $name }, { $start } to { $end }
oncall-next-empty = ⚠️ { $post }: <b>EMPTY</b>, { $start } to { $end }
oncall-nobody-soon = ⚠️ Nobody is on the roster now or in the next two days. Incidents call the team leads at once.
oncall-nobody = ⚠️ Nobody is on the roster that day or in the two days after it. Incidents call the team leads at once.
refused-oncall-usage = Write a day and a time, such as <code>/oncall 2/9 14:00</code>, <code>/oncall tomorrow 8:00</code> or <code>/oncall 2/9</code>.

## /shifts
shifts =
    <b>Your shifts: { $count }</b>
    { $lines }
shifts-none = You have no shifts ahead.
shifts-watch = <b>{ $name }</b>
shifts-usual = <b>Regular roster</b>
shifts-line-usual = • { $shift }, { $post }
shifts-line-open = ⏳ { $shift }, { $post } (shift { $number }): not confirmed yet
shifts-line-confirmed = ✅ { $shift }, { $post } (shift { $number })
shifts-line-declined = ❌ { $shift }, { $post } (shift { $number }): somebody else is looked for
shifts-line-here = 🟢 { $shift }, { $post } (shift { $number }): checked in
button-shifts-file = 📅 Add to my calendar
shifts-address =
    📅 Add this address to your calendar app (“subscribe to calendar”, “add calendar by URL”). It follows every change of your shifts.
    <code>{ $link }</code>
    The address is yours alone: whoever has it sees your shifts. If it got out, send /shifts ics new for another one.
shifts-address-new =
    📅 Your new address. The old one no longer works.
    <code>{ $link }</code>
shifts-path =
    📅 Your calendar is at <code>{ $path }</code> on { $address }.
    TRUCBAN_PUBLIC_URL is not set, so members get a file and no address to subscribe to.
refused-shifts-usage = Send /shifts to see your shifts, <code>/shifts ics</code> to add them to your calendar, <code>/shifts ics new</code> for another address.
