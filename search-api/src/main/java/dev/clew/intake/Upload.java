// SPDX-License-Identifier: Apache-2.0
package dev.clew.intake;

import dev.clew.intake.IntakeException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** One file that was sent, and the room set apart for it. Closing removes it. Not thread-safe. */
final class Upload implements AutoCloseable {
  /** So much room more is set apart at once for a file whose length nobody said. */
  private static final long STEP = 16L << 20;

  private static final int BUFFER = 1 << 16;

  private final UploadFolder uploads;
  private final Path folder;
  private final Handed handed;
  private long reserved;

  Upload(UploadFolder uploads, Path folder, Handed handed) {
    this.uploads = uploads;
    this.folder = folder;
    this.handed = handed;
  }

  /** Where the file is. */
  Path file() {
    return folder.resolve(handed.name());
  }

  /**
   * Takes the file {@code in} holds.
   *
   * @param goOn told how many bytes came so far; false to end
   * @return its length in bytes
   * @throws IntakeException when it is not taken
   */
  long receive(InputStream in, LongPredicate goOn) {
    grow(Math.max(0, handed.length()));
    try {
      Files.createDirectories(folder);
      long length;
      try (OutputStream out = Files.newOutputStream(file())) {
        length = copy(in, out, goOn);
      }
      if (handed.modified() != null) {
        Files.setLastModifiedTime(file(), FileTime.from(handed.modified()));
      }
      return length;
    } catch (IOException refused) {
      throw new IntakeException(
          Reason.NOT_KEPT, "the disk does not take it: " + refused.getMessage(), refused);
    }
  }

  private long copy(InputStream in, OutputStream out, LongPredicate goOn) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long length = 0;
    for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
      length += read;
      if (length > uploads.most()) {
        throw uploads.tooLarge();
      }
      if (length > reserved) {
        grow(Math.max(length - reserved, Math.min(STEP, uploads.most() - reserved)));
      }
      out.write(buffer, 0, read);
      if (!goOn.test(length)) {
        throw new IntakeException(Reason.STOPPED, "stopped before all of it came; none was read");
      }
    }
    if (length < handed.length()) {
      throw cutOff(null);
    }
    return length;
  }

  private int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException gone) {
      throw cutOff(gone);
    }
  }

  private static IntakeException cutOff(@Nullable IOException cause) {
    String message = "the sender ended before the end of the file; none of it was read";
    return cause == null
        ? new IntakeException(Reason.CUT_OFF, message)
        : new IntakeException(Reason.CUT_OFF, message, cause);
  }

  private void grow(long bytes) {
    uploads.reserve(bytes);
    reserved += bytes;
  }

  @Override
  public void close() {
    try {
      UploadFolder.delete(folder);
    } catch (IOException stays) {
      throw new UncheckedIOException("the file that was sent stays behind in " + folder, stays);
    } finally {
      uploads.release(reserved);
      reserved = 0;
    }
  }
}
