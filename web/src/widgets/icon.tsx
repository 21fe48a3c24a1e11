// SPDX-License-Identifier: Apache-2.0
import { CLOCK } from "./clockshape.ts";

const SHAPES = {
  clew: "M13.2 6.2A5.5 5.5 0 1 0 12 11.500M2.800 9.600C5 6.300 8.400 4.100 12.600 4.600M4 12c2-3.600 5.200-6 9.300-5.800M9.500 13c1.300 1 3.200 1.400 5 .8",
  search: "M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM10.300 10.300 13.500 13.500",
  close: "M4 4l8 8M12 4l-8 8",
  copy: "M5.500 5.500h8v8h-8zM10.500 5.500v-3h-8v8h3",
  check: "M3 8.500l3.500 3.500L13 4.500",
  plus: "M8 3.500v9M3.500 8h9",
  minus: "M3.500 8h9",
  clock: CLOCK,
  out: "M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM10.300 10.300 13.500 13.500M5 7h4",
  dark: "M13 9.500A5.500 5.500 0 0 1 6.500 3a5.500 5.500 0 1 0 6.500 6.500Z",
  light:
    "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1.500v1M8 13.500v1M1.500 8h1M13.500 8h1M3.400 3.400l.7.7M11.900 11.900l.7.7M3.400 12.600l.7-.7M11.900 4.100l.7-.7",
  timeline: "M2.500 3.500h5v2h-5zM6.500 7h6v2h-6zM4.500 10.500h9v2h-9z",
  patterns: "M2.500 4h11M2.500 8h7M2.500 12h9M12 7l1.500 1-1.500 1",
  compare: "M2.500 3.500h4v9h-4zM9.500 3.500h4v9h-4zM8 2v12",
  bug: "M8 2.500 14 13H2zM8 6.500v3M8 11.200v.3",
  trace: "M2.500 4h6M5 8h8.500M7.500 12h4M2.500 4v4H5M5 8v4h2.500",
  incident: "M4 14V2.500h8.500l-2 3 2 3H4",
  source:
    "M2.500 4.500c0-2.700 11-2.700 11 0v7c0 2.700-11 2.700-11 0zM2.500 4.500c0 2.700 11 2.700 11 0M2.500 8c0 2.700 11 2.700 11 0",
  pin: "M6 2.500h4l-.5 4.500 2 2v1h-7v-1l2-2zM8 10v4",
  left: "M9.500 4 5.500 8l4 4",
  right: "M6.500 4l4 4-4 4",
  up: "M4 9.500 8 5.500l4 4",
  down: "M4 6.500 8 10.500l4-4",
  table: "M2.500 3.500h11v9h-11zM2.500 6.500h11M6.500 6.500v6",
  note: "M3 13l.700-3L10.500 3.200l2.300 2.300L6 12.300Z",
  fit: "M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10",
  save: "M8 2.500v7M5 7l3 3 3-3M3 13h10",
  system: "M2.500 3.500h11v7.500h-11zM6 13.500h4",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
