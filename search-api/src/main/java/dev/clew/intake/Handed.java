// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.ingest.rule.RuleFile;
import dev.clew.source.packing.MemberNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody hands in.
 *
 * @param name of the file, without any folder
 * @param service of its events that name none; null when the name of the file tells
 * @param modified when it was last written, by which times without a year are understood; null for
 *     now
 * @param length bytes as it is sent; -1 when the sender does not say
 */
public record Handed(
    String name, @Nullable String service, @Nullable Instant modified, long length) {
  private static final int LONGEST = 200;

  /**
   * @throws IntakeException when the name is none of a log file
   */
  public Handed {
    String wrong = wrong(name);
    if (wrong != null) {
      throw new IntakeException(IntakeException.Reason.NAME, "name: " + wrong);
    }
    if (service != null && (service.isBlank() || wrong(service) != null)) {
      throw new IntakeException(
          IntakeException.Reason.NAME, "service: it is blank, too long, or holds what no name has");
    }
  }

  private static @Nullable String wrong(String name) {
    if (name.isBlank() || name.startsWith(".")) {
      return "a file needs a name that does not begin with a dot";
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      return "it has more than %d bytes".formatted(LONGEST);
    }
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      return "it names a folder; give the file's own name";
    }
    if (!MemberNames.safe(name).equals(name)) {
      return "it holds characters that cannot be seen";
    }
    return name.equals(RuleFile.NAME)
        ? "%s holds rules, and is read where the logs are".formatted(RuleFile.NAME)
        : null;
  }
}
