"""The trace id of the request that is being answered."""

import logging
from contextvars import ContextVar

FORMAT = "%(asctime)s %(levelname)s %(name)s [trace=%(trace)s] %(message)s"
current: ContextVar[str] = ContextVar("trace", default="-")


class TraceFilter(logging.Filter):
    """Puts the trace id into every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.trace = current.get()
        return True
