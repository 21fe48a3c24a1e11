// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.link;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Addresses of the pages that a host of repositories has for commits and lines, which stay the
 * same: they name commits by their ids. Made from the address of a remote alone; nothing is asked.
 */
public final class Permalinks {
  private static final String HEX = "0123456789ABCDEF";

  private final String page;
  private final Pages pages;

  private Permalinks(String page, Pages pages) {
    this.page = page;
    this.pages = pages;
  }

  /**
   * For the repository that was cloned from {@code remote}; empty when that names no host whose
   * pages are known.
   *
   * @param remote a URL, or {@code git@host:group/name.git}; a password in it is left out
   */
  public static Optional<Permalinks> of(String remote) {
    return RemoteAddress.of(remote)
        .flatMap(
            address -> Pages.of(address).map(pages -> new Permalinks(pages.page(address), pages)));
  }

  /** The page of a commit. */
  public String commit(String id) {
    return page + fill(pages.commit, id, "", 0, "");
  }

  /**
   * The page of a file as a commit has it.
   *
   * @param line from 1; 0 for no line
   */
  public String file(String commit, String path, int line) {
    String whole = page + fill(pages.file, commit, path, line, "");
    return line > 0 ? whole + fill(pages.line, commit, path, line, "") : whole;
  }

  /** The page that says who wrote each line of a file; empty where the host has none. */
  public Optional<String> blame(String commit, String path, int line) {
    if (pages.blame.isEmpty()) {
      return Optional.empty();
    }
    String whole = page + fill(pages.blame, commit, path, line, "");
    return Optional.of(line > 0 ? whole + fill(pages.line, commit, path, line, "") : whole);
  }

  /** The page of what {@code to} has that {@code from} has not. */
  public String compare(String from, String to) {
    return page + fill(pages.compare, to, "", 0, from);
  }

  private static String fill(String form, String commit, String path, int line, String from) {
    return form.replace("{line}", Integer.toString(line))
        .replace("{next}", Integer.toString(line + 1))
        .replace("{from}", encoded(from, false))
        .replace("{id}", encoded(commit, false))
        .replace("{path}", encoded(path, true));
  }

  /** Percent-encodes all but what stands for itself in any part of a URL (RFC 3986). */
  static String encoded(String text, boolean slashes) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean plain =
          c < 128
              && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0 || (slashes && c == '/'));
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return out.toString();
  }
}
