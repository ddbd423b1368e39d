"""What the buttons of ours carry when they are about things that exist, for who tries them all."""


def plausible(verb, minh_id):
    """Data a button of ours would carry, about things that exist."""
    more = {
        "eta": ":60",
        "phase": ":containing",
        "assign": f":{minh_id}",
        "severity": ":low",
        "enrol": ":yes",
        "form": ":kind:malware",
        "refer": ":yes",
        "opening": ":1:0",
        "watchday": ":0",
        "slot": ":0",
        "fill": ":0:1",
        "seek": ":1:0",
        "shiftlog": ":0",
        "tick": ":monitoring",
        "playphase": ":verifying",
        "playpick": ":fault",
        "step": ":1",
        "mark": ":beyond",
        "propose": ":ask",
        "lift": ":ask",
        "ask": ":answer",
        "bring": ":yes",
        "present": ":coming",
        "crew": ":scribe:take",
        "sitlater": ":30",
        "crewto": f":scribe:{minh_id}",
        "formnew": ":03",
        "formall": ":03",
        "unrelate": ":1",
        "tie": ":1:no",
        "contactchange": ":yes",
    }
    words = {
        "person": [f"{minh_id}:gone", f"{minh_id}"],
        "language": ["en"],
        "privacy": ["ok"],
        "go": ["report", "status"],
        "invite": ["responder", "lead"],
        "people": ["0"],
        "roster": ["png:20260901-20260902"],
        "shifts": ["ics"],
        "log": ["20260901", "20260902:0"],
        "contact": ["edit"],
        "league": ["2026:0", "2026-H1:0:xlsx"],
        "formperiod": [f"half.2026-01-01.2026-06-30{rest}" for rest in ("", ":05", ":05:all")],
    }
    return [f"{verb}:{arg}{more.get(verb, '')}" for arg in words.get(verb, (1, 2, 3, 4))]
