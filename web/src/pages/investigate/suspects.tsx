// SPDX-License-Identifier: Apache-2.0
import type { Span, SuspectsAnswer } from "../../api/types.ts";
import { full, millis } from "../../state/instant.ts";
import { selectedEvent, status, suspects } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { duration, plural } from "../../state/numbers.ts";
import { chosenSuspect, shownFrame } from "../../state/suspicion.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { Diff } from "./diff.tsx";
import { Differences } from "./differences.tsx";
import { FrameList } from "./framelist.tsx";
import { History } from "./history.tsx";
import { Mappings } from "./mappings.tsx";
import { Obstacles, Ran } from "./obstacles.tsx";
import { Source } from "./source.tsx";
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

/** What is explained, in a line. */
function titleOf(answer: SuspectsAnswer | null): string {
  const event = view.value.selected ? selectedEvent.value : null;
  const thrown = event?.exception;
  const type = thrown?.type.slice(thrown.type.lastIndexOf(".") + 1);
  if (thrown) return `${type}${thrown.message ? `: ${thrown.message}` : ""}`;
  const message = event?.message ?? answer?.symptom?.message;
  return message?.split("\n", 1)[0] ?? "What changed in the shown selection";
}

function Head({ answer }: { answer: SuspectsAnswer | null }) {
  const event = view.value.selected ? selectedEvent.value : null;
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
        <Plain text={clipped(titleOf(answer), TITLE)} />
      </h2>
      <p>
        <Plain text={facts.join(" · ")} />
      </p>
      {answer?.running && <Ran running={answer.running} />}
    </div>
  );
}

export function Suspects() {
  const answer = suspects.data.value;
  const error = suspects.error.value;
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
  const chosen = answer.suspects[chosenSuspect.value];
  const shown = shownFrame.value;
  const commits = new Set(answer.suspects.filter((one) => one.kind === "commit").map((one) => one.id));
  const now = began(answer);
  return (
    <>
      <Head answer={answer} />
      <div className="evidence-side">
        {error && (
          <Trouble what="These are the suspects of the question before." error={error} retry={suspects.retry} />
        )}
        <Obstacles answer={answer} />
        <FrameList frames={answer.frames} now={now} />
        <Mappings />
        <div className="evidence-main">
          {shown && <Source frame={shown} suspect={chosen?.id ?? null} now={now} />}
          {shown && <History suspects={commits} now={now} />}
          {chosen && <Diff suspect={chosen} first={shown?.path ?? null} />}
          <Differences comparison={answer.comparison} />
        </div>
      </div>
      <SuspectSide answer={answer} chosen={chosenSuspect} loading={suspects.loading.value} title={titleOf(answer)} />
    </>
  );
}
