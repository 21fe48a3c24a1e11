"""Quotes that were given, for as long as tickets can be given back."""

from rail_pricing.quote import Quote

_kept: dict[str, Quote] = {}


def keep(quote: Quote) -> None:
    _kept[quote.id] = quote


def find(quote_id: str) -> Quote | None:
    return _kept.get(quote_id)
