// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.operational;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes operational suspects. */
public final class Operational {
  private static final int SHOWN = 140;

  private Operational() {}

  /** All signs that can be read off a symptom. */
  public static List<OperationalSign> signs() {
    List<OperationalSign> signs = new ArrayList<>(WordedSign.all());
    signs.add(new CertificateSign());
    signs.add(new UpstreamSign());
    return signs;
  }

  static Suspect suspect(
      String id, String title, @Nullable String service, List<Evidence> evidence) {
    List<Evidence> sorted =
        evidence.stream().sorted(Comparator.comparingDouble(Evidence::weight).reversed()).toList();
    return new Suspect(
        Suspect.Kind.OPERATIONAL,
        id,
        title,
        service,
        null,
        null,
        Evidence.squash(sorted),
        Suspect.Strength.WEAK,
        sorted,
        List.of());
  }

  /** A message short enough for a sentence. */
  static String shortened(String text) {
    String line = text.lines().findFirst().orElse("");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
  }
}
