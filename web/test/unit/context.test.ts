// SPDX-License-Identifier: Apache-2.0
// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { scopeQuery, searchOf } from "../../src/state/context.ts";
import { event } from "./fixtures.ts";

const one = event("a", "2026-11-21T14:00:02.123456789Z", {
  thread: "worker-1",
  origin: { file: 'a "b" c\\d.log', line: 1, lines: 1, offset: 0 },
});

describe("12 the lines around a row as a search", () => {
  it("are those of the very file, thread or service", () => {
    expect(scopeQuery("file", one)).toBe('file="a \\"b\\" c\\\\d.log"');
    expect(scopeQuery("thread", one)).toBe('file="a \\"b\\" c\\\\d.log" thread="worker-1"');
    expect(scopeQuery("service", one)).toBe('service="checkout"');
    expect(scopeQuery("all", one)).toBe("");
  });

  it("are those without a value where the row has none", () => {
    const bare = event("b", one.time, { service: null, thread: null });
    expect(scopeQuery("service", bare)).toBe("-service:*");
    expect(scopeQuery("thread", bare)).toBe('file="a.log" -thread:*');
  });

  it("end after the last line, whatever is left of its millisecond", () => {
    const lines = [event("b", "2026-11-21T14:00:00Z"), one];
    expect(searchOf("all", one, lines)).toMatchObject({
      from: "2026-11-21T14:00:00.000Z",
      to: "2026-11-21T14:00:02.124Z",
      order: "oldest",
    });
  });
});
