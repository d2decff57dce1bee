"""The faults: places of the code where one small change is made, drawn by a seed and spread over the files."""

import ast
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from cosmic_ray.commands.init import _all_work_items
from cosmic_ray.work_item import MutationSpec

OPERATORS = frozenset(
    f"core/{name}"
    for name in """
    AddNot ReplaceAndWithOr ReplaceOrWithAnd ReplaceTrueWithFalse ReplaceFalseWithTrue NumberReplacer
    ReplaceBreakWithContinue ReplaceContinueWithBreak ZeroIterationForLoop ReplaceUnaryOperator_Delete_Not
    ReplaceUnaryOperator_Delete_USub ReplaceBinaryOperator_Add_Sub ReplaceBinaryOperator_Sub_Add
    ReplaceBinaryOperator_Mul_Div ReplaceBinaryOperator_Div_Mul ReplaceBinaryOperator_FloorDiv_Mul
    ReplaceBinaryOperator_Mod_FloorDiv ReplaceBinaryOperator_BitOr_BitAnd ReplaceBinaryOperator_BitAnd_BitOr
    ReplaceComparisonOperator_Eq_NotEq ReplaceComparisonOperator_NotEq_Eq ReplaceComparisonOperator_Lt_LtE
    ReplaceComparisonOperator_Lt_GtE ReplaceComparisonOperator_LtE_Lt ReplaceComparisonOperator_LtE_Gt
    ReplaceComparisonOperator_Gt_GtE ReplaceComparisonOperator_Gt_LtE ReplaceComparisonOperator_GtE_Gt
    ReplaceComparisonOperator_GtE_Lt ReplaceComparisonOperator_Is_IsNot ReplaceComparisonOperator_IsNot_Is
    """.split()
)
"""Left out of what cosmic-ray has: decorators (of caches and data classes), `is` for `==`, and operators that no
type allows, for such a fault is either none or noticed at once."""


def mutations(root: Path, file: Path) -> Iterator[MutationSpec]:
    """Yield the faults that may be put into a file, outside annotations."""
    annotated = set(_annotated(ast.parse((root / file).read_text("utf-8"))))
    for item in _all_work_items([root / file], {}):
        mutation = item.mutations[0]
        if mutation.operator_name in OPERATORS and mutation.start_pos not in annotated:
            yield mutation


def _annotated(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield the positions of whatever stands in annotations."""
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            annotation = getattr(node, name, None)
            if annotation is not None:
                yield from _positions(annotation)


def _positions(annotation: ast.expr) -> Iterator[tuple[int, int]]:
    last = annotation.end_lineno or annotation.lineno
    for line in range(annotation.lineno, last + 1):
        start = annotation.col_offset if line == annotation.lineno else 0
        end = annotation.end_col_offset or 0 if line == last else 1000
        yield from ((line, column) for column in range(start, end))


def sample(root: Path, files: Iterable[Path], count: int, seed: int) -> list[MutationSpec]:
    """Draw faults: at least one of every file that has any, the others from all places alike.

    At one place only one of the faults that it allows is made.
    """
    chance = random.Random(seed)
    firsts, others = [], []
    for file in files:
        places: dict[tuple[int, int], list[MutationSpec]] = defaultdict(list)
        for mutation in mutations(root, file):
            places[mutation.start_pos].append(mutation)
        drawn = [chance.choice(places[place]) for place in sorted(places)]
        chance.shuffle(drawn)
        firsts += drawn[:1]
        others += drawn[1:]
    chance.shuffle(others)
    return firsts + others[: max(0, count - len(firsts))]
