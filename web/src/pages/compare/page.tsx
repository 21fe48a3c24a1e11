// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import type { HowTo } from "../../app/pages.ts";
import { SubjectBar } from "../../parts/subjectbar.tsx";
import { BaselineBox, StretchField } from "../../parts/windowbox.tsx";
import { timeOpen, zoomOut } from "../../state/actions.ts";
import { status } from "../../state/investigation.ts";
import type { Scope } from "../../state/keys.ts";
import { go, view } from "../../state/location.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { pin } from "../../state/pinning.ts";
import { useKeys, useOffer } from "../../widgets/hooks.ts";
import { Icon } from "../../widgets/icon.tsx";
import { Tabs } from "../../widgets/tabs.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { Answer, Between } from "./answer.tsx";
import { Chart, takeProblem } from "./chart.tsx";
import { FieldsTab } from "./fieldstab.tsx";
import { How } from "./how.tsx";
import { CommitsTab, NumbersTab, RatesTab } from "./othertabs.tsx";
import { PatternsTab } from "./patternstab.tsx";
import { comparisonPin } from "./pinnable.ts";
import { explained, TABS, tab, type Windows, windows } from "./state.ts";
import { tooFew } from "./words.ts";

export const howTo: readonly HowTo[] = [
  {
    question: "How do I set the two windows?",
    answer:
      "Drag on the histogram for B, with Shift for A; drag a bar to move a window, an edge to stretch it. The same by keyboard: Tab to a bar or an edge, then the arrows, ten steps with Shift. Or type the times.",
  },
  {
    question: "What is A when I do not choose it?",
    answer: "The equally long time just before B. The buttons take the same time of yesterday or of last week.",
  },
  {
    question: "What does the answer say?",
    answer:
      "Which few patterns or values account for the errors that B has more of than A, how much of them, and how often each is a minute in A and in B. Changes in between are listed below it.",
  },
  {
    question: "Why is a field missing?",
    answer: "None is: under Fields stand also those without a difference and those that were skipped, with the reason.",
  },
];

function nextTab(delta: number): void {
  const at = TABS.findIndex(({ id }) => id === tab.peek());
  const next = TABS[(at + delta + TABS.length) % TABS.length];
  if (next) go({ tab: next.id, sort: null });
}

const COMPARE: Scope = {
  name: "compare",
  title: "Compare",
  keys: [
    {
      keys: ["/"],
      does: "type a query",
      hint: "query",
      act: () => document.querySelector<HTMLElement>("#query")?.focus(),
    },
    { keys: ["["], does: "tab before", act: () => nextTab(-1) },
    { keys: ["]"], does: "next tab", hint: "next tab", act: () => nextTab(1) },
    { keys: ["z"], does: "widen B", act: zoomOut },
    { keys: ["t"], does: "choose the time of B", act: () => (timeOpen.value = true) },
    {
      keys: ["Escape"],
      does: "close what is open",
      act: () => {
        timeOpen.value = false;
      },
    },
  ],
};

function WindowBar({ problem, baseline }: Windows) {
  return (
    <div className="cp-windows">
      <span className="cp-window">
        <strong className="of-B">B problem</strong>
        <StretchField label="B, the problem" stretch={problem} take={takeProblem} />
      </span>
      <span className="cp-window">
        <strong className="of-A">A before</strong>
        <BaselineBox problem={problem} baseline={baseline} />
      </span>
    </div>
  );
}

function Part({ both }: { both: Windows }) {
  const answer = explained.data.value;
  const few = answer && tooFew(answer);
  if (tab.value === "patterns") return <PatternsTab />;
  if (tab.value === "rates") return <RatesTab windows={both} />;
  if (tab.value === "commits") return <CommitsTab windows={both} />;
  if (!answer) return <p className="note">comparing…</p>;
  return (
    <>
      {few && <p className="note">{few}</p>}
      {tab.value === "fields" ? <FieldsTab answer={answer} /> : <NumbersTab answer={answer} />}
    </>
  );
}

export function Foot() {
  const answer = explained.data.value;
  if (!answer) return null;
  return (
    <>
      <span role="status">
        B {plural(answer.here.members, "event")} · A {plural(answer.there.members, "event")}
      </span>
      <span>{grouped(answer.tests)} comparisons</span>
    </>
  );
}

export function Page() {
  useKeys(COMPARE);
  useOffer(() => comparisonPin(null));
  useSignalEffect(() => {
    document.title = ["Compare", view.value.q, status.data.value?.title, "Clew"].filter(Boolean).join(" · ");
  });
  const both = windows.value;
  const answer = explained.data.value;
  const error = explained.error.value;
  return (
    <main className="cp-page" data-keys="compare">
      <div className="query">
        <SubjectBar again={explained.retry}>
          <button type="button" className="button" onClick={() => void pin(comparisonPin(null))}>
            <Icon name="pin" />
            Pin
          </button>
        </SubjectBar>
        <div className={explained.loading.value ? "progress on" : "progress"} />
      </div>
      {!both && <p className="note">The store holds no events to compare.</p>}
      {both && (
        <>
          <WindowBar {...both} />
          <Chart windows={both} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className="cp-body" tabIndex={0} aria-label="Comparison" data-list>
            {error && <Trouble what="No comparison." error={error} retry={explained.retry} />}
            {!answer && !error && <p className="note">comparing…</p>}
            {answer && <Answer answer={answer} />}
            <Between />
            {answer && <How answer={answer} />}
            <Tabs
              label="Differences"
              controls="cp-part"
              chosen={tab.value}
              choose={(id) => go({ tab: id, sort: null })}
              tabs={TABS.map(({ id, name }) => ({ id, name }))}
            />
            <div id="cp-part" role="tabpanel" aria-labelledby={`cp-part-${tab.value}`}>
              <Part both={both} />
            </div>
          </section>
        </>
      )}
    </main>
  );
}
