// SPDX-License-Identifier: Apache-2.0
import type { ChangeKind } from "../api/types.ts";

const SHAPES: Record<ChangeKind, string> = {
  deploy: "M5 1 9.500 9h-9Z",
  restart: "M5 9 .500 1h9Z",
  config: "M5 .500 9.500 5 5 9.500.500 5Z",
  commit: "M5 1.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7Z",
  flag: "M1.500.500h1.200v9H1.500ZM3.500 1h6L7.500 3.500 9.500 6h-6Z",
};

/** What kind of change a mark is, by its shape; the colour only helps. */
export function ChangeShape({ kind }: { kind: ChangeKind }) {
  return (
    <svg viewBox="0 0 10 10" className={`of-${kind}`} aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
  );
}
