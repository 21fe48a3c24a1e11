// SPDX-License-Identifier: Apache-2.0
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SuspectsAnswer } from "../../api/types.ts";
import { full, millis } from "../../state/instant.ts";
import { selectedEvent, status, suspects } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { plural } from "../../state/numbers.ts";
import { libraryOf } from "../../widgets/library.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { Diff } from "./diff.tsx";
import { FrameList } from "./framelist.tsx";
import { SourceExcerpt } from "./source.tsx";
import { SuspectSide } from "./suspectside.tsx";

const TITLE = 300;

function onsetOf(answer: SuspectsAnswer): string | null {
  if (!answer.onset) return null;
  return typeof answer.onset === "string" ? answer.onset : answer.onset.time;
}

/** What ages of lines are counted from. */
function began(answer: SuspectsAnswer): number {
  const time = onsetOf(answer) ?? selectedEvent.value?.time ?? status.data.value?.range?.to;
  return time ? millis(time) : 0;
}

function Head({ answer }: { answer: SuspectsAnswer | null }) {
  const event = view.value.selected ? selectedEvent.value : null;
  const thrown = event?.exception;
  const type = thrown?.type.slice(thrown.type.lastIndexOf(".") + 1);
  const title = event
    ? thrown
      ? `${type}${thrown.message ? `: ${thrown.message}` : ""}`
      : (event.message.split("\n", 1)[0] ?? "")
    : "What changed in the shown selection";
  const onset = answer && onsetOf(answer);
  return (
    <div className="suspects-head">
      <h2>
        <Plain text={clipped(title, TITLE)} />
      </h2>
      <p>
        {event?.service && (
          <>
            <Plain text={event.service} />
            {event.version ? ` ${event.version}` : ""} ·{" "}
          </>
        )}
        {onset ? `began ${full(onset, view.value.zone)} ${view.value.zone}` : "no beginning found"}
        {answer &&
          ` · ${plural(answer.suspects.length, "suspect")}, ${answer.cleared.length} cleared, ${answer.unknowns.length} unknown`}
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
      </div>
      <SuspectSide answer={answer} chosen={suspect} loading={suspects.loading.value} />
    </>
  );
}
