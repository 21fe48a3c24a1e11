// SPDX-License-Identifier: Apache-2.0

const LEAST = 0.12;
const WIDE = 0.8;

/** How a number went over time, for the eye alone: who needs numbers narrows the histogram. */
export function Spark({ steps }: { steps: number[] }) {
  const most = Math.max(1, ...steps);
  const bars = steps.map((count, step) => {
    const top = 1 - Math.max(LEAST, count / most);
    return count > 0 ? `M${step} 1V${top.toFixed(2)}h${WIDE}V1z` : "";
  });
  return (
    <svg className="spark" viewBox={`0 0 ${Math.max(1, steps.length)} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path d={bars.join("")} />
    </svg>
  );
}
