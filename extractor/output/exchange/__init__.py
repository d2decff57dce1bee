"""Gold in the formats of annotation tools: Label Studio, doccano, W3C Web Annotation; out and in again."""
