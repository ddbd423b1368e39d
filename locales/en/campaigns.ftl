# Campaigns at the team: begun, confirmed, followed, agency by agency, answered; the plan.

## The list
campaigns-list =
    { $count ->
        [0] 📣 <b>No campaign is being prepared or open.</b>
       *[other]
            📣 <b>Campaigns</b>: { $count }{ register-page }
            { $lines }
    }

    <i>Type /campaign with a code to see one, as in <code>/campaign DY-2026-0007</code>. A new one: <code>/campaign new</code>.</i>
campaigns-line = • { $code } <b>{ $name }</b>: { $state }, { $due }
campaigns-line-open =
    • { $code } <b>{ $name }</b>
    ↳ { $bar } { $done }/{ $asked }{ $overdue ->
        [0] { "" }
       *[other] { "" }, 🔴 overdue { $overdue }
    } · { $due }
campaign-state-draft = draft
campaign-state-proposed = waits for a second person
campaign-state-confirmed = confirmed, opens on its day
campaign-state-open = open
campaign-state-closed = closed
campaign-state-cancelled = called off
campaign-due-draft = due { $day }
campaign-due-proposed = due { $day }
campaign-due-confirmed = due { $day }
campaign-due-closed = was due { $day }
campaign-due-cancelled = was due { $day }

## The board
campaign-board =
    📊 <b>{ $name }</b> · { $code }
    ⏳ { $due }
    { campaign-figures }{ $league }{ $behind }{ $unreached }
campaign-figures =
    { $bar } <b>{ $percent } %</b> · { $done }/{ $asked } handed in
    ✅ accepted { $accepted } · 🟢 to accept { $waits } · 🟡 under way { $started } · 👀 seen { $seen } · ⚪ not seen { $silent }{ $returned ->
        [0] { "" }
       *[other] { "" } · 🟠 again { $returned }
    }{ $late ->
        [0] { "" }
       *[other] { "" } · late { $late }
    }{ $exempt ->
        [0] { "" }
       *[other] { "" } · ⚫ does not apply { $exempt }
    }
campaign-league =
    { "" }

    🏁 <b>League table by { $by ->
        [agency] agency
        [parent] agency above
       *[kind] kind of agency
    }</b>
    { $lines }
campaign-league-line = { $rank }. { $name }: { $done }/{ $asked } · { $percent } %
campaign-behind =
    { "" }

    🔴 <b>Overdue { $count }:</b> { $names }{ $more ->
        [0] { "" }
       *[other] { "" } … and { $more } more
    }
campaign-unreached =
    { "" }
    ⚠ <b>{ $count ->
        [one] One agency has
       *[other] { $count } agencies have
    } nobody who gets messages:</b> { $names }{ $more ->
        [0] { "" }
       *[other] { "" } … and { $more } more
    }

## One campaign’s page
campaign-info =
    📣 <b>{ $name }</b> · { $code } · { $state }
    ⏳ { $due }
    { campaign-figures }{ $league }{ $behind }{ $unreached }{ $asks ->
        [0] { "" }
       *[other] { campaign-info-asks }
    }
campaign-info-asks =
    { "" }

    💬 Waiting for the team’s answer: { $asks }
campaign-preview =
    📣 <b>{ $name }</b> · { $code } · { $state }
    Drafted by: { $author }
    Goes to: { $who }
    ➡️ <b>{ $agencies ->
        [one] one agency
       *[other] { $agencies } agencies
    }, { $assignments ->
        [one] one task
       *[other] { $assignments } tasks
    }</b>{ $silent ->
        [0] { "" }
       *[other] { campaign-preview-silent }
    }
    The agencies’ deadline: end of { $due }. Roll-up: { $rollup }
    Report goes to: { $receiver }. Evidence: { $evidence }
    Document: { $order }{ $basis }{ $body }

    { $questions }

    { $next }
campaign-rollup-off = { $day } (⚠ a day off, nobody works)
campaign-preview-silent =
    { "" }
    { $silent ->
        [one] ⚠ one agency has nobody whom the bot can reach. See /agencies.
       *[other] ⚠ { $silent } agencies have nobody whom the bot can reach. See /agencies.
    }
campaign-who-all = all agencies
campaign-who-all-systems = all systems, one task for each
campaign-who-kinds = agencies of the kind { $kinds }
campaign-who-owners = agencies with a system of level { $levels }
campaign-who-systems = one task for each system of level { $levels }
campaign-who-chosen =
    { $names }{ $more ->
        [0] { "" }
       *[other] { "" } and { $more } more
    }
campaign-questions =
    ✍️ <b>Questions</b>
    { $lines }
campaign-questions-none = ✍️ No questions: agencies only say that it is done.
campaign-question-line =
    { $required ->
        [yes] { $number }. { $name } <i>({ $kind })</i>
       *[no] { $number }. { $name } <i>({ $kind }, may be left out)</i>
    }
question-kind-yes-no = yes/no
question-kind-number = number
question-kind-number-of = share, how many of how many
question-kind-text = text
question-kind-date = date
question-kind-file = file
question-kind-choice = choice
question-only-if = { $kind }, asked only when “{ $name }” is answered yes
question-at-most = { $kind }, no more than “{ $name }”
question-past = { $kind }, not after today
question-kind-of = { $kind }: { $choices }
campaign-next-draft = <i>Look it over, then press “Put forward” or type <code>/campaign propose { $code }</code>. Nobody has been told anything.</i>
campaign-next-proposed = <i>A lead other than its author must press “Confirm and send” or type <code>/campaign confirm { $code }</code>.</i>
campaign-next-confirmed = <i>The bot sends it to all agencies on its day. No agency has been told anything.</i>
campaign-next-cancelled = <i>It was called off before it was sent.</i>

button-campaign-new = ➕ New campaign
button-campaigns = 📣 All campaigns
button-campaigns-plan = 🗓 The next 12 months
button-campaigns-league = 🏁 League table
button-league-xlsx = 📊 Workbook
button-league-other = 🏁 { $key }
button-campaign-propose = 📤 Put forward
button-campaign-change = ✏️ Change
button-campaign-confirm = ✅ Confirm and send
button-campaign-takeback = ↩️ Take back to change
button-campaign-cancel = 🗑 Call off
button-campaign-cancel-yes = 🗑 Yes, call it off
button-campaign-close = 🔒 Close
button-campaign-close-yes = 🔒 Yes, close it
button-campaign-acceptall-yes = ✅ Yes, accept all
button-campaign-copy = 📄 The same next year
button-campaign-table = 📋 By agency
button-campaign-waiting = 🟢 To accept ({ $count })
button-campaign-asks = 💬 To answer ({ $count })
button-campaign-png = 🖼 Picture
button-campaign-xlsx = 📊 Sheet
button-campaign-docx = 📄 Report
button-campaign-name = Name
button-campaign-body = Text
button-campaign-order = Document
button-campaign-who = Audience
button-campaign-due = Agencies’ deadline
button-campaign-rollup = Roll-up
button-campaign-questions = Questions
button-campaign-evidence = Evidence
button-campaign-receiver = Report goes to

toast-campaign-proposed = Put forward. The other leads are asked to confirm it.
toast-campaign-taken-back = Taken back; you can change it again.
toast-campaign-confirmed = Confirmed.
toast-campaign-copied = A new draft was made, see below.
toast-campaign-closed = Closed.
toast-campaign-cancelled = Called off.
toast-campaign-all-accepted =
    { $count ->
        [one] One result accepted.
       *[other] { $count } results accepted.
    }
toast-campaign-board = The board was sent to the group again.
toast-campaign-making = Being made; the file comes right below.
toast-campaign-no-asks = No question and no request is waiting.
campaign-making = ⏳ Being made; the file comes right below.
campaign-close-sure =
    🔒 Close <b>{ $name }</b>? It was due { $due }. Agencies can no longer hand in or correct anything, and are not reminded.
    { $waiting ->
        [0] No result waits to be accepted.
        [one] ⚠ One result waits to be accepted.
       *[other] ⚠ { $waiting } results wait to be accepted.
    }
    Press “Yes, close it” or type <code>/campaign closed { $code }</code>.
campaign-cancel-sure =
    🗑 Call off <b>{ $name }</b>? { $given ->
        [0] No agency has been told anything.
        [one] One task that was given will be taken back. Due { $due }; results that wait to be accepted: { $waiting }.
       *[other] { $given } tasks that were given will be taken back. Due { $due }; results that wait to be accepted: { $waiting }.
    }
    Press “Yes, call it off” or type <code>/campaign gone { $code }</code>.
campaign-acceptall-sure =
    ✅ Accept everything that was handed in for <b>{ $name }</b>? Waiting: { $waiting } of { $given }, due { $due }.
    What was said not to apply still waits for you, one by one.
    Press “Yes, accept all” or type <code>/campaign allaccepted { $code }</code>.

## By agency
campaign-table =
    📋 <b>{ $name }</b> · { $code }
    { $which }: { $count }{ register-page }
    { $lines }

    <i>Type <code>/campaign see { $code }</code> with an agency’s code or name to see one.</i>
campaign-filter-all = All
campaign-filter-wait = To be accepted
campaign-filter-todo = Not handed in
campaign-filter-late = Overdue
campaign-filter-silent = Not looked at
button-filter-all = All ({ $count })
button-filter-wait = 🟢 To accept ({ $count })
button-filter-todo = ⚪ Not handed in ({ $count })
button-filter-late = 🔴 Overdue ({ $count })
button-filter-silent = 🔇 Not seen ({ $count })
campaign-line = { $mark } { $about }: { $state }, { $due } · { $read }{ $reach }
campaign-line-done = { $mark } { $about }: { $state }{ $reach }
campaign-line-unreached = { "" } ⚠ nobody gets it
campaign-read-waiting = not delivered
campaign-read-delivered = delivered
campaign-read-opened = seen
campaign-read-started = begun
given-page =
    { $mark } <b>{ $whom }</b> · task №{ $number }
    { $name } · { $code }
    { $state }, { $due }
    { $contacts }{ $reason }

    { $trail }{ $answers }

    <i>Type: <code>/campaign accept { $number }</code>, <code>/campaign return { $number }</code> with the reason, <code>/campaign files { $number }</code>.</i>
given-reason =
    { "" }
    Reason: { $reason }
given-contacts = Contact persons: { $names }
given-contacts-none = ⚠ No contact person
given-delivered = 📨 Delivered at { $at }
given-opened = 👀 Seen at { $at }
given-started = ▶️ Begun at { $at }
given-done = 🟢 Handed in at { $at }
given-accepted = ✅ Accepted at { $at }
given-nothing = 📨 Delivered to nobody yet
given-answers =
    { "" }

    📄 <b>Result</b> (handed in by { $by })
    { $lines }
button-given-accept = ✅ Accept
button-given-return = ↩️ Return
button-given-files = 📎 Evidence ({ $count })
button-given-next = Next result ▸
toast-given-accepted = Accepted: { $about }.
toast-given-no-files = There are no files.
campaign-task-returned = ↩️ { $name } was returned to { $about } (task №{ $number }). Its contact persons have been told.
form-taskreturn-words =
    ↩️ <b>What must the agency put right?</b>
    Write it so that they can do it at once. Their answers stay as they are.
form-taskreturn-words-name = Reason
form-taskreturn-summary = { $answers }
form-taskreturn-cancelled = Cancelled, nothing was returned.
form-taskreturn-expired = ⌛ The reason was not finished in time; nothing was returned.

## More time and questions
ask-more =
    ⏳ <b>{ $about }</b> asks for more time, until the end of { $day }
    { $code } { $name }, due { $due }
    { $by }: { $words }

    <i>Press a button, or type <code>/campaign grant { $number }</code>, <code>/campaign refuse { $number }</code> with a word to them.</i>
ask-question =
    💬 <b>{ $about }</b> asks about { $code } { $name }
    { $by }: { $words }

    <i>Press “Answer”, or write to the bot in private <code>/campaign answer { $number }</code> with the answer.</i>
ask-answered =
    💬 { $by } has answered { $about } about { $name }
    <blockquote>{ $question }</blockquote>
    { $answer }
ask-granted = ✅ { $about } has more time: { $name } (task №{ $number }).
ask-refused = ✖ { $about } was told: no more time for { $name } (task №{ $number }).
ask-sent = 💬 The answer was sent to { $about } ({ $name }, task №{ $number }).
button-ask-grant = ✅ Agree
button-ask-refuse = ✖ Refuse
button-ask-refuse-why = ✖ With a word
button-ask-answer = 💬 Answer
toast-ask-granted = { $about } has more time.
toast-ask-refused = { $about } was told: no more time.
form-taskanswer-words =
    💬 <b>What do you answer the agency?</b>
    Type the answer. All its contact persons get it.
form-taskanswer-words-name = Answer
form-taskanswer-summary = { $answers }
form-taskanswer-cancelled = Cancelled, nothing was sent to the agency.
form-taskanswer-expired = ⌛ The answer was not finished in time; nothing was sent to the agency.

## A new campaign
form-campaign-name =
    📣 <b>What is the campaign called?</b>
    One short line. For example: <i>“Malware clean-up, first round of 2027”</i>.
form-campaign-name-name = Name
form-campaign-body =
    📝 <b>What must agencies do?</b>
    Write it so that somebody who is not technical can do it.
form-campaign-body-name = Text
form-campaign-order =
    📎 <b>Is there a signed order?</b>
    Send the file here, or type its number. For example: <i>Letter 123/UBND-KGVX of 5/5/2027</i>.
form-campaign-order-name = Document
form-campaign-who =
    👥 <b>Whom does it go to?</b>
    Press a group, or type codes or names of agencies with commas between. For example: <i>DOH, DOE, Ward 5</i>.
form-campaign-who-name = Audience
form-campaign-who-all = All agencies
form-campaign-who-owners = Agencies with a system of level 3 or more
form-campaign-who-systems = One task for each system of level 3 or more
form-campaign-due =
    ⏳ <b>By the end of which day must agencies be done?</b>
    Press a day, or type one. For example: <i>24/6</i>; <i>before 25/6</i> is the end of 24/6 as well.
form-campaign-due-name = Agencies’ deadline
form-campaign-rollup =
    📊 <b>By the end of which day must the roll-up be done?</b>
    Type a day. For example: <i>before 30/6</i>. Skip it if there is none.
form-campaign-rollup-name = Roll-up
form-campaign-questions =
    ✍️ <b>What are agencies asked?</b>
    One question on each line, after a colon how it is answered: <i>yes/no, number, share, text, date, file</i>, or <i>choose a, b, c</i>. For example:
    <code>Machines scanned: share
    Was malware found: yes/no
    &gt; Machines infected: number
    &gt; Machines cleaned / machines infected: number
    Done by: choose ourselves, a contractor
    Minutes: file (optional)</code>
    A &gt; in front: asked only when the yes/no above is answered yes. “A / B”: A is no more than B, a number asked above.
form-campaign-questions-name = Questions
form-campaign-questions-none = Nothing, they only say that it is done
form-campaign-evidence =
    📎 <b>What evidence do agencies send?</b>
    For example: <i>the signed minutes of the scan</i>. Skip it if none is needed.
form-campaign-evidence-name = Evidence
form-campaign-receiver =
    📨 <b>Who receives the report?</b>
    For example: <i>the provincial committee</i>. Skip it if nobody does.
form-campaign-receiver-name = Report goes to
form-campaign-summary =
    <b>A new campaign. Look it over, then send:</b>

    { $answers }

    It becomes a draft first: you see how many agencies will get it, and another lead confirms it. Nobody has been told anything.
form-campaign-cancelled = Cancelled, no campaign was made.
form-campaign-expired = ⌛ The new campaign was not finished in time. Type /campaign new to begin again.
form-campaignchange-field = ✏️ <b>What do you want to change about this draft?</b>
form-campaignchange-field-name = Change
form-campaignchange-name = 📣 <b>What is it called now?</b>
form-campaignchange-name-name = Name
form-campaignchange-body = 📝 <b>What must agencies do?</b>
form-campaignchange-body-name = Text
form-campaignchange-order =
    📎 <b>The order?</b>
    Send the file here, or type its number.
form-campaignchange-order-name = Document
form-campaignchange-who =
    👥 <b>Whom does it go to?</b>
    Press a group, or type codes or names of agencies with commas between.
form-campaignchange-who-name = Audience
form-campaignchange-who-all = All agencies
form-campaignchange-who-owners = Agencies with a system of level 3 or more
form-campaignchange-who-systems = One task for each system of level 3 or more
form-campaignchange-due =
    ⏳ <b>By the end of which day must agencies be done?</b>
    For example: <i>24/6</i>, <i>before 25/6</i>.
form-campaignchange-due-name = Agencies’ deadline
form-campaignchange-rollup =
    📊 <b>By the end of which day must the roll-up be done?</b>
    For example: <i>before 30/6</i>. Skip it if there is none.
form-campaignchange-rollup-name = Roll-up
form-campaignchange-questions =
    ✍️ <b>What are agencies asked?</b>
    One question on each line, after a colon how it is answered: <i>yes/no, number, share, text, date, file</i>, or <i>choose a, b, c</i>.
    A &gt; in front: asked only when the yes/no above is answered yes. “A / B”: A is no more than B, a number asked above.
form-campaignchange-questions-name = Questions
form-campaignchange-questions-none = Nothing, they only say that it is done
form-campaignchange-evidence =
    📎 <b>What evidence do agencies send?</b>
    For example: <i>the signed minutes of the scan</i>. Skip it if none is needed.
form-campaignchange-evidence-name = Evidence
form-campaignchange-receiver =
    📨 <b>Who receives the report?</b>
    For example: <i>the provincial committee</i>. Skip it if nobody does.
form-campaignchange-receiver-name = Report goes to
form-campaignchange-summary = { $answers }
form-campaignchange-cancelled = Cancelled, the draft stays as it was.
form-campaignchange-expired = ⌛ The change was not finished in time. The draft stays as it was.

## The plan
campaigns-plan =
    { $count ->
        [0] 🗓 <b>Nothing is planned for the next 12 months.</b>
       *[other]
            🗓 <b>The next 12 months</b>: { $count }{ register-page }
            { $lines }
    }
campaigns-plan-month =
    { "" }
    <b>{ $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }</b>
campaigns-plan-line = • <b>{ $name }</b>: opens { $opens }, due { $due } · tasks: { $given }{ campaigns-plan-silent }
campaigns-plan-turn =
    • <b>{ $name }</b>: opens { $opens }, due { $due } · tasks: { $given }{ campaigns-plan-silent }
    ↳ <i>Open it now: <code>/campaigns open { $obligation } { $period }</code></i>
campaigns-plan-known = • <b>{ $name }</b> ({ $code }, { $state }): due { $due } · tasks: { $given }{ campaigns-plan-silent }
campaigns-plan-silent =
    { $silent ->
        [0] { "" }
       *[other] { "" }, ⚠ agencies without a contact person: { $silent }
    }
campaign-turn-skipped = Left out: { $name }. The bot will not open this period by itself.
button-plan-png = 🖼 Picture
button-plan-ics = 📆 Calendar file

## Refusals
refused-ask-answered = { $name } has answered already. There is nothing left for you to do.
refused-given-usage =
    Type <code>/campaign see 57</code>, <code>accept 57</code>, <code>return 57</code> with the reason, <code>files 57</code>; <code>/campaign table DY-2026-0007 late</code> (or todo, wait, silent); for requests and questions <code>grant 5</code>, <code>refuse 5</code>, <code>answer 5</code> with the answer.
refused-campaign-name = A name is one line of { $longest } characters at most.
refused-campaign-line = Please make it shorter: { $longest } characters at most.
refused-campaign-order = Please send the order as a file (a PDF, or a picture sent “as a file”), not as a picture. Press “Change” and choose Document.
refused-campaign-due-past = This day is over. Please choose today or a later day.
refused-campaign-rollup-early = The roll-up cannot be due before the agencies’ deadline ({ $day }).
refused-campaign-kind-gone = There is no agency of this kind any more. Please choose again.
refused-campaign-plan-usage = Type <code>/campaigns plan</code>, <code>/campaigns plan png</code> or <code>/campaigns plan ics</code>.
refused-campaign-turn-usage = Type <code>/campaigns open OBLIGATION PERIOD</code> to open it now, <code>/campaigns skip OBLIGATION PERIOD</code> to leave it out. /campaigns plan shows both.
refused-questions-none = Please write at least one question, or press “Nothing”.
refused-questions-many = That is too much: { $most } questions at most, so that agencies can answer.
refused-questions-line = Line { $line } does not say how it is answered: “{ $words }”. After the colon write one of: yes/no, number, share, text, date, file, or choose a, b, c.
refused-questions-if = Line { $line } is asked only after a yes, but no yes/no question stands above it: “{ $words }”.
refused-questions-long = The question on line { $line } is longer than { $longest } characters.

## The league table over many campaigns
league-page =
    { $count ->
        [0] 🏁 <b>League table of the agencies, { $span }</b>: nothing has been due in this period.
       *[other]
            🏁 <b>League table of the agencies, { $span }</b>{ register-page }
            { $campaigns ->
                [one] one campaign
               *[other] { $campaigns } campaigns
            }, { $asked ->
                [one] one task
               *[other] { $asked } tasks
            } due by now, { $percent } % on time
            { $lines }
    }

    <i>Only what is due by now counts; what does not apply counts for nobody. Another period: <code>/campaigns league 2025</code>, <code>q3</code>, <code>first half</code>.</i>
league-line =
    { $rank }. { $name }: { $on_time }/{ $asked } on time · { $percent } %{ $late ->
        [0] { "" }
       *[other] { "" } · late { $late }
    }{ $owed ->
        [0] { "" }
       *[other] { "" } · 🔴 missing { $owed }
    }
league-made = 📊 The league table of the agencies over all campaigns, { $span }.
league-not-made = ⚠ The league table of the agencies, { $span }, could not be made. Type <code>/campaigns league</code> to see it here.
refused-league-span = The league table is of a year, half a year, a quarter or a month. For example <code>/campaigns league 2026</code>, <code>/campaigns league q3</code>.
