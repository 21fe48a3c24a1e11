import type { Quote } from "../clients/pricing.js";

export interface PriceLine {
  label: string;
  amount: string;
}

/** The lines of a price, as a page shows them. */
export function priceLines(quote: Quote): PriceLine[] {
  const lines: PriceLine[] = [];
  lines.push({ label: "Fare", amount: euros(quote.fare_cents) });
  lines.push({ label: "Surcharge", amount: euros(quote.surcharge_cents) });
  lines.push({ label: "Fee", amount: euros(quote.fee_cents) });
  return lines;
}

function euros(cents: number): string {
  const digits = cents.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
