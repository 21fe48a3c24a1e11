// SPDX-License-Identifier: Apache-2.0
// What stands in the variables of a pattern: asked for when a variable is opened.
import { computed, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { patternClient } from "../../api/patterns.ts";
import type { PatternAnswer, Variable } from "../../api/patterntypes.ts";
import { view } from "../../state/location.ts";
import { duration, grouped, percent, plural } from "../../state/numbers.ts";
import { resource } from "../../state/resource.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { pieces } from "../../widgets/template.tsx";
import { Trouble } from "../../widgets/trouble.tsx";

interface Opened {
  id: string;
  template: string;
  members: number;
  /** Which variable, from 0. */
  at: number;
  left: number;
  top: number;
  /** Where the focus goes back to. */
  from: HTMLElement;
}

export const opened = signal<Opened | null>(null);
const WIDTH = 320;
const HEIGHT = 360;
const MOST = 10;

const question = computed(() => {
  const now = opened.value;
  const { q, from, to } = view.value;
  return now ? JSON.stringify({ id: now.id, q, from, to }) : null;
});
const values = resource(question, (text, signal) => patternClient.values(JSON.parse(text), signal));

export function openValues(element: HTMLElement, row: { id: string; template: string; members: number }, at: number) {
  const box = element.getBoundingClientRect();
  opened.value = {
    ...row,
    at,
    from: element,
    left: Math.max(0, Math.min(box.left, window.innerWidth - WIDTH - 8)),
    top: box.bottom + HEIGHT > window.innerHeight ? Math.max(0, box.top - HEIGHT) : box.bottom + 2,
  };
}

export function closeValues(): void {
  opened.peek()?.from.focus();
  opened.value = null;
}

/** The variables to show: the one that was opened, or all where the texts do not fit each other. */
export function shownVariables(answer: PatternAnswer, template: string, at: number): Variable[] {
  const places = (pieces(template).length - 1) / 2;
  const own = answer.template === template && answer.variables.length === places;
  return own ? answer.variables.slice(at, at + 1) : answer.variables;
}

function sizeText(value: number, dimension: string): string {
  if (dimension === "duration") return duration(value / 1e6);
  return grouped(Math.round(value * 100) / 100);
}

function Values({ variable, read }: { variable: Variable; read: number }) {
  const { numbers } = variable;
  const rest = variable.different - Math.min(MOST, variable.values.length);
  return (
    <section>
      <h3>
        <Plain text={clipped(variable.word, 60)} /> <var>&lt;{variable.type}&gt;</var>{" "}
        <span className="muted">{plural(variable.different, "value")}</span>
      </h3>
      {numbers && (
        <p className="muted">
          {sizeText(numbers.least, numbers.dimension)} to {sizeText(numbers.most, numbers.dimension)}, median{" "}
          {sizeText(numbers.median, numbers.dimension)}, p95 {sizeText(numbers.p95, numbers.dimension)}
        </p>
      )}
      <table>
        <tbody>
          {variable.values.slice(0, MOST).map(({ value, count }) => (
            <tr key={value}>
              <td className="mono what">
                <Plain text={clipped(value, 80)} />
              </td>
              <td className="num">{grouped(count)}</td>
              <td className="num muted">{percent(read > 0 ? count / read : 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="muted">and {plural(rest, "value")} more</p>}
    </section>
  );
}

function basis(answer: PatternAnswer): string {
  const { read, count } = answer;
  if (read >= count) return `exact: all ${plural(count, "event")} were read`;
  return `sampled: ${grouped(read)} of ${grouped(count)} events were read, spread over the time`;
}

/** The most frequent values of a variable, with counts, and whether they are of all events. */
export function ValuesPopover() {
  const now = opened.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!now) return;
    box.current?.focus();
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) opened.value = null;
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [now]);
  if (!now) return null;
  const answer = values.answered.value === question.value ? values.data.value : null;
  const shown = answer ? shownVariables(answer, now.template, now.at) : [];
  return (
    <div
      ref={box}
      className="values"
      role="dialog"
      tabIndex={-1}
      aria-label="Values of the variable"
      style={{ left: `${now.left}px`, top: `${now.top}px` }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        closeValues();
      }}
    >
      <button type="button" className="tool" aria-label="Close the values" onClick={closeValues}>
        <Icon name="close" />
      </button>
      {values.error.value && <Trouble what="No values." error={values.error.value} retry={values.retry} />}
      {!answer && !values.error.value && <p className="muted">reading…</p>}
      {answer && (
        <>
          <p className={answer.read < answer.count ? "sampled" : "muted"}>{basis(answer)}</p>
          {now.members > 1 && (
            <p className="muted">of the most frequent of the {grouped(now.members)} patterns put together here</p>
          )}
          {shown.map((variable) => (
            <Values key={variable.index} variable={variable} read={answer.read} />
          ))}
          {shown.length === 0 && <p className="muted">No event of the time has a value here.</p>}
        </>
      )}
    </div>
  );
}
