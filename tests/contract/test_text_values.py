"""Where the code names a text, it gives every value the text asks for."""

import ast
from collections.abc import Iterator

from bot.texts.fluent import FIRST, LOCALES
from tests.contract.calls import tree_of
from tests.contract.test_locales import SOURCES, says
from tests.ftl import placeholders, texts

ROOT = LOCALES.parent
# Given later than where the text is named, by the function that stands beside it.
GIVEN_LATER = {
    "refused-already-taken": {"code"},  # services.incidents puts names and the code in
    "button-still": {"more"},  # values of a label are given as a mapping
    "button-phase": {"status"},
    "button-step": {"number"},
    "button-sent": {"number"},
    "button-waive": {"number"},
    "pointer-new": {"what"},  # texts.forum says it as the topic's name does
    "pointer-spare": {"what"},
    "report-news": {"words"},  # gathered from what still waits to be sent
}


def literals_of(node: ast.expr) -> list[str]:
    """Return the texts an expression can be, where they can be read off it."""
    if isinstance(node, ast.IfExp):
        return literals_of(node.body) + literals_of(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def given_in(node: ast.AST) -> Iterator[tuple[str, set[str]]]:
    """Yield each text a call or a mapping names, with the names of the values beside it."""
    if isinstance(node, ast.Call) and all(keyword.arg for keyword in node.keywords):
        names = {str(keyword.arg) for keyword in node.keywords} | _added(node)
        named = [keyword.value for keyword in node.keywords if keyword.arg == "text"]
        if says(node.func):
            named += node.args[:1]
    elif isinstance(node, ast.Dict) and all(isinstance(key, ast.Constant) for key in node.keys):
        pairs = list(zip(node.keys, node.values, strict=True))
        names = {str(key.value) for key, _ in pairs if isinstance(key, ast.Constant)}
        named = [v for key, v in pairs if isinstance(key, ast.Constant) and key.value == "text"]
    else:
        return
    for expression in named:
        for text_id in literals_of(expression):
            yield text_id, names


def _added(node: ast.Call) -> set[str]:
    """Every text of an incident is given its code by the renderer."""
    kinds = [text for argument in node.args for text in literals_of(argument)]
    return {"code"} if any(kind.startswith("incident-") for kind in kinds) else set()


def test_every_text_is_given_the_values_it_asks_for():
    lacking = [
        f"{path.relative_to(ROOT)}: {text_id} lacks {', '.join(sorted(missing))}"
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        for text_id, names in given_in(node)
        if text_id in texts(FIRST)
        and (missing := placeholders(FIRST, text_id) - names - GIVEN_LATER.get(text_id, set()))
    ]
    assert not lacking, "\n".join(lacking)


def test_a_missing_value_would_be_found():
    [node] = [
        node
        for node in ast.walk(ast.parse('context.answer("toast-phase", code=1)'))
        if isinstance(node, ast.Call)
    ]
    assert list(given_in(node)) == [("toast-phase", {"code"})]
