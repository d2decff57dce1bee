"""The phrases that names of agencies and their predicates are made of, built once from the lexicons."""

from collections.abc import Mapping
from functools import cache, lru_cache

from extractor.lexicon.organs import load_organs
from extractor.lexicon.phrases import KindPhrases
from extractor.lexicon.role_verbs import load_role_verbs

HEADS = frozenset({"alone", "named", "topical", "post"})
"""The kinds of words that a body's name begins with."""


@cache
def _phrases() -> KindPhrases:
    organs, verbs = load_organs(), load_role_verbs()
    predicates = [word for words in verbs.roles.values() for word in words] + verbs.openers
    strong = [word for word in predicates if " " in word]
    kinds: dict[str, list[str]] = dict(verbs.roles.items())
    return KindPhrases(
        {
            **kinds,
            "alone": organs.alone,
            "named": organs.named,
            "topical": organs.topical,
            "post": organs.posts,
            "group": organs.groups,
            "none": organs.no_heads,
            "class": organs.classes,
            "field": organs.fields,
            "strong": strong,
            "small stop": [*predicates, *verbs.function_words],
            "topic stop": [*strong, *organs.topic_ends],
            "topic": organs.topics,
            "opener": verbs.openers,
        }
    )


@cache
def function_words() -> frozenset[str]:
    """Return the words that are never part of a name."""
    return frozenset(load_role_verbs().function_words)


@lru_cache(maxsize=4096)
def phrases_at(string: str, start: int) -> Mapping[str, int]:
    """Return the end of the longest phrase of each kind that begins at `start`; several rules ask for one place."""
    return _phrases().ends(string, start)


def phrase_end(kind: str, string: str, start: int) -> int:
    """Return the end of the longest phrase of a kind that begins at `start`, or -1."""
    return phrases_at(string, start).get(kind, -1)
