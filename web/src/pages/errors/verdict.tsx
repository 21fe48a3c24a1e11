// SPDX-License-Identifier: Apache-2.0
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Problem } from "../../api/problem.ts";
import type { Ruling, Suspect, Verdict } from "../../api/types.ts";
import { suspects } from "../../state/errors.ts";
import { dateAndClock, millis } from "../../state/instant.ts";
import { view } from "../../state/location.ts";
import { isOf, judge, judging, keeps, LONGEST_REASON, notKept, openJudging } from "../../state/notes.ts";
import { LONGEST_NAME, ownName } from "../../state/preferences.ts";
import { Plain } from "../../widgets/plain.tsx";

const ASKS: Record<Ruling, string> = { confirmed: "Confirm as the root cause", dismissed: "Dismiss this suspect" };

export function verdictOf(suspect: Suspect): Verdict | null {
  return suspects.data.value?.verdicts.find((one) => isOf(one, suspect)) ?? null;
}

/** What a person said, who and when; it can be taken back. */
export function Said({ suspect, verdict }: { suspect: Suspect; verdict: Verdict }) {
  const when = `${dateAndClock(millis(verdict.time), view.value.zone)} ${view.value.zone}`;
  return (
    <p className={`said ${verdict.verdict}`} data-verdict={verdict.verdict}>
      <strong>{verdict.verdict === "confirmed" ? "Root cause, confirmed" : "Dismissed"}</strong>{" "}
      <Plain text={`by ${verdict.by}, ${when}${verdict.reason ? `: ${verdict.reason}` : ""}`} />{" "}
      {keeps() && (
        <button type="button" className="link" onClick={() => judge(suspect, "withdrawn", "")}>
          Undo
        </button>
      )}
    </p>
  );
}

function trouble(): string | null {
  const failed = notKept.value;
  if (!failed) return null;
  return failed instanceof Problem && failed.detail ? `${failed.message}: ${failed.detail}` : failed.message;
}

/** Who says so, and why. The name is asked for once and kept in this browser. */
function Form({ suspect, verdict }: { suspect: Suspect; verdict: Ruling }) {
  const [reason, setReason] = useState("");
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    const empty = ownName.peek().trim() === "" ? "[name=by]" : "[name=reason]";
    first.current?.querySelector<HTMLInputElement>(empty)?.focus();
  }, []);
  const close = () => {
    judging.value = null;
    document.querySelector<HTMLElement>(".suspect.chosen .suspect-head")?.focus();
  };
  const send = async (event: Event) => {
    event.preventDefault();
    setSending(true);
    await judge(suspect, verdict, reason);
    setSending(false);
    if (!notKept.peek()) document.querySelector<HTMLElement>(".suspect.chosen .suspect-head")?.focus();
  };
  return (
    <form
      ref={first}
      className="tell judge"
      aria-label={ASKS[verdict]}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <strong>{ASKS[verdict]}</strong>
      <label>
        Your name, kept in this browser
        <input
          name="by"
          className="field"
          required
          maxLength={LONGEST_NAME}
          autoComplete="name"
          value={ownName.value}
          onInput={(event) => (ownName.value = event.currentTarget.value)}
        />
      </label>
      <label>
        Why (may be left out)
        <input
          name="reason"
          className="field"
          maxLength={LONGEST_REASON}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {trouble() && (
        <p className="bad" role="alert">
          Not kept: <Plain text={trouble() ?? ""} />
        </p>
      )}
      <p className="way">
        <button type="submit" className="button small primary" disabled={sending || ownName.value.trim() === ""}>
          {verdict === "confirmed" ? "Confirm" : "Dismiss"}
        </button>
        <button type="button" className="button small" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}

/** Confirm and Dismiss of the chosen suspect, or the form of one of them. */
export function Judge({ suspect }: { suspect: Suspect }) {
  const now = judging.value;
  if (now && now.kind === suspect.kind && now.id === suspect.id) {
    return <Form key={`${now.id} ${now.verdict}`} suspect={suspect} verdict={now.verdict} />;
  }
  const group = suspects.data.value?.group ?? null;
  const may = keeps() && group !== null;
  const why = !keeps()
    ? "This server keeps no verdicts (the demo, or reading only)"
    : "No error is named that it causes";
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={!may}
        title={may ? "Say that this is the cause (Y)" : why}
        aria-keyshortcuts="y"
        onClick={() => openJudging(suspect, "confirmed")}
      >
        Confirm <kbd aria-hidden="true">Y</kbd>
      </button>
      <button
        type="button"
        className="button small"
        disabled={!may}
        title={may ? "Say that this is not the cause (N)" : why}
        aria-keyshortcuts="n"
        onClick={() => openJudging(suspect, "dismissed")}
      >
        Dismiss <kbd aria-hidden="true">N</kbd>
      </button>
      {!may && <span className="muted">{why}.</span>}
      {trouble() && (
        <span className="bad" role="alert">
          Not kept: <Plain text={trouble() ?? ""} />
        </span>
      )}
    </>
  );
}
