"""HTTP in, quotes out."""

import logging
from typing import Any

from fastapi import FastAPI, HTTPException

from rail_pricing import audit, fares, store, wire
from rail_pricing.trip import Trip

log = logging.getLogger(__name__)
app = FastAPI(title="rail pricing")


@app.post("/quotes")
def quote(trip: Trip) -> dict[str, Any]:
    """Prices a trip and keeps the quote."""
    try:
        priced = fares.price(trip)
    except LookupError:
        log.warning("No tariff connects %s and %s", trip.origin, trip.target)
        raise HTTPException(status_code=404, detail="no tariff") from None
    body = wire.to_wire(priced)
    store.keep(priced)
    audit.note(body)
    log.info("Quote %s from %s to %s by %s", priced.id, trip.origin, trip.target, trip.train)
    return body


@app.get("/quotes/{quote_id}")
def given(quote_id: str) -> dict[str, Any]:
    """A quote as it was given."""
    quoted = store.find(quote_id)
    if quoted is None:
        log.warning("Quote %s is not known here", quote_id)
        raise HTTPException(status_code=404, detail="unknown quote")
    log.info("Quote %s handed out again", quote_id)
    return wire.to_wire(quoted)
