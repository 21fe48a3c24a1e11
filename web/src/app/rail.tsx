// SPDX-License-Identifier: Apache-2.0
import { shortcut } from "../state/keys.ts";
import { pageView, view } from "../state/location.ts";
import { railWide } from "../state/preferences.ts";
import { LETTERS } from "../state/view.ts";
import { Icon } from "../widgets/icon.tsx";
import { To } from "../widgets/to.tsx";
import { PAGES } from "./pages.ts";

export function Rail() {
  const wide = railWide.value === "wide";
  return (
    <nav className={wide ? "rail wide" : "rail"} aria-label="Pages">
      {PAGES.map(({ page, name, icon }) => {
        const here = view.value.page === page;
        return (
          <To
            key={page}
            className="rail-page"
            view={pageView(page)}
            aria-current={here ? "page" : undefined}
            aria-keyshortcuts={shortcut(`g ${LETTERS[page]}`)}
            title={`${name} (G ${LETTERS[page].toUpperCase()})`}
          >
            <Icon name={icon} />
            <span className="rail-name">{name}</span>
          </To>
        );
      })}
      <span className="push" />
      <button
        type="button"
        className="rail-page"
        aria-expanded={wide}
        title={wide ? "Narrow" : "Names"}
        onClick={() => (railWide.value = wide ? "narrow" : "wide")}
      >
        <Icon name={wide ? "left" : "right"} />
        <span className="rail-name">{wide ? "Narrow" : "Names"}</span>
      </button>
    </nav>
  );
}
