// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

const SAID_FOR = 1500;

export function Copy({ text, what, label }: { text: string; what: string; label?: string }) {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  const copy = () => {
    const say = (now: "copied" | "refused") => {
      setState(now);
      setTimeout(() => setState("ready"), SAID_FOR);
    };
    navigator.clipboard.writeText(text).then(
      () => say("copied"),
      () => say("refused"),
    );
  };
  const name = state === "copied" ? "copied" : state === "refused" ? "the browser refused to copy" : `copy ${what}`;
  return (
    <button
      type="button"
      className={label ? "button small" : "tool"}
      aria-label={label ? `${label}: ${name}` : name}
      title={name}
      onClick={copy}
    >
      <Icon name={state === "copied" ? "check" : state === "refused" ? "close" : "copy"} />
      {label}
    </button>
  );
}
