// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { GraphAnswer, TimelineAnswer, TimelineLane } from "../../src/api/timelinetypes.ts";
import type { Change } from "../../src/api/types.ts";
import { cellAt, cellsOf, errorsAt } from "../../src/islands/timeline/cells.ts";
import { foldMarks, NEAR } from "../../src/islands/timeline/fold.ts";
import {
  centred,
  EMPTY_HEIGHT,
  laneAt,
  layOut,
  ticksOf,
  timeAt,
  xOf,
  zoomed,
} from "../../src/islands/timeline/geometry.ts";
import { svgPen } from "../../src/islands/timeline/pen.ts";
import { csvCell, csvOf, markdownCell, markdownOf } from "../../src/pages/timeline/texts.ts";
import { absenceWords, burstWords, finding, limitWords, stateWords } from "../../src/pages/timeline/words.ts";
import { callersFirst, lanesClause, lanesOf, movedLane, NO_NAME, ordered } from "../../src/state/timelanes.ts";
import { foldedName, marksOf } from "../../src/state/timemarks.ts";
import { seeded } from "./fixtures.ts";

const START = Date.parse("2026-11-21T14:00:00Z");
const iso = (seconds: number) => new Date(START + seconds * 1000).toISOString();

function lane(name: string | null, errors: number[], more: Partial<TimelineLane> = {}): TimelineLane {
  const info = errors.map(() => 10);
  return {
    name,
    total: info.length * 10 + errors.reduce((all, count) => all + count, 0),
    first: iso(0),
    last: iso(59),
    firstError: errors.some((count) => count > 0) ? iso(errors.findIndex((count) => count > 0) * 10) : null,
    levels: { info, error: errors },
    bursts: [],
    silences: [],
    late: 0,
    gaps: [],
    versions: [],
    moreVersions: 0,
    ...more,
  };
}

function answer(lanes: TimelineLane[], more: Partial<TimelineAnswer> = {}): TimelineAnswer {
  return {
    query: { text: "", canonical: "*", words: "every event", notices: [] },
    range: { from: iso(0), to: iso(60) },
    start: iso(0),
    stepNs: 10e9,
    cells: 6,
    field: "service",
    lanes,
    moreLanes: 0,
    without: [],
    moreWithout: 0,
    arriving: null,
    total: { value: 1, exact: true },
    changes: [],
    changesComplete: true,
    skew: null,
    complete: true,
    ...more,
  };
}

const change = (kind: Change["kind"], seconds: number, label = kind as string): Change => ({
  kind,
  time: iso(seconds),
  service: null,
  id: `${kind}${seconds}`,
  label,
  by: null,
});

describe("the timeline's geometry", () => {
  const window = { from: 1000, to: 2000 };

  it("turns times into pixels and back", () => {
    expect(xOf(1500, window, 800)).toBe(400);
    expect(timeAt(xOf(1234, window, 777), window, 777)).toBeCloseTo(1234);
  });

  it("zooms around a point that stays where it is", () => {
    const near = zoomed(window, 0.5, 1200);
    expect(near.to - near.from).toBe(500);
    expect(xOf(1200, near, 800)).toBeCloseTo(xOf(1200, window, 800));
    expect(zoomed({ from: 0, to: 20 }, 0.001, 10)).toEqual({ from: 5, to: 15 });
    expect(centred(window, 5000)).toEqual({ from: 4500, to: 5500 });
  });

  it("puts ticks at round wall times of the zone, also where clocks change", () => {
    const labels = (from: string, to: string, zone: string) =>
      ticksOf({ from: Date.parse(from), to: Date.parse(to) }, 600, zone).map((tick) => tick.label);
    expect(labels("2026-11-21T14:02:00Z", "2026-11-21T14:31:00Z", "UTC")).toEqual([
      "14:05",
      "14:10",
      "14:15",
      "14:20",
      "14:25",
      "14:30",
    ]);
    expect(labels("2026-11-21T14:00:00Z", "2026-11-21T18:00:00Z", "Asia/Kolkata")[0]).toBe("20:00");
    const spring = labels("2026-03-29T00:00:00Z", "2026-03-29T04:00:00Z", "Europe/London");
    expect(new Set(spring).size).toBe(spring.length);
    expect(labels("2026-11-21T14:00:00.000Z", "2026-11-21T14:00:00.050Z", "UTC")).toContain("14:00:00.020");
  });

  it("gives lanes with events the room that those without leave", () => {
    const room = layOut([true, true, false], 200);
    expect([...room.tops]).toEqual([0, 83, 166, 166 + EMPTY_HEIGHT]);
    expect([-1, 0, 82, 83, 170, 500].map((y) => laneAt(room, y))).toEqual([-1, 0, 0, 1, 2, -1]);
  });
});

describe("cells", () => {
  it("keep every number of every level", () => {
    const cells = cellsOf(answer([]), [lane("a", [0, 0, 3, 0, 0, 1]), null]);
    expect(cells.errors[0]).toBe(4);
    expect(errorsAt(cells, 0, 2)).toBe(3);
    expect(cells.totals[2]).toBe(13);
    expect(cells.peaks[0]).toBe(13);
    expect(cells.errors[1]).toBe(0);
    expect(cellAt(cells, START + 25_000)).toBe(2);
    expect(cellAt(cells, START - 1)).toBe(-1);
    expect(cellAt(cells, START + 60_000)).toBe(-1);
  });
});

describe("36 marks that stand too close", () => {
  it("fold into one, and none is lost", () => {
    const random = seeded(11);
    for (let run = 0; run < 200; run++) {
      const xs = Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 1000)).sort(
        (a, b) => a - b,
      );
      const folds = foldMarks(xs, 1000);
      expect(folds.flatMap((fold) => fold.marks)).toEqual(xs.map((_, index) => index));
      folds.forEach((fold, index) => {
        if (index > 0) expect(fold.x - (folds[index - 1]?.x ?? 0)).toBeGreaterThanOrEqual(NEAR);
      });
    }
  });

  it("stand alone from 24 pixels on", () => {
    expect(foldMarks([0, 23, 24, 60], 100).map((fold) => fold.marks)).toEqual([[0, 1], [2], [3]]);
    expect(foldMarks([-5, 50, 120], 100).map((fold) => fold.marks)).toEqual([[1]]);
  });

  it("are named by what they are", () => {
    const deploys = marksOf([change("deploy", 5), change("deploy", 3)], null);
    expect(deploys.map((mark) => mark.time)).toEqual([iso(3), iso(5)]);
    expect(foldedName(deploys)).toBe("2 deploys");
    expect(foldedName(marksOf([change("deploy", 5), change("config", 3), change("commit", 4)], null))).toBe(
      "3 changes",
    );
  });

  it("hold what the incident says of times", () => {
    const marks = marksOf([change("deploy", 10)], {
      id: "INC-1",
      title: "t",
      marks: [{ kind: "detected", time: iso(30), by: "kim" }],
      evidence: [
        { id: "E1", kind: "rows", title: "rows", range: { from: iso(20), to: null }, first: null },
        { id: "E2", kind: "diff", title: "no time", range: null, first: null },
      ],
      items: [{ id: "T1", time: iso(40), kind: "note", text: "paged", service: null, by: "kim" }],
    });
    expect(marks.map(({ kind }) => kind)).toEqual(["deploy", "pin", "state", "note"]);
  });
});

describe("the order of lanes", () => {
  const lanes = lanesOf(
    answer([lane("payment", [1]), lane("checkout", [0]), lane(null, [0]), lane("Api", [0])], {
      without: [{ name: "audit", state: "zero", first: null, last: null, gaps: [] }],
    }),
  );
  const keys = (found: { key: string }[]) => found.map(({ key }) => key);

  it("is that of the first errors, of names, of calls, or by hand", () => {
    const graph: GraphAnswer = {
      services: [],
      calls: [
        { caller: "Api", callee: "checkout", calls: 9 },
        { caller: "checkout", callee: "payment", calls: 9 },
      ],
    };
    expect(keys(ordered(lanes, "first-error", [], null))).toEqual(["payment", "checkout", NO_NAME, "Api", "audit"]);
    expect(keys(ordered(lanes, "name", [], null))).toEqual([NO_NAME, "Api", "checkout", "payment", "audit"]);
    expect(keys(ordered(lanes, "dependency", [], graph))).toEqual(["Api", "checkout", "payment", NO_NAME, "audit"]);
    expect(keys(ordered(lanes, "hand", ["audit", "Api"], null))).toEqual([
      "audit",
      "Api",
      "payment",
      "checkout",
      NO_NAME,
    ]);
  });

  it("ends also where services call each other in a circle", () => {
    const calls = [
      { caller: "a", callee: "b", calls: 5 },
      { caller: "b", callee: "c", calls: 5 },
      { caller: "c", callee: "a", calls: 1 },
    ];
    expect(callersFirst(["c", "b", "a", "x"], { services: [], calls })).toEqual(["a", "b", "c", "x"]);
  });

  it("changes by one place by hand, and not beyond the ends", () => {
    expect(movedLane(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
    expect(movedLane(["a", "b"], "a", -1)).toEqual(["a", "b"]);
    expect(movedLane(["a", "b"], "x", 1)).toEqual(["a", "b"]);
  });

  it("asks for the events of chosen lanes, whatever they are called", () => {
    expect(lanesClause("service", ["pay"])).toBe("service:pay");
    expect(lanesClause("service", ['a "b"', NO_NAME])).toBe('(service:"a \\"b\\"" OR -service:*)');
  });
});

describe("35 what is not there", () => {
  const state = (name: "zero" | "not_collected" | "no_source" | "arriving") => ({
    key: "x",
    lane: null,
    without: { name: "x", state: name, first: iso(-100), last: iso(-50), gaps: [] },
  });

  it("has words of its own for zero, not collected and still arriving", () => {
    const words = (["zero", "not_collected", "no_source", "arriving"] as const).map(state);
    expect(words.map((info) => stateWords(info, "UTC"))).toEqual([
      "zero",
      "not collected",
      "not collected, no source",
      "still arriving",
    ]);
    expect(new Set(words.map(({ without }) => absenceWords(without, "UTC", ""))).size).toBe(4);
    const gaps = [
      { from: iso(0), to: iso(20), kind: "not_collected" as const },
      { from: iso(50), to: iso(60), kind: "arriving" as const },
    ];
    expect(stateWords({ key: "a", lane: lane("a", [0], { gaps }), without: null }, "UTC")).toBe(
      "not collected 14:00:00 to 14:00:20; still arriving from 14:00:50",
    );
  });

  it("is stated where lanes are left out", () => {
    const many = answer(
      Array.from({ length: 200 }, (_, index) => lane(`s${index}`, [0])),
      { moreLanes: 140 },
    );
    expect(limitWords(many)[0]).toContain("showing the 200 noisiest of 340 services");
  });
});

describe("what the picture says", () => {
  const burst = { from: iso(20), to: iso(40), of: "errors" as const, events: 90, times: 62 };

  it("names the first error, the strongest burst and the changes", () => {
    const found = answer([lane("pay", [0, 0, 40, 50, 0, 0], { bursts: [burst] }), lane("web", [0, 0, 0, 1, 0, 0])]);
    const said = finding(found, lanesOf(found), marksOf([change("deploy", 5)], null), "UTC");
    expect(said).toBe(
      "2 services, 2026-11-21 14:00:00 to 2026-11-21 14:01:00 UTC, in cells of 10 s: first error in pay at 14:00:20; " +
        "pay has 90 errors from 14:00:20 to 14:00:40, ×62 as many as elsewhere; 1 deploy.",
    );
  });

  it("says a burst's ratio and start, and the first error where it begins with it", () => {
    expect(burstWords(burst, 10_000, "UTC", 60_000)).toBe("×62 at 14:00:20");
    expect(burstWords(burst, 10_000, "UTC", 60_000, Date.parse(iso(21)))).toBe("×62, first error 14:00:21");
    expect(burstWords({ ...burst, times: 0 }, 10_000, "UTC", 60_000)).toBe("90 errors, none elsewhere, at 14:00:20");
  });
});

describe("files for others", () => {
  it("hold no text that a spreadsheet takes for a formula", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
      expect(csvCell(`${start}HYPERLINK()`).replace(/^"/, "").startsWith("'")).toBe(true);
    }
    expect(csvCell(-3)).toBe("-3");
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell("line\nline")).toBe('"line\nline"');
    const hostile = answer([lane("=cmd|' /C calc'!A0", [1, 0, 0, 0, 0, 0])]);
    const csv = csvOf(hostile, lanesOf(hostile), marksOf([change("deploy", 5, "@SUM(A1)")], null));
    expect(csv).toContain("cell,'=cmd|' /C calc'!A0,2026-11-21T14:00:00.000Z,2026-11-21T14:00:10.000Z,0,1,0,10,0,0,0,");
    expect(csv).toContain("'@SUM(A1)");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(1 + 6 + 1);
  });

  it("hold no Markdown but their own", () => {
    expect(markdownCell("a|b <img src=x>\n[x](javascript:1)")).toBe("a\\|b \\<img src=x\\> \\[x\\]\\(javascript:1\\)");
    const found = answer([lane("pay|x", [1, 0, 0, 0, 0, 0])]);
    const text = markdownOf(found, lanesOf(found), [], "UTC", "http://127.0.0.1/t");
    expect(text).toContain("| pay\\|x | 1 | 61 | 2026-11-21 14:00:00.000 | - | collected |");
  });

  it("hold text in SVG as text", () => {
    const pen = svgPen(100, 50, { ui: "Inter", mono: '"Mono"' });
    pen.text("<script>alert(1)</script>\u0000", 0, 0, "rgb(0, 0, 0)");
    const file = pen.file('a "title" & more');
    expect(file).not.toContain("<script>");
    expect(file).toContain("&lt;script&gt;alert(1)&lt;/script&gt;\ufffd");
    expect(file).toContain("<title>a &quot;title&quot; &amp; more</title>");
  });
});
