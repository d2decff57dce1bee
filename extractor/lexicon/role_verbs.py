"""Verbs of assignments and the roles that they give."""

import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from extractor.lexicon.table_columns import RoleName


class RoleVerbs(BaseModel):
    """The verbs, as in `role_verbs.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    roles: dict[RoleName, list[str]]
    openers: list[str]
    function_words: list[str]


@cache
def load_role_verbs() -> RoleVerbs:
    """Load the verbs; raises ValidationError for a wrong file."""
    return RoleVerbs.model_validate(tomllib.loads((files("extractor.lexicon") / "role_verbs.toml").read_text("utf-8")))
