// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import type { SuspectsAnswer } from "../../api/types.ts";
import {
  detailRetry,
  detailTrouble,
  error,
  oneKnown,
  oneRetry,
  oneTrouble,
  shownEvent,
  suspects,
} from "../../state/errors.ts";
import { millis } from "../../state/instant.ts";
import { status } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { chosenSuspect, shownFrame } from "../../state/suspicion.ts";
import { useKeys, useOffer } from "../../widgets/hooks.ts";
import { Trouble } from "../../widgets/trouble.tsx";
import { Stack } from "../investigate/stack.tsx";
import { Diff } from "./diff.tsx";
import { Differences } from "./differences.tsx";
import { ErrorHead, headline } from "./errorhead.tsx";
import { FrameList } from "./framelist.tsx";
import { History } from "./history.tsx";
import { SUSPECTS } from "./keys.ts";
import { Mappings } from "./mappings.tsx";
import { Obstacles } from "./obstacles.tsx";
import { pinnable } from "./pinnable.ts";
import { Source } from "./source.tsx";
import { SuspectSide } from "./suspectside.tsx";
import { Causes, When } from "./when.tsx";

/** What ages of lines are counted from. */
function began(answer: SuspectsAnswer): number {
  const time = answer.onset?.time ?? shownEvent.value?.time ?? status.data.value?.range?.to;
  return time ? millis(time) : 0;
}

/** While the suspects are weighed: what is known already. */
function Weighing() {
  const trouble = suspects.error.value ?? detailTrouble.value ?? oneTrouble.value;
  const retry = suspects.error.value ? suspects.retry : detailTrouble.value ? detailRetry : oneRetry;
  const thrown = shownEvent.value?.exception;
  const shown = shownFrame.value;
  const nothing = oneKnown.value && !error.value && !view.value.selected;
  return (
    <>
      <div className="evidence-side">
        <div className="framelist">
          {thrown && <Stack thrown={thrown} />}
          <When />
        </div>
        <div className="evidence-main">
          {shown && <Source frame={shown} suspect={null} now={millis(shownEvent.value?.time ?? "")} />}
        </div>
      </div>
      <div className="suspect-side">
        {trouble ? (
          <Trouble what="No suspects." error={trouble} retry={retry} />
        ) : (
          !nothing && <p className="note">weighing what changed before this…</p>
        )}
      </div>
    </>
  );
}

function Weighed({ answer }: { answer: SuspectsAnswer }) {
  const chosen = answer.suspects[chosenSuspect.value];
  const shown = shownFrame.value;
  const commits = new Set(answer.suspects.filter((one) => one.kind === "commit").map((one) => one.id));
  const now = began(answer);
  const trouble = suspects.error.value;
  return (
    <>
      <div className="evidence-side">
        {trouble && (
          <Trouble what="These are the suspects of the question before." error={trouble} retry={suspects.retry} />
        )}
        <Obstacles answer={answer} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
        <section className="framelist" aria-label="Stack and when it happens" tabIndex={0}>
          <FrameList frames={answer.frames} now={now} />
          <Causes />
          <When />
          <Mappings />
        </section>
        <div className="evidence-main">
          {shown && <Source frame={shown} suspect={chosen?.id ?? null} now={now} />}
          {chosen && <Diff suspect={chosen} first={shown?.path ?? null} />}
          {shown && <History suspects={commits} now={now} />}
          <Differences comparison={answer.comparison} />
        </div>
      </div>
      <SuspectSide answer={answer} chosen={chosenSuspect} loading={suspects.loading.value} />
    </>
  );
}

/** One error: the stack, the source as it ran, and the changes suspected of it. */
export function ErrorPage() {
  const answer = suspects.data.value;
  useKeys(SUSPECTS);
  useOffer(() => pinnable(view.value));
  useSignalEffect(() => {
    document.title = [headline(suspects.data.value).slice(0, 80), "Suspects", "Clew"].join(" · ");
  });
  return (
    <main className="error-page" data-keys="suspects">
      <div className="suspects" id="suspects" tabIndex={-1} aria-busy={suspects.loading.value}>
        <ErrorHead answer={answer} />
        {answer ? <Weighed answer={answer} /> : <Weighing />}
      </div>
    </main>
  );
}
