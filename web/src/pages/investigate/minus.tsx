// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";
import { filterOut } from "../../state/actions.ts";
import { consider, leaveAll } from "../../state/leaving.ts";
import { Icon } from "../../widgets/icon.tsx";

/** Takes the events of a clause out; with the pointer or the focus on it, the rows that would go are shown. */
export function Minus({ clause, label, title, out }: { clause: string; label: string; title?: string; out: boolean }) {
  const mine = useRef(false);
  const begin = () => {
    mine.current = true;
    consider(clause);
  };
  const end = () => {
    if (mine.current) leaveAll();
    mine.current = false;
  };
  // what is taken away is told of by no event
  useEffect(() => end, []);
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={title}
      aria-pressed={out}
      onMouseEnter={begin}
      onMouseLeave={end}
      onFocus={begin}
      onBlur={end}
      onClick={() => filterOut(clause)}
    >
      <Icon name="minus" />
    </button>
  );
}
