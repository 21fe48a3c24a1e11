// SPDX-License-Identifier: Apache-2.0
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Span, SuspectsAnswer } from "../../api/types.ts";
import { full, millis } from "../../state/instant.ts";
import { selectedEvent, status, suspects } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { duration, plural } from "../../state/numbers.ts";
import { libraryOf } from "../../widgets/library.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { Diff } from "./diff.tsx";
import { Differences } from "./differences.tsx";
import { FrameList } from "./framelist.tsx";
import { SourceExcerpt } from "./source.tsx";
import { SuspectSide } from "./suspectside.tsx";

const TITLE = 300;

/** What ages of lines are counted from. */
function began(answer: SuspectsAnswer): number {
  const time = answer.onset?.time ?? selectedEvent.value?.time ?? status.data.value?.range?.to;
  return time ? millis(time) : 0;
}

function spanWords(span: Span): string {
  return duration(millis(span.to) - millis(span.from));
}

function Head({ answer }: { answer: SuspectsAnswer | null }) {
  const event = view.value.selected ? selectedEvent.value : null;
  const thrown = event?.exception;
  const type = thrown?.type.slice(thrown.type.lastIndexOf(".") + 1);
  const title = event
    ? thrown
      ? `${type}${thrown.message ? `: ${thrown.message}` : ""}`
      : (event.message.split("\n", 1)[0] ?? "")
    : (answer?.symptom?.message.split("\n", 1)[0] ?? "What changed in the shown selection");
  const symptom = answer?.symptom;
  const facts = [
    event?.service ?? symptom?.service,
    event?.version,
    symptom && plural(symptom.count, "event"),
    answer &&
      (answer.onset ? `began ${full(answer.onset.time, view.value.zone)} ${view.value.zone}` : "no beginning found"),
    answer &&
      (answer.baseline ? `compared with ${spanWords(answer.baseline)} before` : "nothing before to compare with"),
  ].filter((fact) => Boolean(fact));
  return (
    <div className="suspects-head">
      <h2>
        <Plain text={clipped(title, TITLE)} />
      </h2>
      <p>
        <Plain text={facts.join(" · ")} />
      </p>
    </div>
  );
}

/** The first frame of the application whose source was found, else the first of the application. */
function bestFrame(answer: SuspectsAnswer): number {
  const found = answer.frames.findIndex((frame) => frame.source.length > 0 && libraryOf(frame) === null);
  if (found >= 0) return found;
  return Math.max(
    0,
    answer.frames.findIndex((frame) => libraryOf(frame) === null),
  );
}

export function Suspects() {
  const answer = suspects.data.value;
  const error = suspects.error.value;
  const suspect = useSignal(0);
  const frame = useSignal(0);
  useEffect(() => {
    suspect.value = 0;
    frame.value = answer ? bestFrame(answer) : 0;
  }, [answer, suspect, frame]);

  if (!answer) {
    return (
      <>
        <Head answer={null} />
        {error ? (
          <Trouble what="No suspects." error={error} retry={suspects.retry} />
        ) : (
          <p className="note">weighing what changed before this…</p>
        )}
      </>
    );
  }
  const chosen = answer.suspects[suspect.value];
  const shown = answer.frames[frame.value];
  return (
    <>
      <Head answer={answer} />
      <div className="evidence-side">
        {error && (
          <Trouble what="These are the suspects of the question before." error={error} retry={suspects.retry} />
        )}
        <FrameList frames={answer.frames} chosen={frame} />
        {shown && <SourceExcerpt frame={shown} suspect={chosen?.id ?? null} now={began(answer)} />}
        {chosen && <Diff suspect={chosen} />}
        <Differences comparison={answer.comparison} />
      </div>
      <SuspectSide answer={answer} chosen={suspect} loading={suspects.loading.value} />
    </>
  );
}
