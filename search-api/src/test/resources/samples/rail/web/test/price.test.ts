import { expect, test } from "vitest";
import { priceLines } from "../src/trips/price.js";

test("amounts have two digits after the point", () => {
  const quote = { quote_id: "Q-1", currency: "EUR", total_cents: 5955, fare_cents: 4905, surcharge_cents: 900, fee_cents: 150 };
  expect(priceLines(quote).map((line) => line.amount)).toEqual(["49.05", "9.00", "1.50"]);
});
