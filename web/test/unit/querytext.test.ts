// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import {
  clause,
  clauses,
  excluding,
  narrowed,
  quoted,
  requirements,
  soughtWords,
  stands,
  without,
} from "../../src/state/querytext.ts";

describe("query text", () => {
  it("quotes a value only when it must be", () => {
    expect(quoted("checkout")).toBe("checkout");
    expect(quoted("2.14.0")).toBe("2.14.0");
    expect(quoted("http-nio-8080-exec-7")).toBe("http-nio-8080-exec-7");
    expect(quoted("two words")).toBe('"two words"');
    expect(quoted('say "no"\\')).toBe('"say \\"no\\"\\\\"');
    expect(quoted("a*b")).toBe('"a*b"');
    expect(quoted("")).toBe('""');
    expect(quoted("OR")).toBe('"OR"');
    expect(quoted("-level:debug")).toBe('"-level:debug"');
  });

  it("is cut into the clauses that were typed", () => {
    expect(clauses('service:checkout (timeout OR "failed (to")  -thread:"exec 7" a\\"b')).toEqual([
      "service:checkout",
      '(timeout OR "failed (to")',
      '-thread:"exec 7"',
      'a\\"b',
    ]);
    expect(clauses('open (bracket and "quote')).toEqual(["open", '(bracket and "quote']);
  });

  it("5 is taken apart into what it requires, where all of it is required", () => {
    expect(requirements('service:checkout AND NOT level:debug && "a b" -x')).toEqual([
      "service:checkout",
      "NOT level:debug",
      '"a b"',
      "-x",
    ]);
    expect(requirements("")).toEqual([]);
    expect(requirements("a or b")).toBeNull();
    expect(requirements("(a or b) c")).toEqual(["(a or b)", "c"]);
    expect(requirements("a NOT")).toBeNull();
  });

  it("is narrowed once, and loses the clause's opposite", () => {
    expect(narrowed("", "level:error")).toBe("level:error");
    expect(narrowed("timeout", "level:error")).toBe("timeout level:error");
    expect(narrowed("timeout level:error", "level:error")).toBe("timeout level:error");
    expect(narrowed("-level:error timeout", "level:error")).toBe("timeout level:error");
    expect(excluding("level:debug timeout", "level:debug")).toBe("timeout -level:debug");
  });

  it("keeps its meaning when it is an alternative", () => {
    expect(narrowed("a OR b", "level:error")).toBe("(a OR b) level:error");
    expect(without("a OR b", "a")).toBe("a OR b");
    expect(stands("a OR level:error", "level:error")).toBeNull();
  });

  it("loses a clause by its text", () => {
    const q = narrowed("timeout", clause("thread", "exec 7"));
    expect(stands(q, clause("thread", "exec 7"))).toBe("in");
    expect(without(q, clause("thread", "exec 7"))).toBe("timeout");
    expect(stands("-level:debug", "level:debug")).toBe("out");
  });

  it("tells which words are looked for in the text", () => {
    expect(soughtWords('service:a (timeout OR "failed to") -noise level>=warn x* NOT')).toEqual([
      "timeout",
      "failed to",
    ]);
  });
});
