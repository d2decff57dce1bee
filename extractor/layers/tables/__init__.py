"""Bảng biểu: what the rows and columns of a table mean, for all layers that read tables."""

from extractor.layers.tables.model import Column, Row, TableModel
from extractor.layers.tables.read import table_models

__all__ = ["Column", "Row", "TableModel", "table_models"]
