"""The one way a rule says no."""


class Refused(Exception):
    """The sentence the person sees: `text_id` names it, `params` fill it in.

    Nothing has changed when it is raised.
    """

    def __init__(self, text_id: str, **params: object) -> None:
        super().__init__(text_id, params)
        self.text_id = text_id
        self.params = params

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.text_id} ({facts})" if facts else self.text_id
