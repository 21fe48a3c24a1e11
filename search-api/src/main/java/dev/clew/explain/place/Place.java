// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import dev.clew.event.StackFrame;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function in a source file.
 *
 * @param file as printed, or derived
 * @param path the file below its source or library folder, with slashes: what two spellings of one
 *     file share
 * @param function empty when not known
 * @param line 0 when not known
 */
public record Place(String file, String path, String function, int line) {
  private static final Pattern FILE_AND_LINE =
      Pattern.compile("([\\w./-]{1,200}\\.[a-z]{1,5}):(\\d{1,6})");

  private static final String[] FOLDERS = {"site-packages/", "dist-packages/", "/src/", "/app/"};

  /** Where {@code frame} is; empty when it names no file. */
  static Optional<Place> of(StackFrame frame) {
    String file = frame.file();
    if (file == null || file.isEmpty() || file.startsWith("<") || file.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    boolean bare = file.indexOf('/') < 0 && file.indexOf('\\') < 0;
    int end = frame.module().lastIndexOf('.');
    String derived =
        bare && end > 0 ? frame.module().substring(0, end).replace('.', '/') + "/" + file : file;
    return Optional.of(new Place(derived, below(derived), frame.function(), frame.line()));
  }

  /** The file a printed path names. */
  static Place of(String file, String function, int line) {
    return new Place(file, below(file), function, line);
  }

  /**
   * The file of a logger that is named after its class or module: {@code com.acme.pay.Charge} or
   * {@code acme.pay.charge}, or after its file and line: {@code charge.go:42}; empty for a name of
   * one lower-case word.
   */
  public static Optional<Place> ofLogger(String logger) {
    Matcher source = FILE_AND_LINE.matcher(logger);
    if (source.matches()) {
      return Optional.of(of(source.group(1), "", Integer.parseInt(source.group(2))));
    }
    int end = logger.length();
    for (int i = 0; i < end; i++) {
      char c = logger.charAt(i);
      if (c == '$' || c == '#' || c == '@' || c == ':') {
        end = i;
      } else if (!Character.isJavaIdentifierPart(c) && c != '.') {
        return Optional.empty();
      }
    }
    String[] segments = logger.substring(0, end).split("\\.");
    String last = segments.length == 0 ? "" : segments[segments.length - 1];
    if (last.isEmpty() || (segments.length == 1 && !Character.isUpperCase(last.charAt(0)))) {
      return Optional.empty();
    }
    boolean type = Character.isUpperCase(last.charAt(0));
    boolean shortened = segments.length > 1 && segments[0].length() == 1;
    String path = shortened ? last : String.join("/", segments);
    String file = path + (type ? ".java" : ".py");
    return Optional.of(new Place(file, file, "", 0));
  }

  /** The dotted or slashed name that says whose code this is. */
  private static String below(String file) {
    String path = file.replace('\\', '/');
    for (String folder : FOLDERS) {
      int at = path.lastIndexOf(folder);
      if (at >= 0) {
        return path.substring(at + folder.length());
      }
    }
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
