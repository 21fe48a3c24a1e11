// SPDX-License-Identifier: Apache-2.0
// What is known of one source, and its lines that were not understood.
import { useEffect, useState } from "preact/hooks";
import { sourceClient } from "../../api/sources.ts";
import type { SourceRow, UnreadAnswer, UnreadLine } from "../../api/sourcetypes.ts";
import { size } from "../../state/bytes.ts";
import { grouped, plural } from "../../state/numbers.ts";
import { failureOf } from "../../state/resource.ts";
import { Plain } from "../../widgets/plain.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { reasons } from "./words.ts";

/** So many are kept of a source. */
const MOST = 1000;

type Failure = ReturnType<typeof failureOf>;

export function Unread({ row, clock }: { row: SourceRow; clock: string | null }) {
  const { account } = row;
  return (
    <div className="source-more">
      <p>
        <strong>{row.why}</strong>
      </p>
      {clock && <p className="muted">Clock: {clock}</p>}
      {row.services.length > 0 && (
        <p>
          Services: <Plain text={row.services.join(", ")} />
          {row.hosts.length > 0 && (
            <>
              ; hosts: <Plain text={row.hosts.join(", ")} />
            </>
          )}
        </p>
      )}
      {account ? (
        <p>
          {plural(account.lines, "line")}, {size(account.bytes)}: {plural(account.events, "event")},{" "}
          {grouped(account.timed)} with a time of their own, {grouped(account.rejected)} lines rejected.{" "}
          {reasons(account) && (
            <>
              Not understood: <Plain text={reasons(account)} />.
            </>
          )}
        </p>
      ) : (
        <p className="muted">
          No account was kept of its lines:{" "}
          {row.events > 0 ? "it was read by an earlier version of Clew" : "nothing was read"}.
        </p>
      )}
      <Lines name={row.name} listed={row.listed} />
    </div>
  );
}

function Lines({ name, listed }: { name: string; listed: number }) {
  const [lines, setLines] = useState<readonly UnreadLine[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [turn, setTurn] = useState(0);
  const take = (answer: UnreadAnswer, from: number) => {
    setFailure(null);
    setLines((before) => [...before.slice(0, from), ...answer.lines]);
    setNext(answer.next);
  };
  useEffect(() => {
    if (listed === 0) {
      setLines([]);
      return;
    }
    const abort = new AbortController();
    sourceClient.unread(name, 0, abort.signal).then(
      (answer) => take(answer, 0),
      (thrown) => {
        if (!abort.signal.aborted) setFailure(failureOf(thrown));
      },
    );
    return () => abort.abort();
  }, [name, listed, turn]);
  const more = () => {
    const from = next ?? 0;
    sourceClient.unread(name, from).then(
      (answer) => take(answer, from),
      (thrown) => setFailure(failureOf(thrown)),
    );
  };
  if (failure) return <Trouble error={failure} retry={() => setTurn(turn + 1)} what="The lines are not shown:" />;
  if (listed === 0) return <p className="muted">No line is listed that was not understood.</p>;
  return (
    <>
      <table className="plain-table unread-table">
        <caption>
          {plural(listed, "line")} that {listed === 1 ? "was" : "were"} not understood
          {listed >= MOST ? ": the first of them" : ""}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Line
            </th>
            <th scope="col">What became of it</th>
            <th scope="col">Reason</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.line}-${line.offset}`}>
              <td className="number">{grouped(line.line)}</td>
              <td>{line.event ? "kept as an event" : "rejected"}</td>
              <td>
                <Plain text={line.reason} />
              </td>
              <td className="mono">
                {line.text === "" ? <span className="muted">blank</span> : <Plain text={line.text} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next !== null && (
        <button type="button" className="button small" onClick={more}>
          Show more
        </button>
      )}
    </>
  );
}
