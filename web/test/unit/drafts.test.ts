// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { incidentClient } from "../../src/api/incidents.ts";
import type { Block, Incident } from "../../src/api/incidenttypes.ts";
import { Problem, Unreachable } from "../../src/api/problem.ts";
import { createDraft, REST } from "../../src/state/drafts.ts";
import { ownName } from "../../src/state/preferences.ts";

const BLOCK: Block = {
  id: "B1",
  section: "summary",
  role: "text",
  text: "as it was",
  revision: 1,
  by: "Ana",
  time: "2026-03-10T14:00:00Z",
  comments: [],
};
const THEIRS = { text: "theirs", revision: 2, by: "Ben", time: "2026-03-10T14:01:00Z" };

function standing(text: string, revision: number): Incident {
  return { blocks: [{ ...BLOCK, text, revision }] } as unknown as Incident;
}

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
  ownName.value = "Ana";
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a text that is typed", () => {
  it("is sent once typing rests, and is then no longer kept here", async () => {
    const write = vi.spyOn(incidentClient, "write").mockResolvedValue(standing("new", 2));
    const draft = createDraft("INC-1", BLOCK, () => {});
    draft.type("ne");
    draft.type("new");
    expect(JSON.parse(kept.get("clew.draft INC-1 B1") ?? "")).toEqual({ text: "new", revision: 1 });
    await vi.advanceTimersByTimeAsync(REST);
    expect(write.mock.calls).toEqual([["INC-1", "B1", { revision: 1, text: "new", by: "Ana" }]]);
    expect(draft.state.value.kind).toBe("saved");
    expect(kept.has("clew.draft INC-1 B1")).toBe(false);
    draft.dispose();
  });

  it("survives a server that is away, and a reload", async () => {
    const write = vi.spyOn(incidentClient, "write").mockRejectedValue(new Unreachable());
    const draft = createDraft("INC-1", BLOCK, () => {});
    draft.type("new");
    await vi.advanceTimersByTimeAsync(REST);
    expect(draft.state.value.kind).toBe("waiting");
    draft.dispose();

    const again = createDraft("INC-1", BLOCK, () => {});
    expect(again.text.value).toBe("new");
    write.mockResolvedValue(standing("new", 2));
    await vi.advanceTimersByTimeAsync(0);
    expect(again.state.value.kind).toBe("saved");
    again.dispose();
  });

  it("stands beside another's text until a person settles it", async () => {
    const conflict = new Problem({ status: 409, current: THEIRS } as never);
    const write = vi.spyOn(incidentClient, "write").mockRejectedValueOnce(conflict);
    const draft = createDraft("INC-1", BLOCK, () => {});
    draft.type("mine");
    await vi.advanceTimersByTimeAsync(REST);
    expect(draft.state.value).toEqual({ kind: "conflict", theirs: THEIRS });
    draft.type("mine, longer");
    await vi.advanceTimersByTimeAsync(REST * 10);
    expect(write).toHaveBeenCalledTimes(1);
    expect(draft.text.value).toBe("mine, longer");

    write.mockResolvedValueOnce(standing("theirs\n\nmine, longer", 3));
    draft.settle("theirs\n\nmine, longer");
    await vi.advanceTimersByTimeAsync(0);
    expect(write.mock.lastCall?.[2]).toEqual({ revision: 2, text: "theirs\n\nmine, longer", by: "Ana" });
    expect(draft.state.value.kind).toBe("saved");
    draft.dispose();
  });

  it("waits for a name", async () => {
    ownName.value = "";
    const write = vi.spyOn(incidentClient, "write");
    const draft = createDraft("INC-1", BLOCK, () => {});
    draft.type("new");
    await vi.advanceTimersByTimeAsync(REST);
    expect(draft.state.value.kind).toBe("waiting");
    expect(write).not.toHaveBeenCalled();
    draft.dispose();
  });
});
