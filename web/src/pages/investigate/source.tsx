// SPDX-License-Identifier: Apache-2.0
import type { ResolvedFrame, SourceLine } from "../../api/types.ts";
import { millis } from "../../state/instant.ts";
import { age } from "../../state/numbers.ts";
import { Copy } from "../../widgets/copy.tsx";
import { LongPlain, Plain } from "../../widgets/plain.tsx";

function blame(line: SourceLine, now: number): string {
  if (!line.commit) return "";
  const old = line.time ? age(now - millis(line.time)) : "";
  return [line.commit.slice(0, 7), line.author, old].filter(Boolean).join(" ");
}

function sameCommit(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && (one.startsWith(other) || other.startsWith(one));
}

/** The source as it ran, with who last changed each line and how long before; the frame's own line is marked. */
export function SourceExcerpt({ frame, suspect, now }: { frame: ResolvedFrame; suspect: string | null; now: number }) {
  if (frame.source.length === 0) {
    return (
      <>
        <div className="codebar">
          <span className="mono">
            <Plain text={frame.path ?? frame.file ?? "unknown source"} />
          </span>
        </div>
        <p className="note">
          {frame.reason ? <Plain text={frame.reason} /> : "The source of this frame was not found."}
        </p>
      </>
    );
  }
  return (
    <section aria-label="Source with blame">
      <div className="codebar">
        <strong className="mono">
          <Plain text={frame.path ?? frame.file ?? ""} />
        </strong>
        {frame.commit && (
          <>
            <span className="muted">as deployed, commit</span>
            <span className="mono">{frame.commit.slice(0, 10)}</span>
            <Copy text={frame.commit} what="the commit id" />
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="codewrap" tabIndex={0} role="group" aria-label="Source lines">
        <table className="code">
          <tbody>
            {frame.source.map((line, index) => {
              const same = index > 0 && line.commit === frame.source[index - 1]?.commit;
              return (
                <tr key={line.line} className={line.line === frame.line ? "hit" : ""}>
                  <td className={sameCommit(line.commit, suspect) ? "blame accused" : "blame"} title={line.time ?? ""}>
                    {same ? "" : <Plain text={blame(line, now)} />}
                  </td>
                  <td className="line">{line.line}</td>
                  <td className="text">
                    <LongPlain text={line.text} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
