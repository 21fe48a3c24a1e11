// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.part;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;

/** Tells damage of files from other failures. */
public final class Damage {
  private static final int MOST_CHARS = 300;

  private Damage() {}

  /** True when {@code failure} means that files are not what was written. */
  public static boolean is(Throwable failure) {
    return switch (failure) {
      case CorruptIndexException corrupt -> true;
      case IndexFormatTooOldException old -> true;
      // the format of the store says whether a later version wrote it: this is a flipped bit
      case IndexFormatTooNewException newer -> true;
      case EOFException end -> true;
      case FileNotFoundException missing -> true;
      case NoSuchFileException missing -> true;
      // damaged files make Lucene read past what is there, or look for what never was
      case IndexOutOfBoundsException past -> true;
      case NegativeArraySizeException negative -> true;
      case IllegalArgumentException unknown -> isLucene(unknown);
      default -> false;
    };
  }

  /** What to say of it, in one line. */
  static String reason(Throwable failure) {
    String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }

  /** A name of a codec, say, that is no name any more. */
  private static boolean isLucene(IllegalArgumentException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("org.apache.lucene.");
  }
}
