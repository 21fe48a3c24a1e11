// SPDX-License-Identifier: Apache-2.0
import { view } from "../../state/location.ts";
import { ErrorPage } from "./error.tsx";
import { ErrorsPage } from "./errors.tsx";

export { Foot } from "./foot.tsx";
export { HOW_TO as howTo } from "./howto.ts";

/** The list of errors, or one of them with what is suspected of it. */
export function Page() {
  return view.value.id === null ? <ErrorsPage /> : <ErrorPage />;
}
