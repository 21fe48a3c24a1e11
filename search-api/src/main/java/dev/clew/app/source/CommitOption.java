// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.source;

import dev.clew.app.terminal.Fault;
import dev.clew.code.GitRepository;

/** A commit that somebody named. */
final class CommitOption {
  private CommitOption() {}

  static String resolve(GitRepository repository, String name) {
    return repository
        .resolve(name)
        .orElseThrow(
            () ->
                Fault.usage(
                    "%s has no commit %s; give an id, a tag or a branch"
                        .formatted(repository.path(), name)));
  }
}
