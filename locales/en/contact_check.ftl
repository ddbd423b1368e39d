# The contact check: asked, confirmed, corrected, told to the standing body.

contact-nothing = (none)
contact-detail-name = name
contact-detail-phone = telephone number
contact-detail-email = e-mail address
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
contact-how =
    ✏️ Type what is to be corrected, one line at a time:
    <code>/contact phone 0912 345 678</code>
    <code>/contact email name@agency.gov.vn</code>
    <code>/contact name Nguyễn Văn An</code>
    Then type <code>/contact</code> to look at it again.
contact-changed = ✅ Your { $detail } is now <b>{ $after }</b>. The standing body will be told. Look again: /contact
contact-left = ✅ The standing body has been told that you are not responsible any more. Thank you for having been there. Until somebody follows you, you go on getting messages.
contact-gone =
    🚪 <b>{ $name }</b> ({ $agency }) is not responsible any more.
    Telephone: { $phone } · E-mail: { $email }
    Ask the agency for somebody new, and invite them: /invite
contact-result =
    📇 <b>Result of the contact check</b>
    { $asked } people were asked.
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
refused-contact-usage = That was not understood. Type <code>/contact</code> to look, <code>/contact ok</code> if all is right, or for example <code>/contact phone 0912 345 678</code>.
refused-contact-name = A name has 2 to 100 characters.
refused-contact-phone = A telephone number has only digits, spaces and +, for example <code>0912 345 678</code>.
refused-contact-email = That is no e-mail address; for example <code>name@agency.gov.vn</code>.
