"""Quotes as the other services read them."""

from typing import Any

from rail_pricing.quote import Quote

AMOUNTS = ('fare_cents', 'surcharge_cents', 'fee_cents')

def to_wire(quote: Quote) -> dict[str, Any]:
    """The body of an answer; amounts are whole cents."""
    body = {'quote_id': quote.id, 'currency': quote.currency,
            'total_cents': quote.total, 'fare_cents': quote.fare,
            'surcharge_cents': quote.surcharge, 'fee_cents': quote.fee,
            'railcard': quote.railcard,
            'valid_until': quote.valid_until.isoformat()}
    return {name: value for name, value in body.items() if value is not None}

def total_of(body: dict[str, Any]) -> int:
    """The sum of the amounts of a body."""
    return sum(
        body[name] for name in AMOUNTS)
