// SPDX-License-Identifier: Apache-2.0
import { useEffect } from "preact/hooks";
import { retryAll, unreachable } from "../state/investigation.ts";
import { ignored } from "../state/location.ts";

const RETRY = 5000;

function Away() {
  useEffect(() => {
    const timer = setInterval(retryAll, RETRY);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="strip bad" role="alert">
      <span>The server does not answer. What is on the page stays; asking again every 5 s.</span>
      <button type="button" className="button small" onClick={retryAll}>
        Ask now
      </button>
    </div>
  );
}

export function Strips() {
  return (
    <div className="strips">
      {unreachable.value && <Away />}
      {ignored.value.length > 0 && (
        <div className="strip" role="status">
          <span>Part of the link was left out: {ignored.value.join("; ")}.</span>
          <button type="button" className="button small" onClick={() => (ignored.value = [])}>
            Fine
          </button>
        </div>
      )}
    </div>
  );
}
