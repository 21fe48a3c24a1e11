// SPDX-License-Identifier: Apache-2.0
import { render } from "preact";
import { followHistory } from "../state/location.ts";
import { followTheme } from "../state/theme.ts";
import { followKeys } from "./keys.ts";
import { Shell } from "./shell.tsx";

const root = document.getElementById("app");
if (!root) throw new Error("the page has no element #app to fill");
followTheme();
followHistory();
followKeys();
render(<Shell />, root);
