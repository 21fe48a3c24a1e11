// SPDX-License-Identifier: Apache-2.0

const UNITS = ["kB", "MB", "GB", "TB"];

/** Bytes in the unit that leaves few digits: 999 B, 1.2 kB, 48 MB. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes;
  let unit = "";
  for (const name of UNITS) {
    if (value < 999.5) break;
    value /= 1000;
    unit = name;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
