// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.format.field.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime of a container, or a tool that shows several programs at once, wraps around each
 * line of a source.
 */
public interface Envelope {
  /** What {@code line} holds; null when nothing is wrapped around it. */
  @Nullable Content open(String line);

  /** True when formats are to read the content alone; they know the rest themselves otherwise. */
  boolean isPrefix();

  /** Tells {@code draft} what the envelope of {@code content} says. */
  void describe(Content content, Draft draft);

  /**
   * The line that {@code first} would be, had it not been cut.
   *
   * @param text the content of the whole line
   */
  String whole(String first, Content content, String text);

  /** The envelope of nearly all of {@code lines}; null when they have none. */
  static @Nullable Envelope of(List<String> lines) {
    List<Envelope> known =
        List.of(new CriEnvelope(), DockerEnvelope.of(lines), new ComposePrefix(), new PodPrefix());
    for (Envelope envelope : known) {
      long wrapped = lines.stream().filter(line -> envelope.open(line) != null).count();
      if (wrapped > 0 && wrapped >= lines.size() * 0.9) {
        return envelope;
      }
    }
    return null;
  }
}
