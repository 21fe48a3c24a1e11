// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text, for people who asked for it. */
public final class Throwables {
  private Throwables() {}

  public static String text(Throwable thrown) {
    StringWriter text = new StringWriter();
    text.append(String.valueOf(thrown)).append('\n');
    PrintWriter writer = new PrintWriter(text);
    for (StackTraceElement element : thrown.getStackTrace()) {
      writer.println("  at " + element);
    }
    if (thrown.getCause() != null) {
      writer.print("caused by " + text(thrown.getCause()));
    }
    writer.flush();
    return text.toString();
  }
}
