"""Scans: pictures of pages, cleaned, straightened and recognised by tesseract."""
