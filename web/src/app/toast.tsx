// SPDX-License-Identifier: Apache-2.0
import { hush, toast } from "../state/toast.ts";
import { Icon } from "../widgets/icon.tsx";

export function ToastArea() {
  const now = toast.value;
  return (
    <div className="toasts" role="status" aria-live="polite">
      {now && (
        <div className={now.bad ? "toast bad" : "toast"}>
          <span>{now.text}</span>
          {now.action && (
            <button
              type="button"
              className="button small"
              onClick={() => {
                now.action?.act();
                hush();
              }}
            >
              {now.action.name}
            </button>
          )}
          <button type="button" className="tool" aria-label="Close the message" onClick={hush}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
