// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { type BrokenLine, ndjson } from "../../src/api/ndjson.ts";
import { seeded } from "./fixtures.ts";

const bytes = new TextEncoder();

function body(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function all(chunks: Uint8Array[]): Promise<{ objects: unknown[]; broken: BrokenLine[] }> {
  const broken: BrokenLine[] = [];
  const objects: unknown[] = [];
  for await (const object of ndjson(body(chunks), (line) => broken.push(line))) objects.push(object);
  return { objects, broken };
}

/** The same bytes, cut at random places. */
function cut(text: string, random: () => number): Uint8Array[] {
  const whole = bytes.encode(text);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < whole.length; ) {
    const size = Math.floor(random() * 7);
    chunks.push(whole.slice(at, at + size));
    at += size;
  }
  return chunks;
}

describe("17 NDJSON reader", () => {
  it("17 puts characters together whose bytes come in several chunks", async () => {
    const text = '{"a":"żółw 🐢 \\u2028 日本"}\n';
    const each = [...bytes.encode(text)].map((byte) => Uint8Array.of(byte));
    expect(await all(each)).toEqual({ objects: [{ a: "żółw 🐢 \u2028 日本" }], broken: [] });
  });

  it("17 puts half lines together, and takes a last line without an end", async () => {
    const chunks = ['{"a"', ":1}\n{", '"b":2}\n{"c":3}', "\n", '{"d":4}'].map((part) => bytes.encode(part));
    expect((await all(chunks)).objects).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }, { d: 4 }]);
  });

  it("17 passes over empty lines", async () => {
    expect(await all([bytes.encode('\n\n{"a":1}\r\n \n\n{"b":2}\n\n')])).toEqual({
      objects: [{ a: 1 }, { b: 2 }],
      broken: [],
    });
    expect(await all([])).toEqual({ objects: [], broken: [] });
  });

  it("17 reports a broken line and keeps the rest", async () => {
    const chunks = [
      bytes.encode('{"a":1}\n{"b":\n{"c":3}\nnonsense'),
      Uint8Array.of(0xff, 0xfe, 10),
      bytes.encode("4"),
    ];
    expect(await all(chunks)).toEqual({
      objects: [{ a: 1 }, { c: 3 }, 4],
      broken: [
        { line: 2, text: '{"b":' },
        { line: 4, text: "nonsense��" },
      ],
    });
  });

  it("17 reads the same wherever the bytes are cut", async () => {
    const random = seeded(17);
    const words = ["a", "ß", "→", "🙂", '"', "\\", "\n", "}", "", "żółw"];
    for (let run = 0; run < 200; run++) {
      const objects = Array.from({ length: Math.floor(random() * 6) }, (_, id) => ({
        id,
        text: words[Math.floor(random() * words.length)],
      }));
      const text = objects.map((object) => `${JSON.stringify(object)}\n`).join("");
      expect(await all(cut(text, random))).toEqual({ objects, broken: [] });
    }
  });

  it("17 ends the request when nobody reads on", async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(bytes.encode('{"a":1}\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const object of ndjson(endless, () => {})) if (object) break;
    expect(cancelled).toBe(true);
  });
});
