// SPDX-License-Identifier: Apache-2.0
import type { Frame, Thrown } from "../../api/types.ts";
import { filterIn } from "../../state/actions.ts";
import { clause } from "../../state/querytext.ts";
import { countedLibraries, frameName, framePlace, libraryOf } from "../../widgets/library.ts";
import { Plain } from "../../widgets/plain.tsx";
import { clipped } from "../../widgets/plaintext.ts";

const DEEPEST = 20;
const MESSAGE = 2000;

function Lines({ frames, library }: { frames: readonly Frame[]; library: boolean }) {
  return (
    <ol className={library ? "frames library" : "frames"}>
      {frames.map((frame, index) => (
        <li key={index} title={frame.module ?? ""}>
          <Plain text={frameName(frame)} />{" "}
          <span className="at">
            <Plain text={framePlace(frame)} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function One({ thrown, caused }: { thrown: Thrown; caused: boolean }) {
  const own = thrown.frames.filter((frame) => libraryOf(frame) === null);
  const library = thrown.frames.filter((frame) => libraryOf(frame) !== null);
  return (
    <>
      {caused && <p className="cause">Caused by</p>}
      <p className="thrown">
        <Plain text={thrown.type} />
        {thrown.message && (
          <span>
            : <Plain text={clipped(thrown.message, MESSAGE)} />
          </span>
        )}
      </p>
      <Lines frames={own} library={false} />
      {library.length > 0 && (
        <details>
          <summary>
            {library.length} library {library.length === 1 ? "frame" : "frames"} ({countedLibraries(library)})
          </summary>
          <Lines frames={library} library />
        </details>
      )}
    </>
  );
}

function chain(thrown: Thrown): Thrown[] {
  const all: Thrown[] = [];
  for (let at: Thrown | null = thrown; at && all.length < DEEPEST; at = at.cause) all.push(at);
  return all;
}

/** Frames of the application first; what libraries add is folded and counted. */
export function Stack({ thrown }: { thrown: Thrown }) {
  const all = chain(thrown);
  const frames = all.flatMap((one) => one.frames);
  const own = frames.filter((frame) => libraryOf(frame) === null).length;
  return (
    <section className="section" aria-label="Stack trace">
      <h3>
        Stack trace
        <span className="muted">
          · app frames {own} of {frames.length}
        </span>
        <span className="push" />
        <button type="button" className="link" onClick={() => filterIn(clause("exception", thrown.type))}>
          same exception
        </button>
      </h3>
      {all.map((one, index) => (
        <One key={index} thrown={one} caused={index > 0} />
      ))}
    </section>
  );
}
