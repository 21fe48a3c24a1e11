import { post } from "./http.js";

/** What pricing answers; amounts are whole cents. */
export interface Quote {
  quote_id: string;
  currency: string;
  total_cents: number;
  fare_cents: number;
  surcharge_cents: number;
  fee_cents: number;
  railcard?: string;
}

export async function quoteFor(trip: unknown, trace: string): Promise<Quote> {
  return post<Quote>("pricing", "http://pricing:8083/quotes", trace, trip);
}
