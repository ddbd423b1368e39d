"""Settings: environment variables and `.env`, prefix TRUCBAN_, read once at the start."""

import os
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.domain.channels import places

PREFIX = "TRUCBAN_"


class UnknownSettingError(ValueError):
    """A TRUCBAN_ variable that no setting has: most likely a slip of the pen."""


class Settings(BaseSettings):
    """Everything an operator can set; each field's description is its line in the README."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    token: SecretStr = Field(SecretStr(""), description="Token of the bot, from @BotFather")
    api_url: str = Field(
        "https://api.telegram.org", description="Bot API server; a self-hosted one works too"
    )
    database_url: str = Field(
        "sqlite:///trucban.db", description="`sqlite:///file` or `postgresql://…`"
    )
    team_chat: int | None = Field(None, description="Id of the team's group, e.g. -1001234567890")
    admins: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="Telegram ids of the administrators, separated by commas"
    )
    timezone: str = Field("Asia/Ho_Chi_Minh", description="Time zone that people see")
    language: Literal["vi", "en"] = Field("vi", description="Language of the group: `vi` or `en`")
    catalog: Path | None = Field(
        None, description="Folder whose files replace those of `bot/catalog/`"
    )
    http: str = Field(
        "127.0.0.1:8080", description="Address for the webhook and health pages; empty = off"
    )
    public_url: str = Field(
        "",
        description="Address at which people reach those pages, for links to their calendars and "
        "to answer by; empty = no links, calendars as files",
    )
    webhook_url: str = Field(
        "", description="Public address for Telegram's webhook; empty = long polling"
    )
    webhook_secret: SecretStr = Field(
        SecretStr(""), description="Secret that Telegram must send with each webhook call"
    )
    proxy: str | None = Field(None, description="HTTP proxy on the way to Telegram")
    sms_url: SecretStr = Field(
        SecretStr(""),
        description="SMS gateway as an Apprise URL with the reader's `{phone}`; empty = no SMS",
    )
    email_url: SecretStr = Field(
        SecretStr(""),
        description="Mail server as an Apprise URL with the reader's `{email}`; empty = no e-mail",
    )
    chat_url: SecretStr = Field(
        SecretStr(""),
        description="Another chat as an Apprise URL with `{user}`, `{email}` or `{phone}`; "
        "empty = none",
    )
    heartbeat_url: SecretStr = Field(
        SecretStr(""),
        description="Address of an outside watch, called every minute while all is well; "
        "empty = nobody is told",
    )
    data: Path | None = Field(
        Path("data"),
        description="Folder for evidence, kept by its hash; empty = files stay in Telegram only",
    )
    pdf: bool = Field(
        True, description="`false`: official papers come as Word files only, no PDF beside them"
    )
    log: Literal["text", "json"] = Field("text", description="Form of the log: `text` or `json`")

    @field_validator("admins", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(int(part) for part in value.split(",") if part.strip())
        return value

    @field_validator("team_chat", "catalog", "data", "proxy", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("api_url")
    @classmethod
    def _no_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("public_url")
    @classmethod
    def _whole_address(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("write the whole address, such as https://trucban.example.vn")
        return value.rstrip("/")

    @field_validator("sms_url", "email_url", "chat_url")
    @classmethod
    def _address_of_one_person(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value():
            places(value.get_secret_value())
        return value

    @field_validator("heartbeat_url")
    @classmethod
    def _address_of_a_watch(cls, value: SecretStr) -> SecretStr:
        address = value.get_secret_value()
        if address and not urlsplit(address).hostname:
            raise ValueError("write the whole address, such as https://watch.example/abc")
        return value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"no such time zone: {value}") from error
        return value

    @model_validator(mode="after")
    def _webhook_needs_its_secret(self) -> Self:
        if self.webhook_url and not self.webhook_secret.get_secret_value():
            raise ValueError(
                "TRUCBAN_WEBHOOK_URL needs TRUCBAN_WEBHOOK_SECRET: anybody could forge updates"
            )
        return self

    @model_validator(mode="after")
    def _public_pages_need_a_server(self) -> Self:
        if self.public_url and not self.http:
            raise ValueError("TRUCBAN_PUBLIC_URL needs TRUCBAN_HTTP: nobody answers there")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The team's time zone."""
        return ZoneInfo(self.timezone)


def read_settings() -> Settings:
    """Read the settings; UnknownSettingError names a TRUCBAN_ variable that does not exist."""
    given = {**dotenv_values(".env"), **os.environ}
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    unknown = sorted(name for name in given if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise UnknownSettingError(f"unknown setting: {', '.join(unknown)}")
    return Settings()
