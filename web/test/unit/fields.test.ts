// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { fieldsOf } from "../../src/state/eventfields.ts";
import { event } from "./fixtures.ts";

describe("the fields of an event", () => {
  it("are asked for by name, but for an attribute whose name means a part of every event", () => {
    const attributes = { order: "17", Host: "shop.example", file: "x.go" };
    const asked = fieldsOf({ ...event("a", "2026-11-21T14:00:00Z"), host: "web-1", attributes });
    const of = (name: string) => asked.filter((field) => field.name === name).map((field) => field.asked);
    expect(of("host")).toEqual(["host:web-1"]);
    expect(of("order")).toEqual(["order:17"]);
    expect(of("Host")).toEqual([null]);
    expect(of("file")).toEqual([null]);
  });
});
