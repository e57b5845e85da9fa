"""Questions about the library itself: lists by topic and date, comparisons, summaries."""
