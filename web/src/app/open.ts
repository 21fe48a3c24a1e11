// SPDX-License-Identifier: Apache-2.0
// Which dialog of the shell is open.
import { signal } from "@preact/signals";

export const helpOpen = signal(false);
export const paletteOpen = signal(false);
