// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.statement;

import dev.clew.code.PathIndex;
import dev.clew.code.syntax.Said;
import java.util.Locale;

/** Whether the logger of a line can be that of a statement. */
final class LoggerNames {
  private LoggerNames() {}

  /** What the comparison says. */
  enum Agreement {
    SAME,
    UNKNOWN,
    OTHER
  }

  static Agreement compare(String logger, Statement statement, StatementIndex index) {
    if (logger.isBlank()) {
      return Agreement.UNKNOWN;
    }
    Said said = statement.said();
    String last = last(logger);
    if (said.logger().equals(logger)
        || last.equals(said.owner())
        || last.equals(last(said.logger()))
        || isNamed(logger, statement.path())) {
      return Agreement.SAME;
    }
    return index.knowsLogger(last) ? Agreement.OTHER : Agreement.UNKNOWN;
  }

  /** True when the file is named like the logger. */
  static boolean isNamed(String logger, String path) {
    return !logger.isBlank() && (last(logger).equals(stem(path)) || inPath(logger, path));
  }

  /** {@code shop.orders.views} and {@code src/shop/orders/views.py}. */
  private static boolean inPath(String logger, String path) {
    int dot = path.lastIndexOf('.');
    String stem = (dot < 0 ? path : path.substring(0, dot)).toLowerCase(Locale.ROOT);
    String folders = logger.replaceAll("\\.|::|\\\\", "/").toLowerCase(Locale.ROOT);
    return folders.indexOf('/') > 0
        && (("/" + stem).endsWith("/" + folders)
            || ("/" + stem).endsWith("/" + folders + "/__init__"));
  }

  /** The simple name: after the last dot, without inner classes. */
  static String last(String logger) {
    String name = logger.replaceFirst("[$].*", "");
    int at =
        Math.max(name.lastIndexOf('.'), Math.max(name.lastIndexOf(':'), name.lastIndexOf('/')));
    return name.substring(at + 1);
  }

  /** Name of a file without folder and ending. */
  static String stem(String path) {
    String name = PathIndex.name(path);
    int dot = name.indexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
