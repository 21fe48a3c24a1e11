// SPDX-License-Identifier: Apache-2.0
// Files that are handed in. The server knows how far each is: the list is asked for as long as one is under way, on
// whatever page the reader is, and again after a reload.
import { signal } from "@preact/signals";
import { sourceClient } from "../api/sources.ts";
import type { Import } from "../api/sourcetypes.ts";
import { size } from "./bytes.ts";
import { reask } from "./investigation.ts";
import { goTo } from "./location.ts";
import { grouped, plural } from "./numbers.ts";
import { failureOf, resource } from "./resource.ts";
import { tell } from "./toast.ts";

const PAUSE = 800;
const OVER: ReadonlySet<Import["state"]> = new Set(["done", "failed", "stopped"]);

const wanted = signal<number | null>(null);
export const imports = resource(wanted, (_, signal) => sourceClient.imports(signal));
/** How many files this page is sending now: a reload would end them. */
export const sending = signal(0);
/** Counts what ended, so that whoever shows what the store holds asks again. */
export const ended = signal(0);

let under = new Set<string>();
let timer = 0;

export function isOver(one: Import): boolean {
  return OVER.has(one.state);
}

/** Asks for the list, and goes on asking while something is under way. */
export function watchImports(): void {
  clearTimeout(timer);
  wanted.value = (wanted.peek() ?? 0) + 1;
}

imports.answered.subscribe((turn) => {
  const all = imports.data.peek()?.imports;
  if (turn === null || !all) return;
  const going = all.filter((one) => !isOver(one));
  for (const one of all) if (isOver(one) && under.has(one.id)) tellEnd(one);
  under = new Set(going.map((one) => one.id));
  if (going.length > 0 || sending.peek() > 0) timer = window.setTimeout(watchImports, PAUSE);
});

function tellEnd(one: Import): void {
  ended.value++;
  reask();
  const { query, events } = one;
  if (one.state === "failed") {
    tell({ text: `${one.name} was not read: ${one.why}`, bad: true });
    return;
  }
  document.title = `✓ ${document.title.replace(/^✓ /, "")}`;
  const what = one.state === "stopped" ? "is stopped" : "is read";
  const text = `${one.name} ${what}: ${plural(events, "event")}`;
  tell(
    query ? { text, action: { name: "Investigate", act: () => goTo("investigate", { ...ALL, q: query }) } } : { text },
  );
}

/** Everything of a query, at any time. */
export const ALL = { from: null, to: null, order: "newest", selected: null, panel: null } as const;

export async function handIn(files: Iterable<File>): Promise<void> {
  await Promise.all([...files].map((file) => send(file, file.name, file.lastModified)));
}

/** Lines that were pasted become a file of their own. */
export function handInLines(lines: string): Promise<void> {
  const now = new Date()
    .toISOString()
    .replace(/\.\d+Z$/, "")
    .replaceAll(":", "");
  return send(new Blob([lines]), `pasted-${now}.log`, null);
}

async function send(file: Blob, name: string, modified: number | null): Promise<void> {
  const most = imports.data.peek()?.limits?.file;
  if (most !== undefined && file.size > most) {
    tell({
      text: `${name} has ${size(file.size)}; a file may have ${size(most)}. Compress it, or: clew index PATH`,
      bad: true,
    });
    return;
  }
  sending.value++;
  window.addEventListener("beforeunload", hold);
  const sent = sourceClient.handIn(file, name, modified);
  window.setTimeout(watchImports, 150);
  try {
    under.add((await sent).id);
  } catch (thrown) {
    const failure = failureOf(thrown);
    const detail = "detail" in failure && failure.detail ? `: ${failure.detail}` : "";
    tell({ text: `${name} was not taken: ${failure.message}${detail}`, bad: true });
  } finally {
    sending.value--;
    if (sending.peek() === 0) window.removeEventListener("beforeunload", hold);
    watchImports();
  }
}

/** The browser asks whether to leave: what is being sent would not come to its end. */
function hold(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export async function stopImport(id: string): Promise<void> {
  try {
    await sourceClient.stop(id);
  } catch (thrown) {
    tell({ text: `Not stopped: ${failureOf(thrown).message}`, bad: true });
  }
  watchImports();
}

/** What is said of an import that is under way. */
export function progress(one: Import): string {
  switch (one.state) {
    case "receiving":
      return one.bytes === null
        ? `${size(one.received)} received`
        : `receiving ${size(one.received)} of ${size(one.bytes)}`;
    case "waiting":
      return "received; others are read before";
    case "reading":
      return `reading ${size(one.bytes ?? 0)}: ${grouped(one.events)} events so far`;
    default:
      return "";
  }
}
