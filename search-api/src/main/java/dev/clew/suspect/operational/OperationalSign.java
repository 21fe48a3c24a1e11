// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.operational;

import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.symptom.Symptom;
import java.util.Optional;

/** One way in which the world around a program fails it, recognised from the symptom. Stateless. */
public interface OperationalSign {
  /** The operational suspect this sign points to; empty when the symptom does not show it. */
  Optional<Suspect> look(Symptom symptom);
}
