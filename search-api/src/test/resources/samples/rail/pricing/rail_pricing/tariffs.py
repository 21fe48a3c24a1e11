"""Fares between stations, read from a file."""

import csv
import logging
import time

log = logging.getLogger(__name__)
fares: dict[tuple[str, str], int] = {}


def load(path: str) -> None:
    """Replaces all fares by those of a file."""
    start = time.monotonic()
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    fares.clear()
    for row in rows:
        fares[row["origin"], row["target"]] = int(row["cents"])
    log.info("Loaded %d fares from %s in %d ms", len(fares), path, 1000 * (time.monotonic() - start))
