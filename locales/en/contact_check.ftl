# The contact check: asked, confirmed, corrected, told to the standing body.

contact-nothing = (none)
contact-detail-name = name
contact-detail-phone = telephone number
contact-detail-email = e-mail address
contact-detail-agency = agency
contact-detail-role = role
contact-detail-successor = person responsible
contact-heading-year = 📇 <b>Yearly check of contact details</b>
contact-heading-holiday = 📇 <b>Check of contact details before the holiday: { $holiday }</b>
contact-ask =
    { $heading }
    When there is an incident, this is how the team will reach you. Is it still right?

    Name: <b>{ $name }</b>
    Agency: { $agency }
    Telephone: { $phone }
    E-mail: { $email }

    Please answer by the end of { $until }.
contact-ask-again =
    📇 You have not confirmed your contact details yet. Are they still right?
    Name: <b>{ $name }</b>
    Agency: { $agency }
    Telephone: { $phone }
    E-mail: { $email }
    By the end of { $until }.
contact-shown =
    📇 <b>Your contact details</b>
    Name: <b>{ $name }</b>
    Agency: { $agency }
    Telephone: { $phone }
    E-mail: { $email }
button-contact-ok = ✅ All right
button-contact-edit = ✏️ Correct it
button-contact-gone = 🚪 I am not responsible any more
contact-thanks = ✅ Thank you. It is noted that your details are right.
contact-changed = ✅ Your { $detail } is now <b>{ $after }</b>. To look again: /contact
contact-left = ✅ The standing body has been told that you are not responsible any more. Thank you for having been there. Until somebody follows you, you go on getting messages.
contact-gone =
    🚪 <b>{ $name }</b> ({ $agency }) is not responsible any more.
    Telephone: { $phone } · E-mail: { $email }
    Ask the agency for somebody new, and invite them: /invite
contact-proposed = 📨 Sent to the standing body: { $detail } <b>{ $after }</b>. You will hear when the register is changed.
contact-wants-change =
    📇 <b>{ $name }</b> ({ $agency }) corrects their { $detail }:
    { $before } → <b>{ $after }</b>

    <i>{ $how }</i>
contact-wants-successor =
    📇 <b>{ $name }</b> ({ $agency }) says that somebody else is responsible now: <b>{ $after }</b>{ $phone ->
        [none] { "" }
       *[other] { "" }, { $phone }
    }
    If you accept this, { $name } gets an invitation to pass on. Once the new person is let in, they take over.

    <i>{ $how }</i>
contact-how = Press a button, or type <code>/contact take { $number }</code>, <code>/contact refuse { $number }</code>.
contact-how-admin = An administrator decides this.
contact-withdrawn = ✅ Taken back: your { $detail } stays as it is in the register. To look again: /contact
contact-taken = ✅ The standing body has changed your { $detail }: <b>{ $after }</b>. To look again: /contact
contact-not-taken = ✖ The standing body has not changed your { $detail } to { $after }. Please talk to { $by } about it.
contact-decided-yes = ✅ Changed the { $detail } of { $name }: <b>{ $after }</b>.
contact-decided-no = ✖ The { $detail } of { $name } stays as it is. They have been told.
contact-none-waiting = ✅ No correction of contact details is waiting.
contact-successor-lead =
    📨 { $name } has got an invitation for <b>{ $successor }</b>{ $phone ->
        [none] { "" }
       *[other] { "" } ({ $phone })
    }, good for 72 hours and for one person:
    { $link }
    When the new person opens it you approve it like any other; with that they replace { $name }.
contact-successor-own =
    ✅ The standing body agrees that <b>{ $successor }</b> takes over from you. Please pass this link on to them; it is good for 72 hours:
    { $link }
    Until they are in, you go on getting messages.
contact-successor-late = ⌛ Nobody has opened the invitation for <b>{ $successor }</b>, who was to take over from <b>{ $name }</b> ({ $agency }); it has run out. { $name } is still responsible, and has been told how to get a new one.
contact-successor-late-own = ⌛ Nobody has opened your link for <b>{ $successor }</b>; it has run out. You go on getting messages. For a new link press “Correct it”, then “Somebody else now”.
contact-successor-refused =
    ✖ { $by } has not let in <b>{ $newcomer }</b>, who opened your link for { $successor }. You are still responsible and go on getting messages.
    Please talk to { $by } about it. For a new link press “Correct it”, then “Somebody else now”.
button-contact-take = ✅ Accept
button-contact-refuse = ✖ Refuse
contact-line-waiting = • { $name } ({ $agency }): { $detail }: ⏳ waits, type <code>/contact waiting</code>

contact-result =
    📇 <b>Result of the contact check</b>
    { $asked ->
        [one] One person was asked.
       *[other] { $asked } people were asked.
    }
    { $changed ->
        [0] Nothing has changed.
       *[other] Changes for the standing body’s list: <b>{ $changed }</b>
    }
    { $changes }
    { $silent ->
        [0] ✅ Everybody has answered.
       *[other] ⚠️ No answer: <b>{ $silent }</b>
    }
    { $names }
contact-line-changed = • { $name } ({ $agency }): { $detail }: { $before } → { $after }
contact-line-gone = • { $name } ({ $agency }): not responsible any more
contact-line-more = … and { $count } more
contact-line-silent = • { $name } ({ $agency })
refused-contact-usage = That was not understood. Type <code>/contact</code> to look, <code>/contact ok</code> if all is right, <code>/contact edit</code> to correct something, or for example <code>/contact phone 0912 345 678</code>.
refused-contact-name = A name has 2 to 100 characters.
refused-contact-phone = A telephone number has only digits, spaces and +, for example <code>0912 345 678</code>.
refused-contact-email = That is no e-mail address; for example <code>name@agency.gov.vn</code>.

form-contact-field = ✏️ <b>What is wrong?</b>
button-contact-wrong-name = Name
button-contact-wrong-phone = Telephone
button-contact-wrong-email = E-mail
button-contact-wrong-agency = Agency
button-contact-wrong-role = Role
button-contact-wrong-successor = Somebody else now
form-contact-field-name = To be corrected
form-contact-name = ✏️ <b>What is the right name?</b> For example <i>Nguyễn Văn An</i>
form-contact-name-name = Name
form-contact-phone = 📞 <b>What is the right telephone number?</b> For example <i>0912 345 678</i>
form-contact-phone-name = Telephone
form-contact-email = ✉️ <b>What is the right e-mail address?</b> For example <i>name@agency.gov.vn</i>
form-contact-email-name = E-mail
form-contact-agency = 🏛 <b>Which agency do you work for?</b> Type its code or a few letters of its name.
form-contact-agency-name = Agency
form-contact-role = 👤 <b>What is the right role?</b>
form-contact-role-name = Role
form-contact-role-staff = Contact person of an agency
form-contact-role-responder = Member of the response team
form-contact-role-lead = Lead of the team
form-contact-successor = 👥 <b>Who is responsible instead of you?</b> Type their name.
form-contact-successor-name = Who is responsible
form-contact-number = 📞 <b>Their telephone number?</b> Skip it if you do not know.
form-contact-number-name = Their telephone
form-contact-summary = { $answers }
form-contact-cancelled = Cancelled; your contact details stay as they are.
form-contact-expired = ⌛ The correction was not finished in time; your details stay as they are. Type /contact to begin again.
refused-contact-same = Your { $detail } stands there just as you have written it; nothing changes.
refused-contact-no-change = There is no correction with this number. Type <code>/contact waiting</code> to see those that wait.
refused-contact-newer = { $name } has sent something newer; look at the newest message, or type <code>/contact waiting</code>.
refused-contact-taken = { $name } has accepted it already.
refused-contact-refused = { $name } has refused it already.
refused-contact-withdrawn = { $name } has taken it back; there is nothing to accept.
refused-contact-nobody = Nobody else in the team may decide this. Please talk to an administrator.
refused-contact-no-agency = No agency matches “{ $words }”. Try fewer letters, for example <i>health</i>. If it is not in the register yet, please tell the standing body.
