// SPDX-License-Identifier: Apache-2.0
import type { Obstacle, Suspect, SuspectsAnswer } from "../../api/types.ts";
import { shownEvent, suspects } from "../../state/errors.ts";
import { goTo } from "../../state/location.ts";
import { isMissing } from "../../state/mapping.ts";
import { chooseSuspect, chooseWhere, chosenFrame } from "../../state/suspicion.ts";
import { Copy } from "../../widgets/copy.tsx";
import { RanForm } from "./ranform.tsx";

function quoted(text: string): string {
  return /^[\w.@%+=:,/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** What fetches the repository that a line speaks of, from a host that is allowed. */
function fetching(obstacle: Obstacle, service: string | null): string {
  const address = obstacle.checked[0]?.split(" ", 1)[0] ?? "URL";
  const host = /^https?:\/\/([^/]+)/.exec(address)?.[1] ?? "HOST";
  return `clew serve --repo ${quoted(`${service ?? "SERVICE"}=${address}`)} --allow-fetch ${quoted(host)}`;
}

function Command({ text }: { text: string }) {
  return (
    <p className="way">
      <code className="mono">{text}</code>
      <Copy text={text} what="the command" />
    </p>
  );
}

/** The lines around the event, or around the one that stands for what rose. */
function showContext(answer: SuspectsAnswer): void {
  const event = shownEvent.peek()?.id ?? answer.symptom?.event;
  if (event) goTo("investigate", { selected: event, scope: "service", panel: "context" });
}

function ContextButton({ answer }: { answer: SuspectsAnswer }) {
  if (!answer.symptom) return null;
  return (
    <p className="way">
      <button type="button" className="button small" onClick={() => showContext(answer)}>
        What the service logged just before
      </button>
    </p>
  );
}

function mapFolder(answer: SuspectsAnswer): void {
  const missing = answer.frames.findIndex(isMissing);
  if (missing >= 0) chosenFrame.value = missing;
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>("#map-folder")?.focus());
}

const KINDS: readonly { name: string; holds: (suspect: Suspect) => boolean }[] = [
  { name: "config", holds: (one) => one.kind === "config" },
  { name: "dependencies", holds: (one) => one.contents?.some((content) => content.kind === "dependency") === true },
  { name: "flags", holds: (one) => one.kind === "flag" },
  { name: "deploys", holds: (one) => one.kind === "deploy" },
  { name: "operational", holds: (one) => one.kind === "operational" },
];

function LookAt({ answer }: { answer: SuspectsAnswer }) {
  const show = (holds: (suspect: Suspect) => boolean) => {
    if (chooseWhere(holds)) {
      requestAnimationFrame(() => document.querySelector(".suspect.chosen")?.scrollIntoView({ block: "nearest" }));
    }
  };
  return (
    <p className="way">
      {KINDS.map(({ name, holds }) => {
        const count = answer.suspects.filter(holds).length;
        return (
          <button key={name} type="button" className="button small" disabled={count === 0} onClick={() => show(holds)}>
            {name} {count}
          </button>
        );
      })}
      {answer.suspects.length > 0 && (
        <button type="button" className="button small" onClick={() => chooseSuspect(0)}>
          the first suspect
        </button>
      )}
    </p>
  );
}

/** What can be done at once about something that is missing. */
export function NextStep({ obstacle, answer }: { obstacle: Obstacle; answer: SuspectsAnswer }) {
  const service = shownEvent.value?.service ?? answer.symptom?.service ?? null;
  switch (obstacle.kind) {
    case "no-repository":
      return <Command text={`clew serve --repo ${quoted(service ?? "SERVICE")}=GITDIR`} />;
    case "unreadable-repository":
      return (
        <>
          <Command text="git fsck --full" />
          <p className="way">
            <button type="button" className="button small" onClick={suspects.retry}>
              Look again
            </button>
          </p>
        </>
      );
    case "not-fetched":
      return <Command text={fetching(obstacle, service)} />;
    case "no-version":
    case "unknown-commit":
      return service ? (
        <RanForm key={service} answer={answer} service={service} version={shownEvent.value?.version ?? null} />
      ) : null;
    case "no-file":
      return (
        <p className="way">
          <button type="button" className="button small" onClick={() => mapFolder(answer)}>
            Say which folder holds it
          </button>
        </p>
      );
    case "minified":
      return <Command text="clew serve --source-maps DIR" />;
    case "no-app-frames":
    case "no-trace":
      return <ContextButton answer={answer} />;
    case "nothing-touches":
      return <LookAt answer={answer} />;
    default:
      return null;
  }
}
