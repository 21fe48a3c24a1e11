// SPDX-License-Identifier: Apache-2.0
// Which texts of a URL are a time or a zone.
import { offsetAt } from "./instant.ts";

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z$/;

export function isInstant(text: string): boolean {
  return ISO.test(text) && !Number.isNaN(Date.parse(text));
}

export function isZone(text: string): boolean {
  if (text === "UTC" || text === "local") return true;
  try {
    offsetAt(0, text);
    return true;
  } catch {
    return false; // the browser knows no zone of that name
  }
}
