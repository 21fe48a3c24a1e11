// SPDX-License-Identifier: Apache-2.0
import type { BlamedLine, ResolvedFrame, SourceAnswer } from "../../api/types.ts";
import { millis } from "../../state/instant.ts";
import { isMissing, printedPath } from "../../state/mapping.ts";
import { age, plural } from "../../state/numbers.ts";
import { blameShown, source, stepBefore, stepsBack } from "../../state/suspicion.ts";
import { Copy } from "../../widgets/copy.tsx";
import { Out } from "../../widgets/out.tsx";
import { LongPlain, Plain } from "../../widgets/plain.tsx";
import { Trouble } from "../../widgets/trouble.tsx";
import { MappingForm } from "./mappingform.tsx";

function blame(line: BlamedLine, now: number): string {
  return [line.commit.slice(0, 7), line.author, age(now - millis(line.time))].filter(Boolean).join(" ");
}

/** Why there is no source, and where it was looked for. */
function Missing({ frame }: { frame: ResolvedFrame }) {
  return (
    <section aria-label="Source">
      <div className="codebar">
        <span className="mono">
          <Plain text={frame.file ?? frame.module ?? "unknown source"} />
        </span>
      </div>
      <p className="note">
        <Plain text={frame.reason ?? "The source of this frame was not found."} />
      </p>
      {frame.tried && frame.tried.length > 0 && (
        <div className="note">
          Looked for, anywhere in the repository:
          <ul className="tried mono">
            {frame.tried.map((path) => (
              <li key={path}>
                <Plain text={`…/${path}`} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {isMissing(frame) && <MappingForm key={printedPath(frame)} frame={frame} />}
    </section>
  );
}

function AsItRan() {
  return (
    <button type="button" className="button" onClick={() => (stepsBack.value = [])}>
      As it ran
    </button>
  );
}

function Bar({ answer }: { answer: SourceAnswer }) {
  // of the answer that is shown; the one asked for may be on its way
  const back = source.answered.value?.before === "on";
  return (
    <div className="codebar">
      <strong className="mono">
        <Plain text={answer.path} />
      </strong>
      <span className="muted">{back ? "before that, at commit" : "as it ran, at commit"}</span>
      <span className="mono" title={answer.commit.subject}>
        {answer.commit.id.slice(0, 10)}
      </span>
      <Copy text={answer.commit.id} what="the commit id" />
      <span className="push" />
      {back && <AsItRan />}
      <button
        type="button"
        className="button"
        aria-pressed={blameShown.value}
        onClick={() => (blameShown.value = !blameShown.value)}
      >
        Blame <kbd>B</kbd>
      </button>
      <Out to={answer.page}>Page</Out>
      <Out to={answer.blame}>Blame page</Out>
      <Out to={answer.editor}>Open in editor</Out>
    </div>
  );
}

function Line(props: { line: BlamedLine; hit: boolean; same: boolean; accused: boolean; now: number }) {
  const { line, hit, same, accused, now } = props;
  return (
    <tr className={hit ? "hit" : ""} aria-current={hit ? "location" : undefined}>
      {blameShown.value && (
        <td className={accused ? "blame accused" : "blame"}>
          {!same && !line.before && (
            <span title={`${line.subject}\n${line.time}\nThe file begins with this commit`}>
              <Plain text={blame(line, now)} />
            </span>
          )}
          {!same && line.before && (
            <button
              type="button"
              className="blamed"
              title={`${line.subject}\n${line.time}\nShow the file before this commit`}
              onClick={() => stepBefore(line)}
            >
              <Plain text={blame(line, now)} />
            </button>
          )}
        </td>
      )}
      <td className="line">{line.line}</td>
      <td className="text">
        <LongPlain text={line.text} />
      </td>
    </tr>
  );
}

/** What is to be known of the shown place besides its text. */
function Notes({ answer, reason }: { answer: SourceAnswer; reason: string | null }) {
  const { head } = answer;
  const notes = [
    reason,
    head &&
      (head.line === 0
        ? "At HEAD this line is gone."
        : head.same
          ? head.line === answer.line
            ? null
            : `At HEAD it is line ${head.line}.`
          : `At HEAD another line stands in its place: ${head.line}.`),
    answer.ignored > 0 &&
      `Blame passes over ${plural(answer.ignored, "commit")} that the repository lists as reformatting.`,
  ].filter((note) => Boolean(note));
  return notes.length > 0 ? (
    <p className="note">
      <Plain text={notes.join(" ")} />
    </p>
  ) : null;
}

/** The source as it ran, with who last changed each line and how long before; the frame's own line is marked. */
export function Source({ frame, suspect, now }: { frame: ResolvedFrame; suspect: string | null; now: number }) {
  const answer = source.data.value;
  const error = source.error.value;
  if (!frame.path) return <Missing frame={frame} />;
  return (
    <section aria-label="Source with blame">
      {error && (
        <Trouble
          what={stepsBack.value.length > 0 ? "There is nothing before that commit." : "This source cannot be shown."}
          error={error}
          retry={source.retry}
        />
      )}
      {error && stepsBack.value.length > 0 && (
        <p className="note">
          <AsItRan />
        </p>
      )}
      {!answer && !error && <p className="note">reading the source…</p>}
      {answer && (
        <>
          <Bar answer={answer} />
          <Notes answer={answer} reason={stepsBack.value.length > 0 ? null : frame.reason} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <div className="codewrap" tabIndex={0} role="group" aria-label="Source lines">
            <table className="code source">
              <tbody>
                {answer.lines.map((line, index) => (
                  <Line
                    key={line.line}
                    line={line}
                    hit={line.line === answer.line}
                    same={index > 0 && line.commit === answer.lines[index - 1]?.commit}
                    accused={line.commit === suspect}
                    now={now}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
