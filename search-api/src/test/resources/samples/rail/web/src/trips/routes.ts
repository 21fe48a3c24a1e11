import type { FastifyInstance, FastifyRequest } from "fastify";
import { Answered } from "../clients/http.js";
import { quoteFor } from "../clients/pricing.js";
import { log } from "../log.js";
import { priceLines } from "./price.js";

export function trips(app: FastifyInstance): void {
  app.post("/api/trips/price", priceTrip);
}

async function priceTrip(request: FastifyRequest): Promise<unknown> {
  try {
    const quote = await quoteFor(request.body, request.id);
    return { quote: quote.quote_id, lines: priceLines(quote) };
  } catch (e) {
    if (e instanceof Answered && e.status === 404) {
      log.warn({ trace_id: request.id, service: e.service }, "nothing runs between these stations");
      return { lines: [] };
    }
    throw e;
  }
}
