// SPDX-License-Identifier: Apache-2.0
import { run } from "../../state/actions.ts";
import { listing } from "../../state/investigation.ts";
import { plural } from "../../state/numbers.ts";
import { Plain } from "../../widgets/plain.tsx";
import { Trouble } from "../../widgets/trouble.tsx";

/** What the server found odd about the query, and a failed run; the last good rows stay below. */
export function Notices() {
  const query = listing.listed.value?.query;
  const error = listing.error.value;
  const trouble = listing.trouble.value;
  const broken = listing.broken.value;
  return (
    <>
      {error && (
        <Trouble
          what={listing.listed.value ? "The rows below answer the query before. " : ""}
          error={error}
          retry={listing.retry}
        />
      )}
      {trouble && (
        <p className="note" role="status">
          <strong>Without changes.</strong> {[trouble.message, trouble.detail, trouble.fix].filter(Boolean).join("; ")}
        </p>
      )}
      {broken > 0 && (
        <p className="note" role="status">
          {plural(broken, "line")} of the answer could not be read; the rest stands.
        </p>
      )}
      {query && query.notices.length > 0 && (
        <ul className="notices">
          {query.notices.map((notice) => (
            <li key={`${notice.position} ${notice.message}`}>
              {notice.length > 0 && (
                <span className="where">
                  <Plain text={query.text.slice(notice.position, notice.position + notice.length)} />
                </span>
              )}
              <span>
                <Plain text={notice.message} />
              </span>
              {notice.fix && (
                <button type="button" className="button small" onClick={() => run(notice.fix ?? "")}>
                  <Plain text={notice.fix} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
