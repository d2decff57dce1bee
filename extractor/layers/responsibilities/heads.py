"""The phrases that names of agencies are made of, built once from the lexicons."""

from functools import cache
from typing import NamedTuple

from extractor.lexicon.organs import load_organs
from extractor.lexicon.phrases import KindPhrases, Phrases
from extractor.lexicon.role_verbs import load_role_verbs


class Lexicon(NamedTuple):
    """The phrases that the grammar is made of."""

    heads: KindPhrases
    posts: Phrases
    classes: Phrases
    fields: Phrases
    predicates: Phrases
    strong: Phrases
    small_stops: Phrases
    topic_stops: Phrases
    topic_nouns: Phrases
    function_words: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Build the phrases."""
    organs, verbs = load_organs(), load_role_verbs()
    predicates = [word for words in verbs.roles.values() for word in words] + verbs.openers
    strong = [word for word in predicates if " " in word]
    return Lexicon(
        heads=KindPhrases(
            {
                "alone": organs.alone,
                "named": organs.named,
                "topical": organs.topical,
                "post": organs.posts,
                "none": organs.no_heads,
            }
        ),
        posts=Phrases(organs.posts),
        classes=Phrases(organs.classes),
        fields=Phrases(organs.fields),
        predicates=Phrases(predicates),
        strong=Phrases(strong),
        small_stops=Phrases([*predicates, *verbs.function_words]),
        topic_stops=Phrases([*strong, *organs.topic_ends]),
        topic_nouns=Phrases(organs.topics),
        function_words=frozenset(verbs.function_words),
    )
