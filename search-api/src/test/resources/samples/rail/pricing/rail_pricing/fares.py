"""How a price is made."""

from datetime import timedelta
from uuid import uuid4

from rail_pricing import clock, tariffs
from rail_pricing.quote import Quote
from rail_pricing.trip import Trip

FEE = 150
PEAK = 500
FAST = {"ICX": 900, "NJ": 1450}
RAILCARDS = {"BASIC": 25, "PLUS": 50}


def price(trip: Trip) -> Quote:
    """A quote for a trip; raises LookupError when no tariff connects its stations."""
    fare = tariffs.fares[trip.origin, trip.target]
    reduction = RAILCARDS.get(trip.railcard or "", 0)
    return Quote(
        id=f"Q-{uuid4().hex[:10]}",
        currency="EUR",
        fare=fare * (100 - reduction) // 100,
        surcharge=surcharge_of(trip),
        fee=FEE,
        railcard=trip.railcard,
        valid_until=clock.now() + timedelta(minutes=20),
    )


def surcharge_of(trip: Trip) -> int:
    """What fast trains and busy hours cost on top."""
    extra = FAST[trip.train] if trip.train in FAST else 0
    return extra + (PEAK if trip.is_peak() else 0)
