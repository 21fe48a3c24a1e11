// SPDX-License-Identifier: Apache-2.0
package dev.clew.pipe;

import dev.clew.change.Change;
import dev.clew.change.KnownChanges;
import dev.clew.code.GitRepository;
import java.util.List;
import java.util.Map;

/**
 * What is known besides the events, for the pipe that looks for causes.
 *
 * @param repositories source code by the service it is of; {@code "*"} is that of any service
 *     without its own
 * @param changes what people altered, commits apart
 */
public record Material(Map<String, GitRepository> repositories, KnownChanges changes) {
  /** Nothing but the events. */
  public static final Material NONE = new Material(Map.of(), List.of());

  public Material {
    repositories = Map.copyOf(repositories);
  }

  /** With {@code changes} that do not become more. */
  public Material(Map<String, GitRepository> repositories, List<Change> changes) {
    this(repositories, new KnownChanges(changes));
  }
}
