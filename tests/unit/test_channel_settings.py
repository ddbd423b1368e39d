"""The settings of other channels: each person's own, secret, and checked before the night."""

import re

import pytest
from pydantic import ValidationError

from bot.catalog import CatalogError, load
from bot.cli.checks import _channels
from bot.config import Settings
from bot.delivery.channels import Answer, Channels, Judged, judge, templates
from bot.domain.channels import ChannelRules
from bot.domain.people import Person, Role
from bot.texts.brief import Brief
from tests.contract.doc_tables import DOCS, blocks

SMS = "json://user:s3cret-gate@sms.example.vn/send?:to={phone}"
PUBLIC = {"public_url": "https://trucban.example.vn"}
RULES = ChannelRules(tries=3)


def settings(**given):
    return Settings(_env_file=None, **given)


@pytest.mark.parametrize("name", ["sms_url", "email_url", "chat_url"])
@pytest.mark.parametrize("url", ["json://gate/everybody", "json://gate/{nickname}"])
def test_an_address_that_is_not_one_persons_own_ends_the_start(name, url):
    with pytest.raises(ValidationError, match="write"):
        settings(**{name: url})


def test_the_addresses_are_shown_nowhere():
    found = settings(sms_url=SMS)
    assert templates(found) == {"sms": SMS}
    assert "s3cret" not in repr(found)


@pytest.mark.parametrize(
    ("given", "said", "problem"),
    [
        ({}, "only Telegram", None),
        ({"sms_url": SMS} | PUBLIC, "sms", None),
        ({"sms_url": SMS}, "without TRUCBAN_PUBLIC_URL nobody can answer", None),
        ({"email_url": "mailto://mail.example.vn?to={email}&from=a@b.vn"} | PUBLIC, "email", None),
        ({"sms_url": "nonsense://{phone}"} | PUBLIC, "", "TRUCBAN_SMS_URL"),
        ({"email_url": "https:/{email}"} | PUBLIC, "", "TRUCBAN_EMAIL_URL"),
    ],
)
async def test_check_says_whether_an_address_has_a_form_that_can_be_used(given, said, problem):
    found = await _channels(settings(**given))
    assert said in found.said
    assert (found.problem is None) == (problem is None)
    assert (problem or "") in (found.problem or "")
    assert "s3cret" not in f"{found.said}{found.problem}"


@pytest.mark.parametrize(
    ("answer", "attempts", "reason", "is_over"),
    [
        (Answer.SENT, 1, None, True),
        (Answer.REFUSED, 1, "channel refused", False),
        (Answer.REFUSED, 3, "channel refused", True),
        (Answer.UNKNOWN, 2, "channel time-out", False),
        (Answer.UNKNOWN, 3, "channel time-out", True),
        (Answer.WRONG, 1, "channel wrong", True),
        (Answer.NOBODY, 1, "no address", True),
    ],
)
def test_every_answer_of_a_channel_has_its_meaning(answer, attempts, reason, is_over):
    found = judge(answer, attempts, RULES)
    assert found.reason == reason
    assert (found.again_in is None) == is_over


def test_no_answer_is_forgotten():
    assert all(isinstance(judge(answer, 1, RULES), Judged) for answer in Answer)


async def test_who_has_lost_their_number_meanwhile_is_not_called():
    channels = Channels({"sms": SMS})
    nobody = Person(1, 1, "Minh", Role.RESPONDER)
    answer = await channels.send("sms", nobody, Brief("x"), RULES.timeout)
    channels.close()
    assert answer is Answer.NOBODY


def test_the_example_of_the_channels_file_is_taken(tmp_path):
    (example,) = [
        block
        for block in blocks(DOCS / "operators" / "channels.md", "toml")
        if re.match(r"# channels\.toml\n", block)
    ]
    (tmp_path / "channels.toml").write_text(example, encoding="utf-8")
    found = load(tmp_path).channels
    assert (found.rules("sms").per_minute, found.telegram_silent.total_seconds()) == (10, 90)
    assert found.rules("email") == load().channels.rules("email")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[fax]\nper_minute = 1\n", "not a table that is known"),
        ("[sms]\nper_minute = 0\n", "line 2"),
        ('[rules]\ntelegram_silent = "1s"\n', "90s or longer"),
    ],
)
def test_a_mistake_in_the_channels_file_is_told_with_its_place(text, said, tmp_path):
    (tmp_path / "channels.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=said):
        load(tmp_path)
