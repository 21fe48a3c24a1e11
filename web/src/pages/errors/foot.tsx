// SPDX-License-Identifier: Apache-2.0
import { errors, suspects } from "../../state/errors.ts";
import { view } from "../../state/location.ts";
import { counted, grouped, plural } from "../../state/numbers.ts";
import { Plain } from "../../widgets/plain.tsx";

function List() {
  const answer = errors.data.value;
  if (!answer) return null;
  const place = answer.errors.findIndex((row) => row.id === view.value.selected);
  return (
    <>
      <span>
        {place < 0
          ? plural(answer.errorCount, "error")
          : `Error ${grouped(place + 1)} of ${grouped(answer.errorCount)}`}
      </span>
      <span>{counted(answer.total)} failing events</span>
    </>
  );
}

/** Whose folder of a shared repository is which, and how that is known. */
function Folders() {
  const folders = suspects.data.value?.folders ?? [];
  if (folders.length === 0) return null;
  return (
    <span>
      <Plain text={folders.map(({ service, folder, how }) => `${service} → ${folder} (${how})`).join(" · ")} />
    </span>
  );
}

export function Foot() {
  return view.value.id === null ? <List /> : <Folders />;
}
