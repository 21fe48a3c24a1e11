// SPDX-License-Identifier: Apache-2.0
import { LONGEST_NAME, ownName } from "../../state/preferences.ts";

/** Who writes: asked once, kept in this browser. */
export function NameField() {
  return (
    <label className="name-field">
      <span className="muted">You are</span>
      <input
        id="own-name"
        className="field"
        autoComplete="name"
        maxLength={LONGEST_NAME}
        placeholder="your name"
        value={ownName.value}
        onInput={(event) => (ownName.value = event.currentTarget.value)}
      />
    </label>
  );
}
