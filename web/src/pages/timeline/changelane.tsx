// SPDX-License-Identifier: Apache-2.0
// The lane of changes: a sign for each, or for those that stand too close to tell apart.
import { useEffect, useRef } from "preact/hooks";
import { type Fold, foldMarks } from "../../islands/timeline/fold.ts";
import { xOf } from "../../islands/timeline/geometry.ts";
import { full } from "../../state/instant.ts";
import { marks, pointAt, sight } from "../../state/timeline.ts";
import { foldedName, type TimeMark } from "../../state/timemarks.ts";
import { plain } from "../../widgets/plaintext.ts";
import { card, MarkCard, Sign } from "./card.tsx";
import { CHANGES, OVERVIEW, RULER, size, zone } from "./picture.ts";

const READABLE = 44;
const PATIENCE = 120;

function nameOf(group: readonly TimeMark[]): string {
  const only = group[0];
  return only && group.length === 1 ? plain(only.text, 60) : foldedName(group);
}

function isOpen(group: readonly TimeMark[]): boolean {
  return card.value !== null && group.some(({ key }) => card.value?.keys[0] === key);
}

function FoldSign({ fold, group, width }: { fold: Fold; group: TimeMark[]; width: number }) {
  const timer = useRef(0);
  const button = useRef<HTMLButtonElement>(null);
  const keys = group.map(({ key }) => key);
  const open = (kept: boolean) => {
    clearTimeout(timer.current);
    card.value = { keys, kept };
  };
  const close = (kept: boolean) => {
    if (isOpen(group) && (kept || !card.peek()?.kept)) card.value = null;
  };
  const later = (act: () => void) => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(act, PATIENCE);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const first = group[0];
  if (!first) return null;
  const all = group.map((mark) => `${full(mark.time, zone.value)} ${mark.word} ${plain(mark.text, 120)}`).join("; ");
  const click = () => {
    if (isOpen(group) && card.peek()?.kept) card.value = null;
    else {
      open(true);
      if (group.length === 1) pointAt(first.time);
    }
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen(group)) return;
    event.preventDefault();
    event.stopPropagation();
    card.value = null;
    button.current?.focus();
  };
  const label = nameOf(group);
  const name = group.length === 1 ? all : `${label}: ${all}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holds the card open while the pointer is over it
    <div
      className="tl-fold"
      style={{ left: `${fold.x}px` }}
      data-count={group.length}
      onKeyDown={leave}
      onPointerLeave={() => later(() => close(false))}
      onPointerEnter={() =>
        isOpen(group) ? clearTimeout(timer.current) : later(() => !card.peek()?.kept && open(false))
      }
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close(true);
      }}
    >
      <button
        type="button"
        ref={button}
        className={`tl-mark of-${group.length === 1 ? first.kind : "commit"}`}
        aria-label={name}
        aria-expanded={isOpen(group)}
        onClick={click}
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && open(false)}
      >
        <Sign mark={group.length === 1 ? first : (group.find(({ kind }) => kind !== "commit") ?? first)} />
        {fold.room > READABLE ? (
          <span className="label" style={{ maxWidth: `${Math.min(260, fold.room)}px` }}>
            {label}
          </span>
        ) : (
          group.length > 1 && <span className="tl-count">{group.length}</span>
        )}
      </button>
      {isOpen(group) && (
        <div className={fold.x > width / 2 ? "tl-hang left" : "tl-hang"}>
          <MarkCard marks={group} label={label} />
        </div>
      )}
    </div>
  );
}

export function ChangeLane() {
  const { width } = size.value;
  const window = sight.value;
  if (!window || width === 0) return null;
  const all = marks.value;
  const folds = foldMarks(
    all.map(({ at }) => xOf(at, window, width)),
    width,
  );
  return (
    <div className="tl-changes" style={{ top: `${OVERVIEW + RULER}px`, height: `${CHANGES}px` }}>
      {folds.map((fold) => {
        const group = fold.marks.flatMap((mark) => all[mark] ?? []);
        return <FoldSign key={group[0]?.key ?? fold.x} fold={fold} group={group} width={width} />;
      })}
    </div>
  );
}
