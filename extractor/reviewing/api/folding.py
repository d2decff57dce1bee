"""Vietnamese letters as they are typed without marks: "Kế hoạch" and "ke hoach" are one, "đ" is "d"."""

import unicodedata

import regex

_WORDS = regex.compile(r'"([^"]*)"|([^\s"]++)')
_NO_LETTERS = regex.compile(r"[^\p{L}\p{N}]++")


class _Folds(dict[int, str]):
    """The folded form of each code point, made when first met; always one character, so that offsets stay."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = "d" if letter in "đĐ" else unicodedata.normalize("NFD", letter)[0].lower()
        self[code] = base if len(base) == 1 else letter
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return the text in small letters without marks; each code point of a composed (NFC) text gives one."""
    return text.translate(_FOLDS)


def folded_query(text: str) -> str:
    """Fold what a user typed."""
    return fold(unicodedata.normalize("NFC", text))


def match_expression(query: str) -> str:
    """Return the FTS5 expression of a query: all words, in any order; words in quotation marks stand together.

    A Vietnamese word has several syllables, so documents in which all of them stand together come first by this. Each
    syllable is quoted, so that nothing a user types is taken for an operator. Empty where there is no word.
    """
    phrases = (quoted or word for quoted, word in _WORDS.findall(folded_query(query)))
    parts = [part for phrase in phrases if (part := " ".join(_NO_LETTERS.split(phrase)).strip())]
    every = " ".join(f'"{part}"' for part in parts)
    return every if len(parts) < 2 else f'"{" ".join(parts)}" OR ({every})'


def folded_code(code: str) -> str:
    """Fold a document code: "74 /KH-UBND" and "74/kh-ubnd" are one."""
    return "".join(folded_query(code).split())
