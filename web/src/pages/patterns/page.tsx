// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { TrendRow, TrendsAnswer } from "../../api/patterntypes.ts";
import type { HowTo } from "../../app/pages.ts";
import { SubjectBar } from "../../parts/subjectbar.tsx";
import { BaselineBox, stretchText } from "../../parts/windowbox.tsx";
import { status } from "../../state/investigation.ts";
import { go, move, pageView, view } from "../../state/location.ts";
import { grouped, percent, plural } from "../../state/numbers.ts";
import { anyOf, exclude, include, pinOf } from "../../state/patternquery.ts";
import { pin } from "../../state/pinning.ts";
import { narrowed } from "../../state/querytext.ts";
import { baselineOf } from "../../state/windows.ts";
import { useKeys, useOffer } from "../../widgets/hooks.ts";
import { Icon } from "../../widgets/icon.tsx";
import { plain } from "../../widgets/plaintext.ts";
import { Tabs } from "../../widgets/tabs.tsx";
import { Template } from "../../widgets/template.tsx";
import { To } from "../../widgets/to.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { choose, openCompare, PATTERNS } from "./keys.ts";
import { Head, Line } from "./line.tsx";
import {
  axis,
  baseline,
  chosen,
  countOf,
  current,
  FEW,
  forgetChosen,
  MOST,
  meant,
  rows,
  TABS,
  tab,
  trends,
} from "./state.ts";
import { ValuesPopover } from "./values.tsx";

export const howTo: readonly HowTo[] = [
  {
    question: "What is new?",
    answer:
      "The tab New: patterns that the time compared with does not have, errors first. First seen tells since when there is such a pattern at all, and the version that printed it first.",
  },
  {
    question: "Why are rates compared, not counts?",
    answer:
      "The two times may differ in length. More and fewer mean: half as often again at least, and three standard deviations apart.",
  },
  {
    question: "What stands behind <num>?",
    answer: "Press it: the most frequent values with their counts, and whether all events were read or a sample.",
  },
  {
    question: "How do I act on several patterns?",
    answer: "Space chooses the row under the cursor. F, Shift F, Enter, C and P then act on all that are chosen.",
  },
];

/** The question about patterns with the times it has now. */
function parameters(): Record<string, string> {
  const answer = trends.data.value;
  const { q } = view.value;
  if (!answer) return q ? { q } : {};
  const { range } = answer;
  const base = baseline.value;
  return {
    ...(q ? { q } : {}),
    from: range.from,
    to: range.to,
    ...(base ? { baselineFrom: base.from, baselineTo: base.to } : {}),
  };
}

function Headline({ answer }: { answer: TrendsAnswer }) {
  const { zone } = view.value;
  const covered = answer.patterns.reduce((sum, row) => sum + row.count, 0);
  const listed = answer.patterns.filter((row) => row.count > 0).length;
  const more = answer.different > answer.patterns.length;
  const against = baseline.value ?? baselineOf(answer.range, "before");
  return (
    <div className="pp-head">
      <p className="pp-line">
        <strong>
          {more ? `the ${grouped(listed)} most frequent of ${grouped(answer.different)}` : grouped(listed)} patterns
          cover {percent(answer.total === 0 ? 0 : covered / answer.total)} of {plural(answer.total, "event")}
        </strong>{" "}
        · window <span className="mono">{stretchText(answer.range, zone)}</span> vs
      </p>
      <BaselineBox problem={answer.range} baseline={against} />
      {!answer.complete && (
        <span className="sampled">counts so far: {answer.reason ?? "more patterns than are counted"}</span>
      )}
      {answer.baseline === null && (
        <span className="muted">the logs hold nothing of that time: nothing can be called new</span>
      )}
    </div>
  );
}

function Tools({ row }: { row: TrendRow }) {
  const name = plain(row.template, 80);
  const tool = (label: string, icon: "plus" | "minus" | "pin", act: () => void) => (
    <button
      type="button"
      className="tool"
      aria-label={`${label}: ${name}`}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <>
      {tool("Only this pattern", "plus", () => include([row]))}
      {tool("Without this pattern", "minus", () => exclude([row]))}
      <To
        className="tool"
        title="Open its events"
        aria-label={`Open the events: ${name}`}
        view={pageView("investigate", { q: narrowed(view.value.q, row.query) })}
      >
        <Icon name="search" />
      </To>
      {tool("Pin", "pin", () => void pin(pinOf([row], parameters())))}
    </>
  );
}

/** What the keys and buttons act on, written out whole. */
function Meant() {
  const those = meant.value;
  const first = those[0];
  if (!first) return null;
  const several = those.length > 1 || chosen.value.size > 0;
  return (
    <section className="pp-meant" aria-label="Chosen patterns">
      <p className="mono">
        {several ? (
          <>
            <strong>{plural(those.length, "pattern")} chosen</strong>,{" "}
            {plural(
              those.reduce((sum, row) => sum + row.count, 0),
              "event",
            )}
          </>
        ) : (
          <Template text={first.template} />
        )}
      </p>
      <span className="actions">
        <button type="button" className="button small" onClick={() => include(those)}>
          Only <kbd aria-hidden="true">F</kbd>
        </button>
        <button type="button" className="button small" onClick={() => exclude(those)}>
          Without <kbd aria-hidden="true">⇧F</kbd>
        </button>
        <To className="button small" view={pageView("investigate", { q: narrowed(view.value.q, anyOf(those)) })}>
          Open events <kbd aria-hidden="true">Enter</kbd>
        </To>
        <button type="button" className="button small" onClick={openCompare}>
          Compare <kbd aria-hidden="true">C</kbd>
        </button>
        <button type="button" className="button small" onClick={() => void pin(pinOf(those, parameters()))}>
          <Icon name="pin" />
          Pin <kbd aria-hidden="true">P</kbd>
        </button>
        {several && (
          <button type="button" className="button small" onClick={forgetChosen}>
            Choose none <kbd aria-hidden="true">Esc</kbd>
          </button>
        )}
      </span>
    </section>
  );
}

function Table({ answer }: { answer: TrendsAnswer }) {
  const shared = axis.value;
  if (!shared) return null;
  const now = view.value.sort ?? (tab.value === "all" ? "count" : "level");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="pp-list" tabIndex={0} aria-label="Patterns" data-list id="pp-list">
      <table className="pp">
        <Head axis={shared} box now={now} sort={(by) => go({ sort: by })} />
        <tbody>
          {rows.value.map((row) => (
            <Line
              key={row.id}
              row={row}
              answer={answer}
              axis={shared}
              selected={row.id === current.value?.id}
              choose={({ id }) => move({ selected: id })}
              box={
                <input
                  type="checkbox"
                  aria-label={`Choose ${plain(row.template, 80)}`}
                  checked={chosen.value.has(row.id)}
                  onClick={(event) => event.stopPropagation()}
                  onChange={() => choose(row.id)}
                />
              }
              tools={<Tools row={row} />}
            />
          ))}
        </tbody>
      </table>
      {rows.value.length === 0 && <p className="note">No pattern is {tab.value === "all" ? "here" : tab.value}.</p>}
      {answer.different > answer.patterns.length && (
        <p className="note">
          The {grouped(MOST)} most frequent are listed; narrow the query or the time to see the rarer ones.
        </p>
      )}
    </section>
  );
}

function Few({ answer }: { answer: TrendsAnswer }) {
  if (answer.total >= FEW) return null;
  return (
    <div className="list-note" role="status">
      <span>too few events for patterns ({grouped(answer.total)})</span>
      <To className="link" view={pageView("investigate")}>
        {answer.total === 0 ? "see why there are none" : "read the events"}
      </To>
    </div>
  );
}

export function Foot() {
  const answer = trends.data.value;
  const row = current.value;
  if (!answer) return null;
  const at = row ? rows.value.indexOf(row) + 1 : 0;
  return (
    <>
      <span role="status">
        {row
          ? `Pattern ${grouped(at)} of ${grouped(rows.value.length)}: ${plain(row.template, 60)}`
          : plural(rows.value.length, "pattern")}
      </span>
      <span>{plural(answer.total, "event")}</span>
    </>
  );
}

export function Page() {
  useKeys(PATTERNS);
  useOffer(() => pinOf(meant.value, parameters()));
  useSignalEffect(() => {
    document.title = ["Patterns", view.value.q, status.data.value?.title, "Clew"].filter(Boolean).join(" · ");
  });
  useEffect(() => forgetChosen, []);
  const answer = trends.data.value;
  const error = trends.error.value;
  return (
    <main className="pp-page" data-keys="patterns">
      <div className="query">
        <SubjectBar again={trends.retry} />
        <div className={trends.loading.value ? "progress on" : "progress"} />
      </div>
      {error && <Trouble what="No patterns." error={error} retry={trends.retry} />}
      {!answer && !error && <p className="note">counting patterns…</p>}
      {answer && (
        <>
          <Headline answer={answer} />
          <Tabs
            label="Patterns"
            controls="pp-list"
            chosen={tab.value}
            choose={(id) => go({ tab: id, selected: null })}
            tabs={TABS.map(({ id, name }) => ({ id, name, count: grouped(countOf(answer, id)) }))}
          />
          <Few answer={answer} />
          <Table answer={answer} />
          <Meant />
        </>
      )}
      <ValuesPopover />
    </main>
  );
}
