"""The case file as a ZIP: data with seals, the timeline as a document, evidence, hashes of each."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from msgspec.structs import asdict

from bot.domain.evidence import Evidence
from bot.domain.improvements import Improvement
from bot.domain.paper import Finished
from bot.domain.typed import unaccented
from bot.papers.after_action import document as lessons
from bot.papers.letter import TABLE, Letter, Style
from bot.papers.words import Words, tidy
from bot.services.case_export import CaseFile, MadeCase, Told, TooBig, share_of
from bot.texts.details import what
from bot.texts.length import plain
from bot.texts.lines import author
from bot.texts.values import Voice
from storage import evidence_files

SPARE = 1_000_000  # for the ZIP's own directory and the manifest
WIDTHS = (0.2, 0.2, 0.6)
LONGEST_NAME = 40
# Opened by a double click these do nothing; everything else gets a sign at its end.
HARMLESS = frozenset(
    {"png", "jpg", "jpeg", "gif", "webp", "mp4", "ogg", "oga", "mp3", "txt", "log"}
)
_ENDINGS = {"photo": "jpg", "video": "mp4", "video_note": "mp4", "voice": "ogg", "animation": "mp4"}


def made(case: CaseFile) -> MadeCase | TooBig:
    """Return the finished ZIP; evidence that does not fit is named instead."""
    files = dict(_fixed(case))
    room = case.most - SPARE - sum(map(len, files.values()))
    if room < 0:
        return TooBig(case.most - room)
    missing: list[str] = []
    left_out: list[str] = []
    states: dict[int, str] = {}
    for each in case.evidence:
        name, content = name_of(each), _content(case, each)
        if each.sha256 is None:
            states[each.id] = each.state.value
        elif content is None:
            missing.append(name)
            states[each.id] = "missing-or-changed"
        elif len(content) > room:
            left_out.append(name)
            states[each.id] = "too-big-for-this-file"
        else:
            room -= len(content)
            files[f"evidence/{name}"] = content
            states[each.id] = "enclosed"
    files["incident.json"] = _json(_incident(case, states))
    zipped = _zip(case, files)
    digest = hashlib.sha256(zipped).hexdigest()
    drill = "-DIEN-TAP" if case.incident.drill else ""
    name = f"{case.incident.code}{drill}-{case.tlp.replace(':', '-')}.zip"
    named = tuple(missing), tuple(left_out)
    return MadeCase(Finished(name, zipped), digest, len(files), case.tlp, *named)


def _fixed(case: CaseFile) -> Iterator[tuple[str, bytes]]:
    """Yield what is in every case file but evidence."""
    words = Words(case.language, case.team.zone)
    said = {"code": case.incident.code, "tlp": case.tlp, "by": case.by}
    said["share"] = words.say(share_of(case.tlp))
    readme = words.say("export-readme", at=words.moment(case.made_at), **said)
    if case.incident.drill:
        readme = f"{words.say('drill-paper')}\n\n{readme}"
    # Notepad of older Windows knows neither UTF-8 without its sign nor single line feeds.
    yield "README.txt", f"\ufeff{readme}\n".replace("\n", "\r\n").encode()
    yield "incident.json", _json(_incident(case, {}))
    lines = [_line(told, highlighted=told.line.id in case.highlights) for told in case.timeline]
    yield "timeline.json", _json({"tlp": case.tlp, "lines": lines})
    yield "timeline.docx", _document(case, words)
    if case.review is not None:
        yield "lessons.docx", lessons(case.review).content
    for paper in case.papers:
        stem, _, ending = paper.name.rpartition(".")
        yield f"papers/{stem}-v{paper.version}.{ending}", paper.content


def _content(case: CaseFile, each: Evidence) -> bytes | None:
    if each.sha256 is None or case.data is None:
        return None
    return evidence_files.read(case.data, each.sha256)


def name_of(each: Evidence) -> str:
    """Return the name of a file in the ZIP: its number, plain letters, nothing that runs."""
    stem, _, ending = (each.name or "").rpartition(".")
    ending = re.sub(r"[^a-z0-9]", "", (ending if stem else "").lower())[:8]
    ending = ending or _ENDINGS.get(each.media, "bin")
    words = unaccented(stem or each.name or each.media).replace(" ", "-")
    bare = re.sub(r"[^a-z0-9-]", "", words)[:LONGEST_NAME] or "file"
    return f"{each.id:05d}-{bare}.{ending}{'' if ending in HARMLESS else '_'}"


def _json(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain).encode()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)


def _incident(case: CaseFile, states: Mapping[int, str]) -> dict[str, Any]:
    told = asdict(case.incident)
    left = {"id", "ladder", "note", "timeline", "owner_id", "files"}
    shown = {name: value for name, value in told.items() if name not in left}
    if case.incident.anonymous:
        shown["contact"] = None
    return {
        "tlp": case.tlp,
        "exported_at": case.made_at,
        "exported_by": case.by,
        "incident": shown,
        "indicators": [
            {"what": each.what.value, "value": each.defanged} for each in case.indicators
        ],
        "related": list(case.related),
        "improvements": [_improvement(each) for each in case.improvements],
        "evidence": [_evidence(case, each, states) for each in case.evidence],
    }


def _improvement(each: Improvement) -> dict[str, Any]:
    known = ("id", "what", "owner", "due_on", "settled_by", "settled_at", "reason")
    return {name: getattr(each, name) for name in known} | {"state": each.state.value}


def _evidence(case: CaseFile, each: Evidence, states: Mapping[int, str]) -> dict[str, Any]:
    return {
        "number": each.id,
        "file": name_of(each),
        "name": each.name,
        "sent_by": case.senders.get(each.id),
        "sent_at": each.added_at,
        "kept_at": each.kept_at,
        "size": each.size,
        "sha256": each.sha256,
        "state": states.get(each.id, each.state.value),
    }


def _line(told: Told, *, highlighted: bool) -> dict[str, Any]:
    line = asdict(told.line)
    line["at"] = told.line.at.astimezone(UTC).isoformat(timespec="microseconds")
    said = {"name": told.entry.name, "withheld": told.withheld, "highlighted": highlighted}
    return line | said


def _document(case: CaseFile, words: Words) -> bytes:
    """Return the timeline as a document in the form of Vietnamese administration."""
    letter = Letter(words, case.team.catalog.watch.letterhead)
    letter.head(case.made_at.astimezone(case.team.zone).year)
    if case.incident.drill:
        letter.title(words.say("drill-paper"))
    letter.title(words.say("export-title"), f"{case.incident.code} · {case.tlp}")
    letter.paragraph(words.say("export-summary", words=tidy(case.incident.summary)))
    if case.related:
        letter.paragraph(words.say("export-related", codes=", ".join(case.related)))
    titles = [words.say(f"export-column-{name}") for name in ("at", "who", "what")]
    table = letter.table(titles, WIDTHS)
    voice = Voice(case.team, case.made_at, case.language)
    for told in case.timeline:
        entry = told.entry
        said = plain(what(voice, entry))
        if entry.text:
            said = f"{said}: {entry.text}"
        if told.line.id in case.highlights:
            said = f"📌 {said}"
        cells = (words.moment(entry.at), plain(author(voice, entry)), said)
        letter.row(table, [(tidy(cell), Style(TABLE)) for cell in cells], WIDTHS)
    letter.end()
    return letter.content(case.made_at)


def _zip(case: CaseFile, files: Mapping[str, bytes]) -> bytes:
    """Return the ZIP, with a list of hashes that `sha256sum -c` reads."""
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()]
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, content in {**files, "MANIFEST.sha256": "".join(lines).encode()}.items():
            zipped.writestr(name, content)
        zipped.comment = f"{case.tlp} {case.incident.code}".encode()
    return out.getvalue()
