# A fair roster proposed: who got what, why, and what could not be avoided.

proposal-begun = ⏳ Making a fair roster for <b>{ $name }</b>. The result comes in a few seconds.
refused-proposal-nobody = No member can be reached by the bot, so there is nobody to propose. See /people.
proposal-late = The roster of <b>{ $name }</b> was changed while the bot was working on it, so your change stays. Press “Propose fairly” once more to have it done again.
proposal-not-made = ⚠️ The bot could not propose a roster for <b>{ $name }</b>. Try again later, or fill it by hand; if it still fails, tell your administrator.
proposal-made =
    ⚖️ <b>Proposal for { $name }</b>: { $count } of { $total } places filled.
    Whoever did less in the past 12 months gets more; nights and holidays weigh more.
    { $people }

    { $broken ->
        [0] Every wish is kept: enough rest between two shifts, nobody with the nights of two holidays in a row.
        [one]
        ⚠️ In one place a wish could not be kept:
        { $reasons }{ $more }
       *[other]
        ⚠️ In { $broken } places a wish could not be kept:
        { $reasons }{ $more }
    }
proposal-share = • { $name }: { $count ->
        [one] 1 shift
       *[other] { $count } shifts
    }, { $hours } h (night { $night }, holiday { $holiday }) · past year { $before } h
proposal-more = {""}
    … and { $count } more, see the table.
proposal-broken-empty = • { $shift }, { $post }: <b>nobody</b>. { $why }
proposal-broken-unreachable = • { $shift }, { $post }: { $name } has never opened the bot or has blocked it, <b>and cannot be called</b>. The others: { $why }
proposal-broken-not-lead = • { $shift }, { $post }: { $name } is not a lead. The others: { $why }
proposal-broken-rest = • { $shift }, { $post }: { $name } has too little rest before or after. The others: { $why }
proposal-broken-holiday-night = • { $shift }, { $post }: { $name } has the night of two holidays in a row. The others: { $why }
proposal-why-away = { $count } away
proposal-why-busy = { $count } in another shift
proposal-why-post = { $count ->
        [one] one does not
       *[other] { $count } do not
    } hold this post
proposal-why-share = { $count ->
        [one] one has their share
       *[other] { $count } have their share
    }
proposal-why-unreachable = { $count } cannot be called
proposal-why-tired = { $count ->
        [one] one has not
       *[other] { $count } have not
    } rested enough
