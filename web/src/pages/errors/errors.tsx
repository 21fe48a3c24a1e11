// SPDX-License-Identifier: Apache-2.0
import { useSignalEffect } from "@preact/signals";
import type { ErrorOrder } from "../../api/errortypes.ts";
import { SubjectBar } from "../../parts/subjectbar.tsx";
import { errors, orderOf } from "../../state/errors.ts";
import { status } from "../../state/investigation.ts";
import { go, view } from "../../state/location.ts";
import { counted, plural } from "../../state/numbers.ts";
import { useKeys } from "../../widgets/hooks.ts";
import { ErrorTable } from "./errortable.tsx";
import { ERRORS } from "./keys.ts";

const ORDERS: [ErrorOrder, string][] = [
  ["events", "most events first"],
  ["latest", "seen latest first"],
  ["newest", "newest first"],
];

function Summary() {
  const answer = errors.data.value;
  return (
    <div className="query-below">
      {answer && (
        <span role="status">
          <strong>{plural(answer.errorCount, "error")}</strong> in {counted(answer.total)} failing events
        </span>
      )}
      <label className="plain">
        Order{" "}
        <select
          className="select"
          value={orderOf(view.value)}
          onChange={({ currentTarget: { value } }) => go({ sort: value === "events" ? null : value })}
        >
          {ORDERS.map(([order, name]) => (
            <option key={order} value={order}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {errors.loading.value && answer && <span className="muted">counting again…</span>}
    </div>
  );
}

/** Which errors there are. */
export function ErrorsPage() {
  useKeys(ERRORS);
  useSignalEffect(() => {
    document.title = ["Errors", view.value.q, status.data.value?.title, "Clew"].filter(Boolean).join(" · ");
  });
  return (
    <main className="errors-page" data-keys="errors">
      <div className="query">
        <SubjectBar again={errors.retry} />
        <Summary />
      </div>
      <ErrorTable />
    </main>
  );
}
