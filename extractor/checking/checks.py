"""All checks, in the order in which they run."""

from collections.abc import Callable, Iterator

from extractor.checking.blanks import check_blanks
from extractor.checking.conflicts import check_conflicts
from extractor.checking.counts import check_counts
from extractor.checking.order import check_order
from extractor.checking.place_names import check_place_names
from extractor.checking.ratios import check_ratios
from extractor.checking.recognition import check_recognition
from extractor.checking.sums import check_sums
from extractor.checking.symbols import check_symbols
from extractor.checking.years import check_years
from extractor.language.document import Document
from extractor.records import Finding

CHECKS: tuple[Callable[[Document], Iterator[Finding]], ...] = (
    check_blanks,
    check_ratios,
    check_sums,
    check_symbols,
    check_years,
    check_order,
    check_counts,
    check_conflicts,
    check_recognition,
    check_place_names,
)


def find_findings(document: Document) -> list[Finding]:
    """Run all checks over a document whose layers have run; in the order of the first quote."""
    found = [finding for check in CHECKS for finding in check(document)]
    return sorted(found, key=lambda finding: (finding.quotes[0].start, finding.code))
