"""What a trip costs."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Quote:
    id: str
    currency: str
    fare: int
    surcharge: int
    fee: int
    railcard: str | None
    valid_until: datetime

    @property
    def total(self) -> int:
        return self.fare + self.surcharge + self.fee
