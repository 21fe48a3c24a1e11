"""Where somebody wants to go, and when."""

from datetime import datetime

from pydantic import BaseModel


class Trip(BaseModel):
    origin: str
    target: str
    departs: datetime
    train: str
    railcard: str | None = None

    def is_peak(self) -> bool:
        """In the hours in which trains are full."""
        return self.departs.weekday() < 5 and self.departs.hour in (6, 7, 8, 16, 17, 18)
