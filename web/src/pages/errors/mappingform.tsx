// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "preact/hooks";
import { client } from "../../api/client.ts";
import type { Mapping, ResolvedFrame, TriedMapping } from "../../api/types.ts";
import { suspects } from "../../state/errors.ts";
import { asOption, folderOf, leading, printedPath } from "../../state/mapping.ts";
import { keeps, tellMapping } from "../../state/notes.ts";
import { failureOf } from "../../state/resource.ts";
import { Copy } from "../../widgets/copy.tsx";
import { LongPlain, Plain } from "../../widgets/plain.tsx";

const PAUSE = 250;

interface Outcome {
  commit: string;
  tried: TriedMapping;
}

/** Tries every commit that source was looked at; the first that has the file, else what the first one said. */
async function tryAll(
  mapping: Mapping,
  path: string,
  line: number,
  commits: readonly string[],
  signal: AbortSignal,
): Promise<Outcome | null> {
  let first: Outcome | null = null;
  for (const commit of commits) {
    const outcome = { commit, tried: await client.tryMapping({ ...mapping, path, line, commit }, signal) };
    if (outcome.tried.found) return outcome;
    first ??= outcome;
  }
  return first;
}

function Resolved({ commit, tried }: Outcome) {
  return (
    <div data-mapping="found">
      <p className="good">
        Leads to{" "}
        <span className="mono">
          <Plain text={`${tried.path}${tried.line > 0 ? `:${tried.line}` : ""}`} />
        </span>{" "}
        at commit <span className="mono">{commit.slice(0, 8)}</span>:
      </p>
      <table className="code source">
        <tbody>
          {tried.lines.map((line) => (
            <tr key={line.line} className={line.line === tried.line ? "hit" : ""}>
              <td className="line">{line.line}</td>
              <td className="text">
                <LongPlain text={line.text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Near({ tried, path, use }: { tried: TriedMapping; path: string; use: (mapping: Mapping) => void }) {
  const offers = tried.near.flatMap((file) => {
    const mapping = leading(path, file);
    return mapping ? [{ file, mapping }] : [];
  });
  if (offers.length === 0) return null;
  return (
    <p>
      The commit has{" "}
      {offers.map(({ file, mapping }) => (
        <button key={file} type="button" className="link mono" onClick={() => use(mapping)}>
          <Plain text={file} />
        </button>
      ))}
    </p>
  );
}

/** Which folder holds the files whose paths begin so: tried as it is typed, kept when it leads to a line. */
export function MappingForm({ frame }: { frame: ResolvedFrame }) {
  const path = printedPath(frame);
  const [mapping, setMapping] = useState<Mapping>({ prefix: folderOf(path), folder: "" });
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const commits = (suspects.data.value?.running ?? []).map((one) => one.commit);
  const { prefix, folder } = mapping;
  const asked = commits.join(" ");

  useEffect(() => {
    const abort = new AbortController();
    setOutcome(null);
    const timer = setTimeout(() => {
      if (prefix.trim() === "") return setTrouble("Say how the printed path begins.");
      tryAll({ prefix, folder }, path, frame.line, commits, abort.signal).then(
        (found) => {
          setOutcome(found);
          setTrouble(found ? null : "No commit is known at which to look.");
        },
        (thrown) => {
          if (!abort.signal.aborted) setTrouble(failureOf(thrown).message);
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [prefix, folder, path, frame.line, asked]);

  const found = outcome?.tried.found === true;
  const save = async (event: Event) => {
    event.preventDefault();
    if (!found || !keeps()) return;
    const failed = await tellMapping(mapping, false);
    setTrouble(failed ? `Not kept: ${failed.message}` : null);
  };
  return (
    <form className="tell" aria-label="Folder of the repository" onSubmit={save}>
      <p>
        The frame prints{" "}
        <span className="mono">
          <Plain text={`${path}${frame.line > 0 ? `:${frame.line}` : ""}`} />
        </span>
        . Paths that begin so are in which folder of the repository?
      </p>
      <div className="pair">
        <label>
          Begins with
          <input
            id="map-prefix"
            className="field mono"
            value={prefix}
            onInput={(event) => setMapping({ ...mapping, prefix: event.currentTarget.value })}
          />
        </label>
        <label>
          Folder (empty: the topmost)
          <input
            id="map-folder"
            className="field mono"
            value={folder}
            onInput={(event) => setMapping({ ...mapping, folder: event.currentTarget.value })}
          />
        </label>
      </div>
      <div role="status" aria-live="polite">
        {outcome && found && <Resolved {...outcome} />}
        {outcome && !found && (
          <p className="bad" data-mapping="not-found">
            <Plain text={`Leads nowhere: ${outcome.tried.reason ?? "not found"}.`} />
          </p>
        )}
        {trouble && (
          <p className="bad">
            <Plain text={trouble} />
          </p>
        )}
      </div>
      {outcome && !found && <Near tried={outcome.tried} path={path} use={setMapping} />}
      <p className="way">
        <button type="submit" className="button small primary" disabled={!found || !keeps()}>
          Keep this mapping
        </button>
        <Copy text={asOption(mapping)} what="it as an option for the command line" label="As an option" />
        {!keeps() && (
          <span>This server keeps nothing that is told (the demo, or reading only): start it with the option.</span>
        )}
      </p>
    </form>
  );
}
