// SPDX-License-Identifier: Apache-2.0
import type { Signal } from "@preact/signals";
import type { ResolvedFrame } from "../../api/types.ts";
import { dateAndClock, millis } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { countedLibraries, frameName, framePlace, libraryOf } from "../../widgets/library.ts";
import { Plain } from "../../widgets/plain.tsx";

function changed(frame: ResolvedFrame): string {
  if (!frame.changedCommit) return frame.reason ?? "";
  const when = frame.changedAt ? dateAndClock(millis(frame.changedAt), view.value.zone).slice(0, 10) : "";
  return [frame.changedCommit.slice(0, 7), frame.changedBy, when].filter(Boolean).join(" ");
}

function One({ frame, index, chosen }: { frame: ResolvedFrame; index: number; chosen: Signal<number> }) {
  return (
    <button
      type="button"
      className="frame"
      aria-pressed={chosen.value === index}
      title={frame.module ?? ""}
      onClick={() => (chosen.value = index)}
    >
      <span>
        <Plain text={frameName(frame)} />
      </span>
      <small>
        <Plain text={framePlace(frame)} />
      </small>
      <small>
        <Plain text={frame.path ?? ""} />
      </small>
      <small className={frame.changedCommit ? "" : "reason"}>
        <Plain text={changed(frame)} />
      </small>
    </button>
  );
}

/** Frames of the application with when their line last changed; the rest folded. */
export function FrameList({ frames, chosen }: { frames: readonly ResolvedFrame[]; chosen: Signal<number> }) {
  if (frames.length === 0) {
    return <p className="note">No stack frame in this selection: the suspects rest on what was logged and when.</p>;
  }
  const placed = frames.map((frame, index) => ({ frame, index }));
  const own = placed.filter(({ frame }) => libraryOf(frame) === null);
  const library = placed.filter(({ frame }) => libraryOf(frame) !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
    <section className="framelist" aria-label="Stack frames" tabIndex={0}>
      <h3 className="side-title">
        Stack{" "}
        <span>
          · {own.length} of {frames.length} frames are the application's
        </span>
      </h3>
      {own.map(({ frame, index }) => (
        <One key={index} frame={frame} index={index} chosen={chosen} />
      ))}
      {library.length > 0 && (
        <details className="cleared">
          <summary>
            {library.length} library frames ({countedLibraries(frames.filter((frame) => libraryOf(frame) !== null))})
          </summary>
          {library.map(({ frame, index }) => (
            <One key={index} frame={frame} index={index} chosen={chosen} />
          ))}
        </details>
      )}
    </section>
  );
}
