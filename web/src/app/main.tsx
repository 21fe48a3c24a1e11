// SPDX-License-Identifier: Apache-2.0
import { render } from "preact";
import { bind } from "../state/keys.ts";
import { followHistory } from "../state/location.ts";
import { followTheme } from "../state/theme.ts";
import { followFocus } from "./footer.tsx";
import { followKeys } from "./keyboard.ts";
import { EVERYWHERE } from "./keys.ts";
import { Shell } from "./shell.tsx";

const root = document.getElementById("app");
if (!root) throw new Error("the page has no element #app to fill");
followTheme();
followHistory();
bind(EVERYWHERE);
followKeys();
followFocus();
render(<Shell />, root);
