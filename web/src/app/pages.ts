// SPDX-License-Identifier: Apache-2.0
// The table of pages: what the rail, the keys, the palette and the help show, and what is loaded when.
import type { ComponentType } from "preact";
import * as investigate from "../pages/investigate/page.tsx";
import type { Page } from "../state/view.ts";
import type { IconName } from "../widgets/icon.tsx";

/** A question a reader has on a page, and its answer in a sentence or two. */
export interface HowTo {
  question: string;
  answer: string;
}

/** What the module of a page gives. It binds its keys itself, while it is shown. */
export interface PageModule {
  Page: ComponentType;
  howTo: readonly HowTo[];
  /** What the foot of the shell says of the page: where the reader is in it. */
  Foot?: ComponentType;
}

export interface PageEntry {
  page: Page;
  name: string;
  icon: IconName;
  load(): Promise<PageModule>;
}

/** In the order of the rail. */
export const PAGES: readonly PageEntry[] = [
  { page: "investigate", name: "Investigate", icon: "search", load: () => Promise.resolve(investigate) },
  { page: "timeline", name: "Timeline", icon: "timeline", load: () => import("../pages/timeline/page.tsx") },
  { page: "patterns", name: "Patterns", icon: "patterns", load: () => import("../pages/patterns/page.tsx") },
  { page: "compare", name: "Compare", icon: "compare", load: () => import("../pages/compare/page.tsx") },
  { page: "errors", name: "Errors", icon: "bug", load: () => import("../pages/errors/page.tsx") },
  { page: "traces", name: "Traces", icon: "trace", load: () => import("../pages/traces/page.tsx") },
  { page: "incidents", name: "Incidents", icon: "incident", load: () => import("../pages/incidents/page.tsx") },
  { page: "sources", name: "Sources", icon: "source", load: () => import("../pages/sources/page.tsx") },
];

export function entryOf(page: Page): PageEntry | undefined {
  return PAGES.find((entry) => entry.page === page);
}
