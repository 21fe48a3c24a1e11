// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import java.io.IOException;
import org.apache.lucene.store.IndexOutput;

/** Writes bits, the lowest of each byte first. */
final class BitOutput {
  private static final int CHUNK = 32;

  private final IndexOutput output;
  private long pending;
  private int used;
  private long words;

  BitOutput(IndexOutput output) {
    this.output = output;
  }

  /** How many bits were written. */
  long position() {
    return words * Long.SIZE + used;
  }

  /** Writes the lower {@code count} bits, at most 32; the others must be zero. */
  void write(long value, int count) throws IOException {
    pending |= value << used;
    used += count;
    if (used >= Long.SIZE) {
      output.writeLong(pending);
      words++;
      used -= Long.SIZE;
      // what did not fit; when nothing is left over all bits are shifted out
      pending = used == 0 ? 0 : value >>> (count - used);
    }
  }

  /** Writes {@code value} in a Rice code of parameter {@code low}, at most 32. */
  void rice(long value, int low) throws IOException {
    unary(value >>> low);
    write(value & ((1L << low) - 1), low);
  }

  /** Writes {@code value}, at least 1 and below 2^32, in an Elias gamma code. */
  void gamma(long value) throws IOException {
    int low = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
    unary(low);
    write(value ^ (1L << low), low);
  }

  /** Fills the last word and adds another, so that a reader may take eight bytes anywhere. */
  void finish() throws IOException {
    output.writeLong(pending);
    output.writeLong(0);
  }

  private void unary(long ones) throws IOException {
    long left = ones;
    while (left >= CHUNK) {
      write((1L << CHUNK) - 1, CHUNK);
      left -= CHUNK;
    }
    write((1L << left) - 1, (int) left + 1);
  }
}
