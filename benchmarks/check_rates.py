"""Keeps the figures of a mutation set for the page, which tells readers how far the checks can be trusted.

``newscite eval mutations --write FOLDER``, then ``python -m benchmarks.check_rates FOLDER/mutations.json``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

__all__ = ["main", "rates_of"]

TARGET = Path(__file__).resolve().parents[1] / "rag" / "data" / "check_rates.json"


def rates_of(report: dict[str, Any]) -> dict[str, Any]:
    """Returns what is kept of a report: the share caught of each kind, and of the true claims refused."""
    alarms = next(rate for rate in report["alarms"] if rate["part"] == "all")
    caught = [{"kind": rate["name"], "share": round(rate["share"], 4), "count": rate["count"]}
              for rate in report["caught_by_group"] if rate["part"] == "all"]
    return {"caught": caught, "refused": round(alarms["share"], 4), "claims": alarms["count"]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path, help="mutations.json of the test half")
    report = json.loads(parser.parse_args().report.read_text("utf-8"))
    if report["split"] != "test" or not report["meaning"]:
        parser.error("the figures for readers are those of the test half, with all checks")
    TARGET.write_text(json.dumps(rates_of(report), indent=1) + "\n", "utf-8")
    print(TARGET)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
