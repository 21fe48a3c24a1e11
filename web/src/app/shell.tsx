// SPDX-License-Identifier: Apache-2.0
import { zoneName } from "../state/instant.ts";
import { status } from "../state/investigation.ts";
import { move, pageView, view } from "../state/location.ts";
import { density } from "../state/preferences.ts";
import { nextTheme, theme } from "../state/theme.ts";
import { START } from "../state/view.ts";
import { Icon } from "../widgets/icon.tsx";
import { To } from "../widgets/to.tsx";
import { Footer } from "./footer.tsx";
import { Help } from "./help.tsx";
import { IncidentBox, PinForm } from "./incidentbox.tsx";
import { helpOpen, paletteOpen } from "./open.ts";
import { Outlet } from "./outlet.tsx";
import { entryOf } from "./pages.ts";
import { Palette } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import { Strips } from "./strips.tsx";
import { ToastArea } from "./toast.tsx";

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

function Crumbs() {
  const { page, id, zone } = view.value;
  const title = status.data.value?.title;
  const name = entryOf(page)?.name ?? "";
  return (
    <div className="crumb">
      /{" "}
      {id === null ? (
        <h1>{name}</h1>
      ) : (
        <>
          <To view={pageView(page, { zone })}>{name}</To> / <h1>{id}</h1>
        </>
      )}
      {title ? (
        <>
          {" "}
          / <strong>{title}</strong>
        </>
      ) : null}
    </div>
  );
}

function Header() {
  return (
    <header className="top">
      <To className="brand" view={{ ...START, zone: view.value.zone }}>
        <Icon name="clew" />
        Clew
      </To>
      <Crumbs />
      <span className="push" />
      <button
        type="button"
        className="button jump"
        aria-keyshortcuts="Control+K"
        onClick={() => (paletteOpen.value = true)}
      >
        <Icon name="search" />
        Search or jump <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <IncidentBox />
      <ZoneSwitch />
      <button type="button" className="button" onClick={nextTheme} aria-label={`Theme: ${theme.value}. Change it`}>
        <Icon name={theme.value} />
        {theme.value}
      </button>
      <button type="button" className="button" aria-keyshortcuts="?" onClick={() => (helpOpen.value = true)}>
        Help <kbd aria-hidden="true">?</kbd>
      </button>
    </header>
  );
}

export function Shell() {
  return (
    <div className="shell" data-density={density.value}>
      <Header />
      <Strips />
      <div className="shell-body">
        <Rail />
        <Outlet />
      </div>
      <Footer />
      <Help />
      <Palette />
      <PinForm />
      <ToastArea />
    </div>
  );
}
