// SPDX-License-Identifier: Apache-2.0
// Following what arrives: the button, what is told of it, and what pauses the painting.
import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { endLive, toggleLive } from "../../state/actions.ts";
import { live, tail } from "../../state/investigation.ts";
import { view } from "../../state/location.ts";
import { grouped, plural } from "../../state/numbers.ts";

/** How often a reader of the screen is told how many came, in milliseconds. */
const TOLD = 2_000;

export function LiveButton() {
  const on = view.value.live;
  return (
    <button
      type="button"
      className="button"
      aria-pressed={on}
      aria-keyshortcuts="L"
      onClick={() => (on ? endLive() : toggleLive())}
    >
      Live <kbd aria-hidden="true">L</kbd>
    </button>
  );
}

/** Counts for who does not see the rows: now and then, not with each of them. */
function Announced() {
  const text = useSignal("");
  useEffect(() => {
    const timer = setInterval(() => {
      const { paused, waiting, rate } = tail.state.peek();
      const now = paused ? `paused, ${plural(waiting, "new event")}` : `${grouped(Math.round(rate))} events a second`;
      if (now !== text.peek()) text.value = now;
    }, TOLD);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="unseen" role="status">
      {text.value}
    </span>
  );
}

/** How fast events come, how many of them are painted, and the way back to the newest. */
export function LiveBar() {
  const { paused, waiting, rate, oneIn, connected, refused } = tail.state.value;
  const speed = `${grouped(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))}/s`;
  return (
    <div className="live-bar">
      <Announced />
      {refused ? (
        <span className="away">not followed: {refused}</span>
      ) : !connected ? (
        <span className="away">no connection, trying again…</span>
      ) : paused ? (
        <span>paused · {speed}</span>
      ) : (
        <span>
          <span className="on">live</span> · {oneIn > 1 ? `showing 1 in ${grouped(oneIn)} (${speed})` : speed}
        </span>
      )}
      {paused && (
        <button type="button" className="button small" aria-keyshortcuts="L" onClick={tail.resume}>
          {grouped(waiting)} new · resume <kbd aria-hidden="true">L</kbd>
        </button>
      )}
    </div>
  );
}

const ALONE = new Set(["Shift", "Control", "Alt", "Meta", "l", "L"]);

/** Whoever does something with the rows wants them to stand still. */
export function usePauses(host: RefObject<HTMLElement | null>): void {
  const on = live.value;
  useEffect(() => {
    const element = host.current;
    if (!on || !element) return;
    let place = "";
    const moved = (event: PointerEvent) => {
      // Rows that move under a pointer that rests are no hovering.
      const now = `${event.clientX} ${event.clientY}`;
      const rests = place === "" || now === place;
      place = now;
      if (!rests && event.target instanceof Element && event.target.closest(".row:not(.head)")) tail.pause();
    };
    const pressed = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.matches("input, textarea, select");
      if (!typing && !ALONE.has(event.key)) tail.pause();
    };
    const selected = () => {
      const selection = document.getSelection();
      if (selection && !selection.isCollapsed && element.contains(selection.anchorNode)) tail.pause();
    };
    element.addEventListener("wheel", tail.pause, { passive: true });
    element.addEventListener("touchmove", tail.pause, { passive: true });
    element.addEventListener("pointerdown", tail.pause);
    element.addEventListener("pointermove", moved);
    document.addEventListener("keydown", pressed, true);
    document.addEventListener("selectionchange", selected);
    return () => {
      element.removeEventListener("wheel", tail.pause);
      element.removeEventListener("touchmove", tail.pause);
      element.removeEventListener("pointerdown", tail.pause);
      element.removeEventListener("pointermove", moved);
      document.removeEventListener("keydown", pressed, true);
      document.removeEventListener("selectionchange", selected);
    };
  }, [on]);
}
