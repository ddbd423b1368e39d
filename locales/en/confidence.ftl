# Confidential incidents: only who needs to know reads what they are about.

## TLP
tlp-amber = Pass it on only to those who need it to work on this incident.
tlp-red = For the eyes of its receiver only; pass it on to nobody.

## In confidence
kind-confidential = Confidential incident
kept-in-private = 🔒 kept back, see the private chat
kept-back = 🔒 <b>{ $code }</b>: a confidential incident. Whoever needs to know presses “Details” and reads in private.
card-confidential = 🔒 Do not talk about it here. Whoever needs to know presses “Details”.
confidential-paper = CONFIDENTIAL · TLP:RED
confidential-mark = 🔒 <b>Confidential</b>: do not forward it, do not repeat it in the group.
confidential-by-kind = 🔒 <b>{ $code }</b> is of a kind that the catalog keeps confidential, so the group sees only its code and how bad it is. If that is not needed, press the button below.
confidential-alike =
    🔒 <b>{ $code }</b> may belong to the confidential <b>{ $other }</b>: { $why } ({ $what }).
    { confidential-alike-told }
confidential-alike-plain =
    🔒 <b>{ $code }</b> may belong to the confidential <b>{ $other }</b>: { $why }.
    { confidential-alike-told }
confidential-alike-told = Only whoever owns { $other } and the team’s leads get this message. With “Related” the card of { $code } names { $other }, for the whole team to see.
button-tie-no = No
toast-tie-no = Understood: { $code } is not related to { $other }. Nobody else hears of this.
button-confide = 🔒 Confidential
button-lift = 🔓 Not confidential
button-lift-yes = Let the team see it
lift-sure = <b>{ $code }</b> is confidential. Let the whole team see everything, also on the card in the group?
made-confidential = 🔒 <b>{ $code }</b> is confidential from now on. The group sees only its code, how bad it is and how it stands. What people typed in the group themselves I cannot delete: please do so if there is anything.
toast-confidential = 🔒 Confidential from now on
confidence-lifted = 🔓 <b>{ $code }</b> is confidential no longer: the whole team can see it.
toast-lifted = 🔓 Confidential no longer
nudge-confidential = 🔒 { $name } made { $code } confidential. Please do not talk about it here, and delete what you have written about it 👆
noted-confidential = 📝 Written into the log of { $code }. 🔒 This incident is confidential: next time write to me in private, and delete this message from the group.
confidential-typed-here = 🔒 { $code } is confidential: delete that message from the group, and write such a command to me in private next time.
refused-confidential = 🔒 { $code } is confidential, and you are not among those who need to know. If you are to help, ask its owner or a team lead to bring you in.
refused-confidential-untaken = 🔒 { $code } is confidential. The whole team is being called: press “I take it” and you can read it.
refused-confidential-already = { $code } is confidential already.
refused-not-confidential = { $code } is not confidential.
refused-confidential-usage = Write <code>/confidential CODE</code> to keep it confidential, <code>/confidential CODE off</code> to stop.
timeline-confidential = { $name } made it confidential
timeline-confidence-lifted = { $name } ended confidentiality
