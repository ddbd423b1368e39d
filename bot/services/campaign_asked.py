"""What a campaign asks, as the team looks it over: each question, how and when it is answered."""

from collections.abc import Mapping
from typing import Any

from bot.domain.campaign import Campaign
from bot.domain.campaign_questions import Question, QuestionKind, questions_of
from bot.domain.kinds import in_language

Words = dict[str, Any]


def question_lines(campaign: Campaign, language: str) -> Words:
    """Return the questions of a campaign, with what bounds an answer and when one is asked."""
    asked = questions_of(campaign.questions)
    if not asked:
        return {"text": "campaign-questions-none"}
    names = {each.code: each.name(language) for each in asked}
    lines = [
        {
            "text": "campaign-question-line",
            "number": number,
            "name": each.name(language),
            "kind": _how(each, names, language),
            "required": each.required,
        }
        for number, each in enumerate(asked, start=1)
    ]
    return {"text": "campaign-questions", "lines": {"lines": lines}}


def _how(question: Question, names: Mapping[str, str], language: str) -> Words:
    said = _kind(question, language)
    if question.at_most:
        said = {"text": "question-at-most", "kind": said, "name": names[question.at_most]}
    if question.past:
        said = {"text": "question-past", "kind": said}
    if question.only_if:
        said = {"text": "question-only-if", "kind": said, "name": names[question.only_if]}
    return said


def _kind(question: Question, language: str) -> Words:
    """Return how a question is answered, a choice with all that can be chosen."""
    kind = {"text": f"question-kind-{question.kind.replace('_', '-')}"}
    if question.kind is not QuestionKind.CHOICE:
        return kind
    names = [in_language(each.names, language) for each in question.choices]
    return {"text": "question-kind-of", "kind": kind, "choices": ", ".join(names)}
