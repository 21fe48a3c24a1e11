// SPDX-License-Identifier: Apache-2.0
// What the error is, how often and since when, and what can be done with it.
import type { SuspectsAnswer } from "../../api/types.ts";
import { SELECTION } from "../../state/actions.ts";
import { code as asked, error, eventId, oneKnown, shownEvent, walk, walkEvents } from "../../state/errors.ts";
import { exceptionOf, sinceWords, titleOf } from "../../state/errortext.ts";
import { full, millis } from "../../state/instant.ts";
import { pageView, view } from "../../state/location.ts";
import { listMarkdown } from "../../state/markdown.ts";
import { counted, duration, grouped, plural } from "../../state/numbers.ts";
import { offered, pin } from "../../state/pinning.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Icon } from "../../widgets/icon.tsx";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { To } from "../../widgets/to.tsx";
import { logsOf, traceOf } from "./keys.ts";
import { Ran } from "./obstacles.tsx";

const TITLE = 300;

/** What is explained, in a line. */
export function headline(answer: SuspectsAnswer | null): string {
  if (view.value.id === SELECTION) return answer?.symptom?.message.split("\n", 1)[0] ?? "What changed in the selection";
  const event = shownEvent.value;
  if (event) return titleOf(event);
  const row = error.value;
  return row ? [exceptionOf(row), row.template].filter(Boolean).join(": ") : "…";
}

function Walk() {
  const known = walk.data.value;
  const row = error.value;
  if (!row || !eventId.value) return null;
  const here = known && walk.answered.value?.id === eventId.value ? known : null;
  return (
    <span className="walk">
      <button
        type="button"
        className="tool"
        aria-label="A newer event of this error"
        aria-keyshortcuts="K"
        title="Newer (K)"
        disabled={!here?.newer}
        onClick={() => walkEvents(-1)}
      >
        <Icon name="left" />
      </button>
      <span role="status">
        {here?.place ? `event ${grouped(here.place)} of ${counted(row.count)}` : `one of ${counted(row.count)} events`}
      </span>
      <button
        type="button"
        className="tool"
        aria-label="An older event of this error"
        aria-keyshortcuts="J"
        title="Older (J)"
        disabled={!here?.older}
        onClick={() => walkEvents(1)}
      >
        <Icon name="right" />
      </button>
    </span>
  );
}

function facts(answer: SuspectsAnswer | null): string[] {
  const { zone, id } = view.value;
  const row = error.value;
  const event = shownEvent.value;
  const at = (time: string) => `${full(time, zone)} ${zone}`;
  const since = row ? sinceWords(row) : "";
  const found = [
    event?.service ?? row?.service ?? answer?.symptom?.service ?? "",
    event?.version ? `version ${event.version}` : "",
    row ? `first ${at(row.began)}${since ? ` (${since})` : ""}` : "",
    row ? `last ${at(row.last)}` : "",
    !row && event ? `at ${at(event.time)}` : "",
    id === SELECTION && answer?.symptom ? plural(answer.symptom.count, "event") : "",
    answer?.onset ? `errors rise from ${at(answer.onset.time)}` : answer ? "no rise of errors found" : "",
    answer?.baseline
      ? `compared with ${duration(millis(answer.baseline.to) - millis(answer.baseline.from))} before`
      : answer
        ? "nothing before to compare with"
        : "",
  ];
  return found.filter(Boolean);
}

export function ErrorHead({ answer }: { answer: SuspectsAnswer | null }) {
  const title = clipped(headline(answer), TITLE);
  const trace = traceOf();
  const code = asked.data.value?.running ?? null;
  const lost = view.value.id !== SELECTION && oneKnown.value && !error.value;
  return (
    <div className="suspects-head">
      <div className="error-title">
        <h2>
          <Plain text={title} />
        </h2>
        <p>
          <Walk /> <Plain text={facts(answer).join(" · ")} />
        </p>
        {lost && (
          <p role="status">
            {eventId.value
              ? "The selection holds no failing event of this kind: it is counted nowhere."
              : "The selection holds no error of this name."}{" "}
            <To view={{ ...view.value, q: "", from: null, to: null }}>Look in the whole store</To>
          </p>
        )}
        <Ran running={answer?.running ?? (code ? [code] : [])} />
      </div>
      <div className="error-actions">
        <To className="button" view={pageView("investigate", logsOf())} aria-keyshortcuts="L">
          Logs <kbd aria-hidden="true">L</kbd>
        </To>
        {trace && (
          <To className="button" view={trace} aria-keyshortcuts="X">
            Trace <kbd aria-hidden="true">X</kbd>
          </To>
        )}
        {answer && <Copy text={listMarkdown(answer, title)} what="all suspects as Markdown" label="Markdown" />}
        <button
          type="button"
          className="button primary"
          aria-keyshortcuts="P"
          disabled={!offered.value}
          onClick={() => void pin(offered.peek())}
        >
          Pin <kbd aria-hidden="true">P</kbd>
        </button>
      </div>
    </div>
  );
}
