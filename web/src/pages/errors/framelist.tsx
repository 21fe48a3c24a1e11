// SPDX-License-Identifier: Apache-2.0
import type { ResolvedFrame } from "../../api/types.ts";
import { millis } from "../../state/instant.ts";
import { age, plural } from "../../state/numbers.ts";
import { chosenFrame } from "../../state/suspicion.ts";
import { frameName, framePlace, isOwn, libraryOf } from "../../widgets/library.ts";
import { Plain } from "../../widgets/plain.tsx";

interface Placed {
  frame: ResolvedFrame;
  index: number;
}

function changed(frame: ResolvedFrame, now: number): string {
  if (!frame.changedCommit) return "";
  const old = frame.changedAt ? age(now - millis(frame.changedAt)) : "";
  const when = old === "" ? "changed since" : old === "today" ? "changed that day" : `changed ${old} before`;
  return [when, frame.changedBy, frame.changedCommit.slice(0, 7)].filter(Boolean).join(" · ");
}

function place(frame: ResolvedFrame): string {
  if (!frame.path) return framePlace(frame);
  const line = frame.sourceLine ?? frame.line;
  return `${frame.path.slice(frame.path.lastIndexOf("/") + 1)}${line > 0 ? `:${line}` : ""}`;
}

function One({ frame, index, now }: Placed & { now: number }) {
  return (
    <button
      type="button"
      className="frame"
      aria-pressed={chosenFrame.value === index}
      title={[frame.module, frame.path].filter(Boolean).join("\n")}
      onClick={() => (chosenFrame.value = index)}
    >
      <span>
        <Plain text={frameName(frame)} />
      </span>
      <small>
        <Plain text={place(frame)} />
      </small>
      {frame.changedCommit && (
        <small className="when">
          <Plain text={changed(frame, now)} />
        </small>
      )}
      {frame.reason && (
        <small className="reason">
          <Plain text={frame.reason} />
        </small>
      )}
    </button>
  );
}

function byLibrary(placed: readonly Placed[]): [string, Placed[]][] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const name = libraryOf(one.frame) ?? "other libraries";
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

/** Frames of the application with how recently their line changed; the rest folded, a library each. */
export function FrameList({ frames, now }: { frames: readonly ResolvedFrame[]; now: number }) {
  if (frames.length === 0) {
    return <p className="note">No stack frame in this selection.</p>;
  }
  const placed = frames.map((frame, index) => ({ frame, index }));
  const asked = placed.some(({ frame }) => frame.own);
  const others = asked ? placed.filter(({ frame }) => !frame.own && isOwn(frame)) : [];
  const stack = asked ? placed.filter(({ frame }) => frame.own) : placed;
  const own = stack.filter(({ frame }) => isOwn(frame));
  return (
    <section aria-label="Stack frames">
      <h3 className="side-title">
        Stack{" "}
        <span>
          · app frames {own.length} of {stack.length}
        </span>
      </h3>
      {own.map((one) => (
        <One key={one.index} {...one} now={now} />
      ))}
      {byLibrary(stack.filter(({ frame }) => !isOwn(frame))).map(([name, group]) => (
        <details key={name} className="cleared" open={group.some(({ index }) => index === chosenFrame.value)}>
          <summary>
            {group.length} library {group.length === 1 ? "frame" : "frames"}: {name}
          </summary>
          {group.map((one) => (
            <One key={one.index} {...one} now={now} />
          ))}
        </details>
      ))}
      {others.length > 0 && (
        <details className="cleared" open={others.some(({ index }) => index === chosenFrame.value)}>
          <summary>{plural(others.length, "frame")} of what else failed then</summary>
          {others.map((one) => (
            <One key={one.index} {...one} now={now} />
          ))}
        </details>
      )}
    </section>
  );
}
