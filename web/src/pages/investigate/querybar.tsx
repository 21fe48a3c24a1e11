// SPDX-License-Identifier: Apache-2.0
import { SubjectBar } from "../../parts/subjectbar.tsx";
import { listing } from "../../state/investigation.ts";
import { LiveButton } from "./live.tsx";
import { Notices } from "./notices.tsx";
import { ScanBar } from "./scanning.tsx";
import { Stats } from "./stats.tsx";

export function QueryBar() {
  return (
    <div className="query">
      <SubjectBar again={listing.retry}>
        <LiveButton />
      </SubjectBar>
      <Stats />
      <Notices />
      <ScanBar />
    </div>
  );
}
