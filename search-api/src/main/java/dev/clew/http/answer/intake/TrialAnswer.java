// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.intake;

import dev.clew.format.Detection;
import dev.clew.http.json.EventJson;
import dev.clew.http.json.intake.TriedJson;
import dev.clew.http.json.intake.TriedJson.UnitJson;
import dev.clew.intake.Intake;
import dev.clew.intake.LineTrial;
import java.util.List;

/** How lines would be read. */
public final class TrialAnswer {
  private TrialAnswer() {}

  /** Of {@code lines}, read as files that are handed in are. */
  public static TriedJson of(String lines, Intake intake) {
    LineTrial trial = LineTrial.of(lines, intake.settings());
    Detection found = trial.detection();
    return new TriedJson(
        found == null ? "unknown" : found.format(),
        found == null ? "nothing that can be read as text" : found.title(),
        found == null ? 0 : found.share(),
        found == null ? List.of() : found.columns(),
        trial.known(),
        trial.units().stream().map(TrialAnswer::unit).toList(),
        trial.lines());
  }

  private static UnitJson unit(LineTrial.Unit unit) {
    return new UnitJson(
        unit.origin().line(),
        unit.text(),
        unit.event() == null ? null : EventJson.inList(unit.event()),
        unit.reason());
  }
}
