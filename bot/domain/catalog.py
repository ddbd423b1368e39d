"""The catalog: what people may edit without touching the program, once it is known to be right."""

from pydantic import field_validator

from bot.domain.case_forms import FormBook
from bot.domain.channels import ChannelBook
from bot.domain.escalation import Policy
from bot.domain.evidence import EvidenceBook
from bot.domain.kinds import Entry, Hotline, Kind, Names, Severity, in_language
from bot.domain.legal_deadlines import Rule
from bot.domain.obligations import CampaignBook
from bot.domain.playbook import Playbook
from bot.domain.roles import CrewBook
from bot.domain.watch_policy import WatchBook

__all__ = ["Catalog", "CatalogError", "Hotline", "Kind", "Severity"]


class CatalogError(Exception):
    """A catalog file cannot be used; the text names the file, the place and what to write."""


class Catalog(Entry):
    """Kinds, ladders, hotlines, the advice that goes with them, and how the team keeps watch."""

    kinds: tuple[Kind, ...]
    ladders: dict[Severity, Policy]
    hotlines: tuple[Hotline, ...] = ()
    fraud_advice: Names
    offline_contact: Names
    watch: WatchBook
    channels: ChannelBook = ChannelBook()
    campaigns: CampaignBook = CampaignBook()
    playbooks: tuple[Playbook, ...] = ()
    deadlines: tuple[Rule, ...] = ()
    forms: FormBook = FormBook()
    crew: CrewBook = CrewBook()
    evidence: EvidenceBook = EvidenceBook()

    @field_validator("ladders")
    @classmethod
    def _every_severity_has_one(cls, ladders: dict[Severity, Policy]) -> dict[Severity, Policy]:
        for severity in Severity:
            if severity not in ladders:
                raise ValueError(f"there is no ladder for severity {severity}")
        return ladders

    def kind(self, code: str) -> Kind:
        """Return the kind with that code; one no longer in the catalog is shown by its code."""
        for kind in self.kinds:
            if kind.code == code:
                return kind
        # Incidents outlive the file they were classified by: never fail on an old one.
        return Kind(code=code, names={"vi": code}, severity=Severity.HIGH, icon="❔")

    def for_citizens(self) -> tuple[Kind, ...]:
        """Return the kinds citizens choose from."""
        return tuple(kind for kind in self.kinds if kind.citizens)

    def ladder(self, severity: Severity) -> Policy:
        """Return the policy of that severity."""
        return self.ladders[severity]

    def advice_on_fraud(self, language: str) -> str:
        """Return what to tell somebody who was or may be defrauded."""
        return in_language(self.fraud_advice, language)

    def contact_offline(self, language: str) -> str:
        """Return how to reach the team when nothing may be written here."""
        return in_language(self.offline_contact, language)
