// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { go } from "../state/location.ts";
import { encode, type View } from "../state/view.ts";

interface More {
  className?: string;
  title?: string | undefined;
  "aria-current"?: "page" | undefined;
  "aria-keyshortcuts"?: string;
  "aria-label"?: string;
}

/** A real link to a view: a plain click stays in the page, any other is the browser's. */
export function To({ view, children, ...more }: More & { view: View; children: ComponentChildren }) {
  const click = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(view);
  };
  return (
    <a {...more} href={encode(view)} onClick={click}>
      {children}
    </a>
  );
}
