// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "preact/hooks";
import { incidentClient } from "../../api/incidents.ts";
import type { Block, Version } from "../../api/incidenttypes.ts";
import type { Problem, Unreachable } from "../../api/problem.ts";
import { second } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { failureOf } from "../../state/resource.ts";
import { LongPlain, Plain } from "../../widgets/plain.tsx";

/** Every text that a part had; an old one can be taken up again as a new one. */
export function Versions(props: { incident: string; block: Block; take: (text: string) => void }) {
  const { incident, block } = props;
  const [versions, setVersions] = useState<Version[] | null>(null);
  const [failure, setFailure] = useState<Problem | Unreachable | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    incidentClient.versions(incident, block.id, abort.signal).then(
      (answer) => setVersions(answer.versions.toReversed()),
      (thrown) => !abort.signal.aborted && setFailure(failureOf(thrown)),
    );
    return () => abort.abort();
  }, [incident, block.id, block.revision]);
  if (failure) return <p className="bad">The versions are not shown: {failure.message}</p>;
  if (!versions) return <p className="note">Loading…</p>;
  return (
    <ol className="doc-versions">
      {versions.map((version) => (
        <li key={version.revision}>
          <details>
            <summary>
              {version.revision}: <Plain text={version.by} />, {second(version.time, view.value.zone)}
            </summary>
            <pre className="mono">
              <LongPlain text={version.text} />
            </pre>
            <button type="button" className="button small" onClick={() => props.take(version.text)}>
              Take this text up again
            </button>
          </details>
        </li>
      ))}
    </ol>
  );
}
