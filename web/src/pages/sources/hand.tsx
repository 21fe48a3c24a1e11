// SPDX-License-Identifier: Apache-2.0
// Ways to hand in a file: a button, and dropping it anywhere on what is inside.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { size } from "../../state/bytes.ts";
import { handIn, imports } from "../../state/imports.ts";

export function FileButton({ primary = false }: { primary?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const most = imports.data.value?.limits?.file;
  return (
    <>
      <button
        type="button"
        className={primary ? "button primary" : "button"}
        data-hand-in
        onClick={() => input.current?.click()}
        title={most === undefined ? undefined : `or drop them on the page; up to ${size(most)} each, compressed or not`}
      >
        Choose log files
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="unseen"
        tabIndex={-1}
        aria-label="Log files to read"
        onChange={(event) => {
          void handIn([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}

/** Takes files that are dropped on what is inside. */
export function DropArea({ className, children }: { className: string; children: ComponentChildren }) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button for files does the same by keyboard
    <div
      className={`${className} drop-area`}
      data-over={over}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const files = event.dataTransfer?.files;
        if (!files?.length) return;
        event.preventDefault();
        void handIn([...files]);
      }}
    >
      {children}
      {over && (
        <p className="drop-here" aria-hidden="true">
          Drop to read into this index
        </p>
      )}
    </div>
  );
}
