"""Starts the service."""

import logging
import os

import uvicorn

from rail_pricing import tariffs
from rail_pricing.api import app
from rail_pricing.tracing import FORMAT, TraceFilter

log = logging.getLogger(__name__)


def main() -> None:
    """Loads the tariffs, then listens."""
    logging.basicConfig(level=logging.INFO, format=FORMAT)
    logging.getLogger().addFilter(TraceFilter())
    log.info("Starting pricing %s (commit %s)", os.environ["VERSION"], os.environ["COMMIT"])
    tariffs.load(os.environ["TARIFFS"])
    uvicorn.run(app, port=8083, log_config=None)


if __name__ == "__main__":
    main()
