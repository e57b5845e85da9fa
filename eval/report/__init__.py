"""The report that people read: one HTML file that needs nothing beside itself."""

from eval.report.html import report_html, run_html

__all__ = ["report_html", "run_html"]
