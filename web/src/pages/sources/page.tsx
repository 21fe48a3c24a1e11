// SPDX-License-Identifier: Apache-2.0
import { computed, signal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { sourceClient } from "../../api/sources.ts";
import { ended, imports, watchImports } from "../../state/imports.ts";
import { status } from "../../state/investigation.ts";
import { move, view } from "../../state/location.ts";
import { resource } from "../../state/resource.ts";
import { useKeys } from "../../widgets/hooks.ts";
import { Tabs } from "../../widgets/tabs.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { FirstSteps } from "./firststeps.tsx";
import { DropArea, FileButton } from "./hand.tsx";
import { ImportRows } from "./importrows.tsx";
import { SOURCES } from "./keys.ts";
import { Services } from "./services.tsx";
import { SourceTable } from "./table.tsx";
import { TryLines } from "./trylines.tsx";
import { tally } from "./words.ts";

export { HOW_TO as howTo } from "./howto.ts";

const TABS = ["sources", "services", "try"] as const;
type Tab = (typeof TABS)[number];

const shown = signal(false);
const turn = signal(0);
/** Asked again whenever the page is shown, and when a file was read. */
const question = computed(() => (shown.value ? turn.value + ended.value : null));
const sources = resource(question, (_, signal) => sourceClient.all(signal));
const skew = resource(question, (_, signal) => sourceClient.skew(signal));

/** So often sources that grow are asked for again. */
const AGAIN = 5_000;

function tabOf(text: string | null): Tab {
  return TABS.find((tab) => tab === text) ?? "sources";
}

export function Page() {
  useKeys(SOURCES);
  useEffect(() => {
    shown.value = true;
    watchImports();
    const timer = window.setInterval(() => {
      const isRead = imports.data.peek()?.imports.some((one) => one.state === "reading");
      if (isRead || sources.data.peek()?.followed.length) turn.value++;
    }, AGAIN);
    return () => {
      clearInterval(timer);
      shown.value = false;
    };
  }, []);
  useSignalEffect(() => {
    document.title = ["Sources", status.data.value?.title, "Clew"].filter(Boolean).join(" · ");
  });
  const tab = tabOf(view.value.tab);
  const now = sources.data.value;
  const failure = sources.error.value;
  const takes = imports.data.value?.takes ?? now?.takes ?? false;
  return (
    <main className="sources" data-keys="sources">
      <div className="incident-head">
        <h2>Sources</h2>
        <Tabs
          label="Parts of the page"
          controls="sources-area"
          chosen={tab}
          choose={(id) => move({ tab: id === "sources" ? null : id, selected: null })}
          tabs={[
            { id: "sources", name: "Sources", ...(now ? { count: now.sources.length } : {}) },
            { id: "services", name: "Services and code", ...(now ? { count: now.services.length } : {}) },
            { id: "try", name: "Try lines" },
          ]}
        />
        {now && <span className="muted tally">{tally(now.sources)}</span>}
        <span className="push" />
        {takes && (tab !== "sources" || (now?.sources.length ?? 0) > 0) && <FileButton primary />}
      </div>
      <DropArea className="sources-area">
        <div
          id="sources-area"
          role="tabpanel"
          aria-labelledby={`sources-area-${tab}`}
          aria-busy={sources.loading.value}
        >
          {failure && <Trouble error={failure} retry={sources.retry} what="The sources are not shown:" />}
          {now?.trouble && <p className="list-note">The store takes no more events for now: {now.trouble}</p>}
          {now && !now.complete && <p className="list-note">Not all is listed: {now.reason}</p>}
          {tab === "try" && <TryLines />}
          {tab === "services" && now && <Services services={now.services} />}
          {tab !== "sources" || (now && now.sources.length > 0) ? <ImportRows /> : null}
          {tab === "sources" && now && now.sources.length > 0 && <SourceTable answer={now} skew={skew.data.value} />}
          {tab === "sources" && now && now.sources.length === 0 && (
            <FirstSteps events={status.data.value?.events ?? 0} services={now.services} />
          )}
        </div>
      </DropArea>
    </main>
  );
}
