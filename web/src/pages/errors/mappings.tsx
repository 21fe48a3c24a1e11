// SPDX-License-Identifier: Apache-2.0
import { computed, signal } from "@preact/signals";
import { client } from "../../api/client.ts";
import type { Mapping } from "../../api/types.ts";
import { suspects } from "../../state/errors.ts";
import { keeps, tellMapping } from "../../state/notes.ts";
import { resource } from "../../state/resource.ts";
import { Plain } from "../../widgets/plain.tsx";

/** Asked anew with every answer about suspects, in which they have their part. */
const question = computed(() => suspects.data.value?.frames ?? null);
const mappings = resource(question, (_, signal) => client.mappings(signal));
const trouble = signal<string | null>(null);

async function end(mapping: Mapping): Promise<void> {
  trouble.value = (await tellMapping(mapping, true))?.message ?? null;
}

/** The folders that people gave for paths of frames; each can be taken back. */
export function Mappings() {
  const known = mappings.data.value?.mappings ?? [];
  if (known.length === 0) return null;
  return (
    <details className="cleared mappings">
      <summary>
        {known.length} {known.length === 1 ? "mapping" : "mappings"} of folders
      </summary>
      <ul>
        {known.map((mapping) => (
          <li key={mapping.prefix}>
            <span className="mono">
              <Plain text={`${mapping.prefix} → ${mapping.folder || "the topmost folder"}`} />
            </span>{" "}
            {keeps() && (
              <button type="button" className="button small" onClick={() => end(mapping)}>
                End it
              </button>
            )}
          </li>
        ))}
      </ul>
      {trouble.value && (
        <p role="alert">
          Not kept: <Plain text={trouble.value} />
        </p>
      )}
    </details>
  );
}
