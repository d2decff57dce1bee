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
_WIDEST = 1000
"""No line is longer."""


def mutations(root: Path, file: Path) -> Iterator[MutationSpec]:
    """Yield the faults that may be put into a file, outside annotations, decorators and lists of parameters."""
    source = (root / file).read_text("utf-8")
    passive = set(_passive(ast.parse(source)))
    for item in _all_work_items([root / file], {}):
        mutation = item.mutations[0]
        if mutation.operator_name in OPERATORS and mutation.start_pos not in passive:
            yield mutation


def _passive(tree: ast.AST) -> Iterator[tuple[int, int]]:
    """Yield the positions of what declares and does nothing: annotations, decorators, the star between parameters."""
    for node in ast.walk(tree):
        declared = [getattr(node, name, None) for name in ("annotation", "returns")]
        for part in (*declared, *getattr(node, "decorator_list", ())):
            if part is not None:
                yield from _positions(part.lineno, part.col_offset, part.end_lineno, part.end_col_offset)
        if isinstance(node, ast.FunctionDef):
            yield from _positions(node.lineno, node.col_offset, node.body[0].lineno, 0)


def _positions(line: int, column: int, last_line: int, last_column: int) -> Iterator[tuple[int, int]]:
    for number in range(line, last_line + 1):
        start = column if number == line else 0
        end = last_column if number == last_line else _WIDEST
        yield from ((number, place) for place in range(start, end))


def sample(root: Path, files: Iterable[Path], count: int, seed: int) -> list[MutationSpec]:
    """Draw faults: at least one of every file that has any, the others from all places alike.

    At one place only one of the faults that it allows is made. What is drawn of a file hangs on that file alone as
    far as it can, so that a change of one leaves the faults of the others.
    """
    firsts: list[tuple[float, MutationSpec]] = []
    others: list[tuple[float, MutationSpec]] = []
    for file in files:
        places: dict[tuple[int, int], list[MutationSpec]] = defaultdict(list)
        for mutation in mutations(root, file):
            places[mutation.start_pos].append(mutation)
        chance = random.Random(f"{seed} {file.as_posix()}")
        drawn = sorted(
            ((chance.random(), chance.choice(places[place])) for place in sorted(places)), key=lambda one: one[0]
        )
        firsts += drawn[:1]
        others += drawn[1:]
    others.sort(key=lambda one: one[0])
    return [mutation for _, mutation in firsts + others[: max(0, count - len(firsts))]]
