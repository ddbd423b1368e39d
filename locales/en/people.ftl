# People: invitations, the list, leaving, replacing, blocking.

## Invitations
invite-which = 👥 Whom do you want to invite? Press a role, or type <code>/invite staff AGENCY_CODE</code> to name the agency.
invite-made =
    🔗 <b>Invitation: { $role }</b>
    Agency: { $agency }
    { $link }
    Send it to one person only. It works once and expires at { $until }.
    When that person opens it, you and the leads are asked to approve.
invite-waiting =
    ⏳ Your request has been noted.
    A lead will check and decide. You will hear as soon as they have.
    Meanwhile you can still report an incident with /report.
invite-opened =
    👤 <b>{ $name }</b> asks to join as <b>{ $role }</b>
    Agency: { $agency }
    Account: { $username }, number <code>{ $account }</code>
    Invited by { $inviter }. Opened the link at { $opened }.
    Call or meet them to be sure who it is before you approve.
enrol-approved = ✅ You approved <b>{ $name }</b>: { $role }. They have been told.
enrol-refused = ✖ You refused <b>{ $name }</b>. They have been told; the link no longer works.
toast-enrol-approved = { $name } approved.
toast-enrol-refused = { $name } refused.
toast-invite-made = The link is in your private chat.
enrolled-staff =
    ✅ { $by } has approved you. You are the <b>contact person of your agency</b>.
    What the team asks of your agency comes right here; see it again with /tasks. Report incidents for it with /report and follow them with /status. Send /help for every command.
enrolled-responder =
    ✅ { $by } has approved you. You are a <b>member of the response team</b>.
    From now on the bot may call you about an incident. Please leave the sound of this chat on.
    When it does, press “I take it”, or answer “1” or “ok”. Send /help for every command.
enrolled-lead =
    ✅ { $by } has approved you. You <b>lead the response team</b>.
    You are called when nobody takes an incident; you can assign work, invite people and switch them off. Send /help for every command.
enrolled-admin =
    ✅ { $by } has approved you. You are an <b>administrator</b>.
    Send /help for every command.
enrolment-refused =
    Your request to join was not approved by { $by }.
    If this is a mistake, ask the person who invited you. You can still report an incident with /report.

refused-invite-usage = Type <code>/invite responder</code>, <code>/invite staff AGENCY_CODE</code> or <code>/invite lead</code>.
refused-invite-role = You may not give anybody the role: { $role }.
refused-invite-unknown = This invitation is not right. Check the link, or ask for a new one.
refused-invite-own = You made this link yourself. Send it to the person you want to invite.
refused-invite-enrolled = You are already enrolled as { $role } and do not need this link. It still works for the person invited.
refused-invite-expired = This invitation has expired. Ask for a new one.
refused-invite-used = This invitation has been used. Each works only once; ask for a new one.
refused-invite-gone = This invitation no longer exists.
refused-invite-approved = This request was already approved by { $name }.
refused-invite-refused = This request was already refused by { $name }.
refused-no-such-agency = There is no agency with the code “{ $code }”.

button-approve = ✅ Approve
button-refuse = ✖ Refuse
button-copy-link = 📋 Copy the link
button-role-responder = 🛡 Member of the team
button-role-staff = 🏢 Agency staff
button-role-lead = ⭐ Lead
button-role-admin = 🔧 Administrator

## The list
people-list =
    👥 <b>People</b>: { $count ->
        [one] { $count } person active
       *[other] { $count } people active
    }
    { $lines }
    <i>Type /people and a name to see one person.</i>
people-heading-admin = <b>Administrators</b>
people-heading-lead = <b>Leads</b>
people-heading-responder = <b>Members of the team</b>
people-heading-staff = <b>Agency staff</b>
people-heading-inactive = <b>Switched off</b>
people-line =
    { $agency ->
        [none] • { $name } { $mark }
       *[other] • { $name } ({ $agency }) { $mark }
    }
people-mark-reachable = { "" }
people-mark-never = ⚠ never opened the bot
people-mark-blocked = ⛔ blocked the bot
people-which = { $count } people fit. Whom do you mean?
person-card =
    👤 <b>{ $name }</b>
    Role: { $role }. State: { $active } { $mark }
    Agency: { $agency }
    Telephone: { $phone }. E-mail: { $email }
    Telegram: { $username }, number <code>{ $account }</code>
    { $count ->
        [0] No shifts ahead.
       *[other] Shifts ahead: { $count }
    }
    { $shifts }
person-active = active
person-inactive = switched off
person-shift = • { $post }: { $start } → { $end }
person-shifts-more =
    { $count ->
        [one] … and one more shift
       *[other] … and { $count } more shifts
    }
button-more-people = More ▸
button-deactivate = ⏻ Deactivate
button-replace = ⇄ Replace by…
button-role = Role
button-reactivate = ↩ Reactivate
button-deactivate-yes = Yes, deactivate { $name }
button-keep = No, leave as it is
button-replace-yes = Yes, replace

## Leaving, replacing, roles
person-deactivate-sure =
    Deactivate <b>{ $name }</b>? They lose every right at once.
    { $count ->
        [0] They have no shifts ahead.
        [one] One shift ahead will have nobody.
       *[other] { $count } shifts ahead will have nobody.
    }
person-deactivated =
    ⏻ <b>{ $name }</b> is switched off and has no rights any more.
    { person-left-behind }
person-left-behind =
    { $gaps ->
        [0] No shift is left without a watcher.
        [one] <b>One shift has nobody now</b>; somebody must take it:
       *[other] <b>{ $gaps } shifts have nobody now</b>; somebody must take them:
    }
    { $shifts }
    { $released ->
        [0] No incident had to be passed on.
       *[other] Others are being called about: { $codes }
    }
person-deactivated-notice =
    ⏻ { $by } has deactivated <b>{ $name }</b>.
    { person-left-behind }
person-reactivated = ↩ <b>{ $name }</b> is active again, with the same role and shifts.
person-reactivated-notice = ↩ { $by } has reactivated <b>{ $name }</b>.
person-replace-whom = Who replaces <b>{ $name }</b>?
person-replace-sure =
    Replace <b>{ $name }</b> by <b>{ $successor }</b>?
    { $name } loses every right. { $count ->
        [0] There are no shifts to hand over.
        [one] One shift ahead goes to { $successor }.
       *[other] { $count } shifts ahead go to { $successor }.
    }
person-replaced =
    ⇄ <b>{ $successor }</b> has replaced <b>{ $name }</b>. Shifts handed over: { $moved }.
    { $released ->
        [0] No incident had to be passed on.
       *[other] Others are being called about: { $codes }
    }
person-replaced-notice =
    ⇄ { $by } has replaced <b>{ $name }</b> by <b>{ $successor }</b>. Shifts handed over: { $moved }.
    { $released ->
        [0] No incident had to be passed on.
       *[other] Others are being called about: { $codes }
    }
person-role-which = The role of <b>{ $name }</b> is { $role } now. Change it to:
person-role-changed = The role of <b>{ $name }</b> is { $role } now. They have been told.
person-role-notice = { $by } has changed the role of <b>{ $name }</b> to { $role }.
you-were-deactivated =
    { $by } has ended your rights in the team. The bot will not call you any more.
    You can still report an incident with /report. If this is a mistake, ask a lead.
you-were-reactivated = ↩ { $by } has made you active again. Send /help to see what you can do.
you-were-replaced =
    ⇄ { $successor } has replaced you in the team (decided by { $by }). Your shifts have been handed over.
    Thank you. You can still report an incident with /report.
you-replace =
    ⇄ From now on you replace <b>{ $name }</b> (decided by { $by }). Shifts added: { $moved }.
    { $shifts }
you-replace-shifts =
    Your shifts ahead:
    { $lines }
your-role-changed = { $by } has changed your role to <b>{ $role }</b>. Send /help to see what you can do.
toast-deactivated = { $name } is switched off.
toast-reactivated = { $name } is active again.
toast-role-changed = The role of { $name } has changed.
toast-replaced = { $name } has been replaced.
toast-nothing-changed = Nothing has changed.

refused-no-such-person = There is nobody called “{ $name }” on the list of people.
refused-oneself = You cannot do this to yourself. Ask another lead or administrator.
refused-not-of-the-team = { $name } is not on the list of people.
refused-only-admin = Only an administrator can change { $name }.
refused-last-admin = { $name } is the last administrator. Appoint another one first.
refused-already-inactive = { $name } is switched off already.
refused-already-active = { $name } is active already.
refused-replace-same = { $name } cannot be replaced by themselves.
refused-replace-role = { $name } does not have the role to take over.
refused-nobody-to-replace = Nobody can replace { $name } yet. Invite somebody with /invite.
refused-replace-usage =
    It is not clear who replaces whom. Type <code>/people replace LEAVER SUCCESSOR</code>.
    Name each by full name, @username or Telegram number.
refused-role-usage = Type <code>/people role NAME responder</code> (or lead, staff, admin).
refused-role-unknown = There is no role “{ $word }”.
refused-same-role = The role of { $name } is { $role } already.
refused-role-shifts =
    { $count ->
        [one] { $name } still has one shift. Hand it over with “Replace by…” first.
       *[other] { $name } still has { $count } shifts. Hand them over with “Replace by…” first.
    }

## Blocking
reporter-blocked = 🚫 The reporter of { $code } is blocked; the bot takes nothing more from them. A lead can undo it with <code>/unblock { $code }</code>.
reporter-blocked-notice = 🚫 { $by } has blocked the reporter of { $code }.
reporter-unblocked = ✅ The reporter of { $code } is no longer blocked.
toast-unblocked = The reporter of { $code } is no longer blocked.
button-unblock = Unblock
refused-block-whom = Type <code>/block SC-2026-0012</code>, or answer a message about that incident.
refused-block-team = The reporter is one of the team or of an agency's staff and cannot be blocked. Use /people if need be.
refused-already-blocked = The reporter of { $code } is blocked already.
refused-not-blocked = The reporter of { $code } is not blocked.
refused-no-reporter = { $code } has no reporter to block.
