// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";

const SCHEMES = [
  "https://",
  "vscode://file/",
  "vscodium://file/",
  "cursor://file/",
  "zed://file/",
  "idea://open?",
  "pycharm://open?",
  "goland://open?",
  "webstorm://open?",
];

/** True for addresses that a click may follow: pages, and editors of this machine. */
export function isFollowed(address: string | null | undefined): address is string {
  return typeof address === "string" && SCHEMES.some((scheme) => address.startsWith(scheme));
}

/** A link out of the workbench; nothing when the address is none that may be followed. */
export function Out({ to, children }: { to: string | null | undefined; children: ComponentChildren }) {
  if (!isFollowed(to)) return null;
  return (
    <a className="out" href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
