"""Reads recorded answers and updates and says where they disagree with aiogram's models.

Each line it reads is a JSON list of `{"model": name, "value": object}`, each that it writes a JSON
list of complaints: empty when every value is valid and has no field that the model does not know.
"""

import json
import sys

from aiogram import types
from pydantic import BaseModel, ValidationError


def complaints(model: str, value: object) -> list[str]:
    try:
        read = getattr(types, model).model_validate(value)
    except ValidationError as error:
        return [f"{model}: {error}"]
    return [f"{model}: unknown field {field}" for field in unknown(read)]


def unknown(read: object, path: str = "") -> list[str]:
    """Return the fields, however deep inside, for which the model has no place."""
    if isinstance(read, list):
        return [field for each in read for field in unknown(each, path)]
    if not isinstance(read, BaseModel):
        return []
    extra = [f"{path}.{name}" for name in read.model_extra or {}]
    for name in read.model_fields_set - (read.model_extra or {}).keys():
        extra += unknown(getattr(read, name), f"{path}.{name}")
    return extra


if __name__ == "__main__":
    for line in sys.stdin:
        items = json.loads(line)
        found = [each for item in items for each in complaints(item["model"], item["value"])]
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
