// SPDX-License-Identifier: Apache-2.0
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

const STEP = 32;
const LEAST = 320;
const LIST_LEAST = 360;

/** The panel's part of the window, in percent. */
const share = signal(28);

function setWidth(width: number): void {
  const most = Math.max(LEAST, window.innerWidth - LIST_LEAST);
  const chosen = Math.min(most, Math.max(LEAST, Math.round(width)));
  document.documentElement.style.setProperty("--panel-width", `${chosen}px`);
  share.value = Math.round((100 * chosen) / window.innerWidth);
}

/** Resizes the panel: drag, or arrows when focused. */
export function Splitter() {
  const handle = useRef<HTMLDivElement>(null);
  const width = () => handle.current?.parentElement?.getBoundingClientRect().width ?? LEAST;
  useEffect(() => {
    share.value = Math.round((100 * width()) / window.innerWidth);
  }, []);
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1) return;
    const right = handle.current?.parentElement?.getBoundingClientRect().right ?? window.innerWidth;
    setWidth(right - event.clientX);
  };
  const keys = (event: KeyboardEvent) => {
    const delta = event.key === "ArrowLeft" ? STEP : event.key === "ArrowRight" ? -STEP : 0;
    if (delta === 0) return;
    event.preventDefault();
    setWidth(width() + delta);
  };
  return (
    <div
      ref={handle}
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the details"
      aria-valuenow={share.value}
      tabIndex={0}
      onKeyDown={keys}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  );
}
