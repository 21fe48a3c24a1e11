"""The trail of all quotes, which the regulator asks for."""

import json
import logging
from typing import Any

from rail_pricing import wire

TRAIL = "/data/audit/quotes.jsonl"
log = logging.getLogger(__name__)


def note(body: dict[str, Any]) -> None:
    """Writes one quote; a customer gets a quote also when that fails."""
    try:
        entry = entry_of(body)
    except (KeyError, ValueError):
        log.exception("Quote %s is missing in the audit trail", body["quote_id"])
        return
    with open(TRAIL, "a", encoding="utf-8") as trail:
        trail.write(json.dumps(entry) + "\n")


def entry_of(body: dict[str, Any]) -> dict[str, Any]:
    """What the trail keeps of a quote: its amounts must add up."""
    total = wire.total_of(body)
    if total != body["total_cents"]:
        raise ValueError(f"amounts of {body['quote_id']} add up to {total}")
    return {"quote": body["quote_id"], "total": total}
