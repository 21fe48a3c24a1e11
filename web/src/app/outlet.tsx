// SPDX-License-Identifier: Apache-2.0
// The page in view, whose module is loaded when it is first asked for.
import { computed, signal, useSignalEffect } from "@preact/signals";
import { hrefOf, view } from "../state/location.ts";
import { type Page, START } from "../state/view.ts";
import { entryOf, type PageModule } from "./pages.ts";

const loaded = signal<{ page: Page; module: PageModule } | null>(null);
const failed = signal(false);

/** The module of the page in view; null until it is there. */
export const shownModule = computed(() => (loaded.value?.page === view.value.page ? loaded.value.module : null));

export function Outlet() {
  const { page } = view.value;
  useSignalEffect(() => {
    const entry = entryOf(view.value.page);
    let gone = false;
    failed.value = false;
    if (!entry) {
      failed.value = true;
      return;
    }
    entry.load().then(
      (module) => {
        if (!gone) loaded.value = { page: entry.page, module };
      },
      () => {
        if (!gone) failed.value = true;
      },
    );
    return () => {
      gone = true;
    };
  });
  const module = shownModule.value;
  if (failed.value) {
    return (
      <main className="plain-page">
        <p role="alert">
          This page could not be loaded. <a href={hrefOf({})}>Load it again</a>, or{" "}
          <a href={hrefOf({ ...START })}>go to Investigate</a>.
        </p>
      </main>
    );
  }
  if (!module) return <main className="plain-page" aria-busy="true" />;
  return <module.Page key={page} />;
}
