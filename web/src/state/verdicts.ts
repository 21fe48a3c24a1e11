// SPDX-License-Identifier: Apache-2.0
// What people said of all suspects, for pages that show what was suspected: asked each time that one of them is opened.
import { computed, signal } from "@preact/signals";
import { client } from "../api/client.ts";
import type { Verdict } from "../api/types.ts";
import { view } from "./location.ts";
import { resource } from "./resource.ts";

const told = signal(0);
const shown = computed(() => ["timeline", "incidents"].includes(view.value.page));
const question = computed(() => (shown.value ? { told: told.value } : null));
const all = resource(question, (_, signal) => client.verdicts(signal));

/** Asks again after one was told. */
export function askVerdictsAgain(): void {
  told.value++;
}

/** What is said to be the root cause. */
export const causes = computed<readonly Verdict[]>(() =>
  (all.data.value?.verdicts ?? []).filter(({ verdict }) => verdict === "confirmed"),
);
