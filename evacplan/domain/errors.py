"""The one error a user can cure."""


class UserError(Exception):
    """Something the user can put right: what happened, why, and what to do now.

    All three are whole Japanese sentences and never hold a personal value.
    """

    def __init__(self, what: str, *, why: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.why = why
        self.do = do

    def __str__(self) -> str:
        return f"{self.what}\n理由: {self.why}\n次にすること: {self.do}"
