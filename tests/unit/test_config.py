"""Settings: read once, and a slip of the pen is an error."""

import pytest
from pydantic import ValidationError

from bot.config import Settings, UnknownSettingError, read_settings


@pytest.fixture
def settings(monkeypatch, tmp_path):
    """Read settings from exactly these variables."""
    monkeypatch.chdir(tmp_path)

    def read(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(f"TRUCBAN_{name}", value)
        return read_settings()

    return read


def test_without_any_setting_the_defaults_hold(settings):
    found = settings()
    assert (found.database_url, found.timezone, found.language) == (
        "sqlite:///trucban.db",
        "Asia/Ho_Chi_Minh",
        "vi",
    )
    assert (found.team_chat, found.admins, found.proxy) == (None, frozenset(), None)


def test_admins_are_numbers_between_commas(settings):
    assert settings(ADMINS="12, 34,").admins == {12, 34}


def test_an_unknown_setting_is_named(settings):
    with pytest.raises(UnknownSettingError, match="TRUCBAN_TOKN"):
        settings(TOKN="1:A")


def test_a_misspelt_setting_in_the_env_file_is_named_too(settings, tmp_path):
    (tmp_path / ".env").write_text("TRUCBAN_TEAMCHAT=-100\n")
    with pytest.raises(UnknownSettingError, match="TRUCBAN_TEAMCHAT"):
        settings()


def test_the_env_file_is_read(settings, tmp_path):
    (tmp_path / ".env").write_text("TRUCBAN_TEAM_CHAT=-1001\nOTHER=x\n")
    assert settings().team_chat == -1001


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"TIMEZONE": "Asia/Saigonn"}, "no such time zone"),
        ({"LANGUAGE": "fr"}, "language"),
        ({"ADMINS": "me"}, "admins"),
        ({"WEBHOOK_URL": "https://x.example"}, "TRUCBAN_WEBHOOK_SECRET"),
        ({"LOG": "xml"}, "log"),
        ({"HEARTBEAT_URL": "watch.example/abc"}, "whole address"),
        ({"HEARTBEAT_URL": "http://"}, "whole address"),
    ],
)
def test_a_wrong_value_is_refused(settings, variables, said):
    with pytest.raises(ValidationError, match=said):
        settings(**variables)


def test_the_token_does_not_show_when_settings_are_printed(settings):
    told = {"TOKEN": "1:SECRET", "WEBHOOK_SECRET": "SECRET"}
    assert "SECRET" not in repr(settings(**told, HEARTBEAT_URL="https://watch.example/SECRET"))


def test_every_setting_says_what_it_is_for():
    assert [n for n, field in Settings.model_fields.items() if not field.description] == []


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({}, ""),
        ({"public_url": "https://trucban.example.vn/"}, "https://trucban.example.vn"),
        ({"public_url": "http://10.0.0.5:8080/truc"}, "http://10.0.0.5:8080/truc"),
    ],
)
def test_the_public_address_is_kept_without_its_last_slash(given, shown):
    assert Settings(_env_file=None, **given).public_url == shown


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"public_url": "trucban.example.vn"}, "write the whole address"),
        ({"public_url": "https://trucban.example.vn", "http": ""}, "needs TRUCBAN_HTTP"),
    ],
)
def test_a_public_address_that_nobody_can_reach_is_refused(given, why):
    with pytest.raises(ValueError, match=why):
        Settings(_env_file=None, **given)
