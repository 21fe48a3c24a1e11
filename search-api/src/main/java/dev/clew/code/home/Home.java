// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.home;

/**
 * The folder of a repository that holds a service's own code.
 *
 * @param service its name in the logs
 * @param folder path in the repository without a slash at its ends; never empty
 * @param how how it was found, in words
 * @param told that a person named it; false for a guess
 */
public record Home(String service, String folder, String how, boolean told) {
  /** True when the file of that path lies in the folder. */
  public boolean holds(String path) {
    return path.length() > folder.length()
        && path.startsWith(folder)
        && path.charAt(folder.length()) == '/';
  }

  /** All of it in one line. */
  public String text() {
    return "%s → %s (%s)".formatted(service, folder, how);
  }
}
