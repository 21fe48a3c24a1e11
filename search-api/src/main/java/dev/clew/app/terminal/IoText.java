// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words. */
public final class IoText {
  private IoText() {}

  public static String say(IOException fault) {
    return switch (fault) {
      case NoSuchFileException missing ->
          "there is no file " + missing.getFile() + "; check the path";
      case AccessDeniedException denied ->
          "may not read or write " + denied.getFile() + "; check its permissions";
      default -> fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    };
  }
}
