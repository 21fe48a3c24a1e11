// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.link;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A program that opens a file at a line when an address of its own scheme is followed. */
public enum Editor {
  VSCODE("vscode://file/{path}:{line}"),
  VSCODIUM("vscodium://file/{path}:{line}"),
  CURSOR("cursor://file/{path}:{line}"),
  ZED("zed://file/{path}:{line}"),
  IDEA("idea://open?file=/{path}&line={line}"),
  PYCHARM("pycharm://open?file=/{path}&line={line}"),
  GOLAND("goland://open?file=/{path}&line={line}"),
  WEBSTORM("webstorm://open?file=/{path}&line={line}");

  private final String form;

  Editor(String form) {
    this.form = form;
  }

  /** The editor of that name, in any case; empty when there is none. */
  public static Optional<Editor> of(String name) {
    return Arrays.stream(values())
        .filter(editor -> editor.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  /** All names, for people. */
  public static String names() {
    return Arrays.stream(values())
        .map(editor -> editor.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /**
   * The address that opens a file.
   *
   * @param file absolute
   * @param line from 1
   */
  public String link(Path file, int line) {
    String path = file.toString().replace('\\', '/');
    String plain = path.startsWith("/") ? path.substring(1) : path;
    return form.replace("{line}", Integer.toString(Math.max(1, line)))
        .replace("{path}", Permalinks.encoded(plain, true));
  }
}
