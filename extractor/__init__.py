"""kehoach: Vietnamese plan documents (Kế hoạch) to checked JSON records."""
