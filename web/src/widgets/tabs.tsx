// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";

export interface Tab<T extends string> {
  id: T;
  name: string;
  key?: string;
  count?: ComponentChildren;
}

/** Tabs after the ARIA practice: one stop in the tab order, arrows move between them. */
export function Tabs<T extends string>(props: {
  label: string;
  tabs: readonly Tab<T>[];
  chosen: T;
  controls: string;
  choose: (id: T) => void;
}) {
  const { tabs, chosen, choose } = props;
  const walk = (event: KeyboardEvent) => {
    const delta = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (delta === 0) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const next = tabs[(at + delta + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={props.label} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="tab"
          data-tab={tab.id}
          id={`${props.controls}-${tab.id}`}
          aria-selected={tab.id === chosen}
          aria-controls={props.controls}
          aria-keyshortcuts={tab.key}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => choose(tab.id)}
        >
          {tab.name}
          {tab.count !== undefined && <span className="n">{tab.count}</span>}
          {tab.key && <kbd aria-hidden="true">{tab.key}</kbd>}
        </button>
      ))}
    </div>
  );
}
