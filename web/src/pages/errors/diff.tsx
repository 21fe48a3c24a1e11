// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import type { DiffHunk, DiffLine, Suspect } from "../../api/types.ts";
import { plural } from "../../state/numbers.ts";
import { LongPlain, Plain } from "../../widgets/plain.tsx";

const FIRST = 400;
const CLASSES: Record<DiffLine["op"], string> = { "+": "add", "-": "del", " ": "" };
const NAMES: Record<DiffLine["op"], string> = { "+": "added", "-": "removed", " ": "" };

function byFile(hunks: readonly DiffHunk[]): [string, DiffHunk[]][] {
  const files = new Map<string, DiffHunk[]>();
  for (const hunk of hunks) files.set(hunk.file, [...(files.get(hunk.file) ?? []), hunk]);
  return [...files];
}

function Line({ line }: { line: DiffLine }) {
  return (
    <tr className={CLASSES[line.op]}>
      <td className="line">{line.old || ""}</td>
      <td className="line">{line.new || ""}</td>
      <td className="op" aria-label={NAMES[line.op]}>
        {line.op === "-" ? "−" : line.op}
      </td>
      <td className="text">
        <LongPlain text={line.text} />
      </td>
    </tr>
  );
}

function FileDiff({ file, hunks, of }: { file: string; hunks: DiffHunk[]; of: string }) {
  const [limit, setLimit] = useState(FIRST);
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const count = (op: DiffLine["op"]) => lines.filter((line) => line.op === op).length;
  let left = limit;
  return (
    <section className="diff" data-file={file} aria-label={`Diff of ${of} in ${file}`}>
      <div className="codebar">
        <span>
          Diff of <strong className="mono">{of}</strong> in{" "}
          <strong className="mono">
            <Plain text={file} />
          </strong>
        </span>
        <span className="adds mono">+{count("+")}</span>
        <span className="dels mono">−{count("-")}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="codewrap" tabIndex={0} role="group" aria-label="Changed lines">
        <table className="code">
          {hunks.map((hunk, index) => {
            const shown = hunk.lines.slice(0, Math.max(0, left));
            left -= shown.length;
            return (
              <tbody key={`${hunk.oldStart} ${hunk.newStart}`}>
                {index > 0 && shown.length > 0 && (
                  <tr className="skip">
                    <td colSpan={4}>⋯</td>
                  </tr>
                )}
                {shown.map((line, at) => (
                  <Line key={at} line={line} />
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
      {lines.length > limit && (
        <p className="note">
          {plural(lines.length - limit, "more line")}{" "}
          <button type="button" className="link" onClick={() => setLimit(limit + 2 * FIRST)}>
            show them
          </button>
        </p>
      )}
    </section>
  );
}

/** What the suspect changed: in the shown file first, the rest folded. */
export function Diff({ suspect, first }: { suspect: Suspect; first: string | null }) {
  const name = suspect.kind === "commit" ? suspect.id.slice(0, 8) : suspect.id;
  if (suspect.diff.length === 0) {
    return suspect.kind === "commit" ? <p className="note">The server gave no diff for {name}.</p> : null;
  }
  const files = byFile(suspect.diff);
  const shown = files.filter(([file]) => file === first);
  const others = files.filter(([file]) => file !== first);
  const draw = ([file, hunks]: [string, DiffHunk[]]) => (
    <FileDiff key={`${suspect.id} ${file}`} file={file} hunks={hunks} of={name} />
  );
  return (
    <div id="diff">
      {shown.map(draw)}
      {shown.length > 0 && others.length > 0 ? (
        <details className="cleared more-diff">
          <summary>
            {name} in {plural(others.length, "other file")}
          </summary>
          {others.map(draw)}
        </details>
      ) : (
        others.map(draw)
      )}
    </div>
  );
}
