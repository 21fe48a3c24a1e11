// SPDX-License-Identifier: Apache-2.0
import { Investigate } from "../pages/investigate/investigate.tsx";
import { helpOpen } from "../state/actions.ts";
import { zoneName } from "../state/instant.ts";
import { status } from "../state/investigation.ts";
import { hrefOf, move, view } from "../state/location.ts";
import { nextTheme, theme } from "../state/theme.ts";
import { START } from "../state/view.ts";
import { Icon } from "../widgets/icon.tsx";
import { Footer } from "./footer.tsx";
import { Help } from "./help.tsx";
import { Strips } from "./strips.tsx";

function ZoneSwitch() {
  const { zone } = view.value;
  const source = status.data.value?.zone;
  const zones = new Set(["UTC", "local", ...(source ? [source] : []), zone]);
  return (
    <select
      className="select"
      aria-label="Time zone"
      value={zone}
      onChange={(event) => move({ zone: event.currentTarget.value })}
    >
      {[...zones].map((name) => (
        <option key={name} value={name}>
          {name === "local"
            ? `Browser (${zoneName("local")})`
            : name === source && name !== "UTC"
              ? `Logs (${name})`
              : name}
        </option>
      ))}
    </select>
  );
}

function Header() {
  const title = status.data.value?.title;
  return (
    <header className="top">
      <a className="brand" href={hrefOf({ ...START, zone: view.value.zone })}>
        <Icon name="clew" />
        Clew
      </a>
      <div className="crumb">
        / <h1>Investigate</h1>
        {title ? (
          <>
            {" "}
            / <strong>{title}</strong>
          </>
        ) : null}
      </div>
      <span className="push" />
      <ZoneSwitch />
      <button type="button" className="button" onClick={nextTheme} aria-label={`Theme: ${theme.value}. Change it`}>
        <Icon name={theme.value} />
        {theme.value}
      </button>
      <button type="button" className="button" aria-keyshortcuts="?" onClick={() => (helpOpen.value = true)}>
        Keys <kbd aria-hidden="true">?</kbd>
      </button>
    </header>
  );
}

export function Shell() {
  return (
    <div className="shell">
      <Header />
      <Strips />
      <Investigate />
      <Footer />
      <Help />
    </div>
  );
}
