from datetime import datetime

from rail_pricing.quote import Quote
from rail_pricing.wire import to_wire, total_of

UNTIL = datetime(2026, 3, 2, 12, 0)


def test_amounts_add_up():
    body = to_wire(Quote("Q-1", "EUR", 4900, 900, 150, None, UNTIL))
    assert total_of(body) == body["total_cents"] == 5950


def test_a_railcard_that_is_not_there_is_left_out():
    body = to_wire(Quote("Q-1", "EUR", 4900, 900, 150, None, UNTIL))
    assert "railcard" not in body
