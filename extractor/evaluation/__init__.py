"""Gold files, matching, tables, gains and losses."""
