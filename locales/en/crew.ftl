# The people who work on one incident together: brought in, roll call, roles.

## Answers
button-coming = 🏃 On my way
button-remote = 💻 Remote
button-cannot = ✋ Cannot
presence-here = present
presence-coming = on the way
presence-remote = remote
presence-cannot = cannot
present-said = ☑ You have answered: <b>{ $answer }</b>. Press another button if that changes.
present-kept = ☑ <b>{ $code }</b>: your answer is noted: { $answer }.
toast-present = { $code }: noted: { $answer }.
timeline-presence = { $name } answered: { $presence }
why-answer-presence = answered { $at }

## Bringing somebody in
bring-in = 📣 <b>{ $by } asks you to help.</b> Why: { $reason }
bring-in-plain = 📣 <b>{ $by } asks you to help.</b>
bring-called = 📣 <b>{ $code }</b>: { $name } has been called. You will hear the answer at once.
bring-on-duty = <b>{ $code }</b>: { $name } is not on duty. <b>{ $watcher }</b> is on duty now: page them instead?
bring-unreachable = <b>{ $code }</b>: Telegram does not reach { $name }. <b>{ $watcher }</b> is on duty now: page them instead?
bring-all-sure = <b>{ $code }</b>: call the whole team, { $count ->
        [one] { $count } person
       *[other] { $count } people
    }?
bring-all-sure-confidential = 🔒 <b>{ $code }</b> is confidential: call the whole team, { $count ->
        [one] { $count } person
       *[other] { $count } people
    }? Whoever is called can read it.
button-bring-duty = 📣 Page { $name }, on duty
button-bring-yes = Page { $name } all the same
button-bring-all = 📣 Call all { $count }
toast-bring = { $name } has been called.
toast-bring-all = { $count ->
        [one] One person has been called.
       *[other] { $count } people have been called.
    }
bring-answered = 📣 <b>{ $code }</b>: { $name }: { $answer }.
bring-silent = 🔕 <b>{ $code }</b>: no answer to your call yet from { $names }.
timeline-brought-in = { $name } asked for help: { $people }
timeline-bring-unanswered = The call was not answered: { $people }
why-bring-in = { $name } asked to help
refused-page-usage =
    Send <code>/page @person</code> with the incident's code and why, such as <code>/page @ha SC-2026-0012 somebody who knows the mail server</code>.
    The whole team: <code>/page group SC-2026-0012 why</code>
refused-reason-too-long = The reason is longer than { $most } characters. Please make it shorter.
refused-bring-there = They work on { $code } already.
refused-bring-unreachable = Telegram does not reach { $name }, and nobody else is on duty. Please call by telephone.
refused-bring-nobody = There is nobody else in the team whom Telegram reaches.
refused-bring-no-watch = Nobody else whom Telegram reaches is on duty now.
refused-bring-settled = That call in { $code } is settled. To call again, send <code>/page</code>.

## Roll call
roll-head = 👥 <b>{ $code } · Roll call: { $answered }/{ $total }</b>
roll-here = 📍 Present ({ $count }): { $names }
roll-coming = 🏃 On the way ({ $count }): { $names }
roll-remote = 💻 Remote ({ $count }): { $names }
roll-cannot = ✋ Cannot ({ $count }): { $names }
roll-silent = … No answer yet ({ $count }): { $names }
roll-how = <i>Press a button, or reply to this message: “on my way”, “remote”, “cannot”.</i>
roll-over = <i>The incident is over, the roll call is closed.</i>
roll-ask = 👥 <b>Roll call.</b> Can you help with { $code }?
roll-called = 👥 <b>{ $code }</b>: the roll is called; { $count ->
    [0] there is nobody else to ask in private.
    [one] one who is silent was asked in private.
   *[other] { $count } who are silent were asked in private.
    }
toast-rolled = The roll is called; { $count ->
    [0] there is nobody else to ask in private.
    [one] one was asked in private.
   *[other] { $count } were asked in private.
    }
button-roll = 👥 Roll call
card-roll = 👥 Roll call: { $answered }/{ $total } ({ $here ->
    [0] on the way
   *[other] present { $here }, on the way
    } { $coming }, remote { $remote }, cannot { $cannot })
timeline-roll-call = { $name } called the roll, asked { $asked ->
    [group-people] the team in the group, and { $count } in private: { $people }
    [group-nobody] the team in the group
    [people] { $count } in private: { $people }
   *[nobody] nobody, as there was nobody else to ask
    }

## Roles
crew-lead = lead
crew-scribe = scribe
crew-liaison = liaison
button-roles = 🧭 Roles
button-role-take = Take { $role }
button-role-back = Give back { $role }
button-role-give = Give to…
roles-head = 🧭 <b>{ $code } · Roles</b>
roles-held = ☑ { $role }: <b>{ $name }</b> <i>(since { $at })</i>
roles-empty = ☐ { $role }: nobody yet
roles-how = <i>Anybody can take an empty role. Whoever owns or leads the incident, and the team's leads, can give one.</i>
which-crew = <b>{ $code }</b>: who becomes the { $role }?
toast-role-take = You are the { $role }.
toast-role-back = Given back: { $role }.
toast-role-given = { $name } is the { $role }.
role-yours = 🧭 <b>{ $code }</b>: { $by } has made you the { $role }.
role-gone = 🧭 <b>{ $code }</b>: { $by } has made { $name } the { $role }. It is not yours any more.
roles-reminder = 🧭 <b>{ $code }</b>: roles that nobody has yet: { $roles }. Please see to it.
card-crew = 🧭 { $roles }
card-role = { $role }: { $name }
timeline-role-taken = { $name } became the { $crew }
timeline-role-given = { $name } made { $people } the { $crew }
timeline-role-back = { $name } gave back the role of { $crew } ({ $people })
timeline-roles-reminded = Reminded of empty roles
refused-role-held = { $name } is the { $role }.
refused-role-empty = Nobody is the { $role }.

## Situation reports
situation-ask = 📝 <b>{ $code }</b>: time for a situation report. Three short answers: how it stands, what is done, what is needed.
button-sitrep = 📝 Report now
button-later-30 = In 30 minutes
button-later-120 = In 2 hours
toast-later = { $code }: you will be asked later.
situation-report =
    📝 <b>{ $code } · Situation report</b> ({ $name })
    { $lines }
situation-conditions = Conditions: { $words }
situation-actions = Actions: { $words }
situation-needs = <b>Needs:</b> { $words }
situation-nobody = ⚠️ <b>Nobody has it at the moment.</b> { $by } had it until { $at }.
situation-nobody-yet = ⚠️ <b>Nobody has it at the moment.</b>
situation-digest =
    📋 <b>Situation digest</b> since { $since }: { $count ->
    [one] one incident
   *[other] { $count } incidents
    }
    { $lines }
situation-digest-case = { $severity } <b>{ $code }</b> · { $kind } · { $status }{ $owner ->
    [none] { "" }
   *[other] { " " }· { $owner }
    }
situation-digest-report = <i>{ $name }, { $at }:</i>
situation-digest-earlier = <i>{ $count ->
    [one] One earlier report stands
   *[other] { $count } earlier reports stand
    } in the details.</i>
situation-digest-over = 🏁 Ended at { $at }, after { $length }, with { $count ->
    [one] one situation report.
   *[other] { $count } situation reports.
    }
situation-digest-more = { $count ->
    [one] One more incident:
   *[other] { $count } more incidents:
    } /incidents
button-digest-take = ✋ Take { $code }
button-digest-details = ⋯ { $code }
situation-overdue = 🔕 <b>{ $code }</b>: no situation report from { $name }, who was asked { $count } times.
form-situation-conditions = 📝 <b>{ $code }: how does it stand?</b> A sentence or two will do.
form-situation-conditions-name = Conditions
form-situation-actions = 🔧 <b>What has been done, and what is being done?</b>
form-situation-actions-name = Actions
form-situation-needs = 🤝 <b>What is needed?</b> If nothing is, skip it.
form-situation-needs-name = Needs
form-situation-summary =
    <b>{ $code }: look it over and send:</b>

    { $answers }
form-situation-done = 📝 <b>{ $code }</b>: the situation report went to the group and the leads.
form-situation-done-later = 📝 <b>{ $code }</b>: the situation report went to the group. The leads get it in the digest at { $at }.
form-situation-done-needs =
    📝 <b>{ $code }</b>: the situation report went to the group. The leads get it in the digest at { $at }.
    The help can't wait until then? Press the button below.
form-situation-kept = 📝 <b>{ $code }</b>: the situation report went to the leads. 🔒 The group only knows that there is one.
form-situation-kept-later = 📝 <b>{ $code }</b>: the situation report is in the log. 🔒 The group only knows that there is one; the leads get it in the digest at { $at }.
form-situation-kept-needs =
    📝 <b>{ $code }</b>: the situation report is in the log. 🔒 The group only knows that there is one; the leads get it in the digest at { $at }.
    The help can't wait until then? Press the button below.
form-situation-cancelled = The situation report was cancelled.
form-situation-expired = ⌛ The half-written situation report has expired and was erased. Again: /sitrep
timeline-situation = { $name } reported the situation
timeline-situation-asked = A situation report was asked for: { $people }
timeline-situation-later = { $name } put off the situation report
refused-situation-long = The report is longer than { $most } characters. Please make it shorter.
refused-situation-unasked = No situation reports are asked for in { $code }.

## Asking the reporter
button-relay = 💬 Ask the reporter
relay-question =
    💬 <b>{ $by } (response team) asks about { $code }:</b>
    { $words }

    <i>Reply to this message, with a picture or a file if you have one.</i>
relay-question-nameless =
    💬 <b>The response team asks about { $code }:</b>
    { $words }

    <i>Reply to this message, with a picture or a file if you have one. The team does not see your name.</i>
relay-file =
    💬 <b>From the response team, about { $code }.</b>

    <i>Reply to this message, with a picture or a file if you have one.</i>
relay-refused = 🔕 <b>{ $code }</b>: the question does not reach the reporter ({ $reason }). Please find another way if there is one.
form-relay-words = 💬 <b>{ $code }: what is the reporter to be asked?</b> One message, perhaps with a picture or a file.
form-relay-words-name = Question
form-relay-summary =
    <b>{ $code }: look it over and send:</b>

    { $answers }
form-relay-done = 💬 <b>{ $code }</b>: passed on to the reporter. You and the owner hear the answer.
form-relay-cancelled = Cancelled. The reporter was not asked.
form-relay-expired = ⌛ The half-written question has expired and was erased. Again: /ask
card-asked = 💬 The reporter was asked ({ $at }): { $words }
card-replied = 💬 The reporter answered ({ $at }): { $words }
card-reporter-lost = 🔕 Telegram does not reach the reporter ({ $at })
card-a-file = a file
timeline-asked-reporter = { $name } asked the reporter
timeline-reporter-unreached = The question does not reach the reporter: { $reason }
refused-nobody-to-ask = { $code } has no other reporter who could be asked through the bot.
refused-reporter-lost = The reporter of { $code } cannot be asked through the bot: they have blocked it, or never opened it.
refused-ask-usage = Send <code>/ask</code> with the incident's code and the question, such as <code>/ask SC-2026-0012 which machine was first?</code>
refused-relay-long = The question is longer than { $most } characters. Please make it shorter.

## Outside Telegram
brief-incident-bring-in = Asked to help.
