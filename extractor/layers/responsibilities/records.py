"""Makes the records of responsibilities."""

from collections.abc import Sequence

from extractor.language.document import Document
from extractor.layers.responsibilities.bodies import Agency
from extractor.lexicon.organs import canonical_name
from extractor.lexicon.table_columns import RoleName
from extractor.records import Deadline, Responsibility
from extractor.records.layers import ResponsibilityLayout


class RecordMaker:
    """Makes records with evidence in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __call__(
        self,
        agency: Agency,
        roles: Sequence[RoleName],
        *,
        task: str | None,
        criteria: Sequence[str],
        deadline: Deadline | None,
        recurrence: str | None,
        layout: ResponsibilityLayout,
        rule: str,
        quote: tuple[int, int] | None = None,
    ) -> Responsibility:
        """Make a record; its quote is the agency's words where none is given."""
        named = self._document.evidence(agency.start, agency.end)
        return Responsibility(
            **(self._document.evidence(*quote) if quote else named),
            agency=" ".join(named["quote"].split()),
            agency_name=canonical_name(agency.full or self._document.string[agency.start : agency.end]),
            roles=list(roles),
            task=task,
            criteria=list(criteria),
            deadline=deadline,
            recurrence=recurrence,
            layout=layout,
            rule=rule,
        )
