// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.term;

import dev.clew.query.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.StringHelper;

/**
 * The values of all fields as terms of one index field, so that any number of attribute names costs
 * nothing: {@code name NUL folded-value}. The name alone stands for "has the field". A value that
 * is too long, or no well-formed text, is cut and ends with {@link #INEXACT}: such a term says only
 * that the event must be looked at.
 */
public final class ValueTerm {
  public static final String FIELD = "value";

  /** No UTF-8 holds this byte. */
  static final byte INEXACT = (byte) 0xFF;

  private static final byte END_OF_NAME = 0;
  private static final byte ESCAPE = 1;
  private static final byte ESCAPED_NUL = 1;
  private static final byte ESCAPED_ESCAPE = 2;
  private static final byte HASHED = 3;
  private static final byte BLOCK = 4;
  private static final byte WIDE = 5;
  private static final byte ELSEWHERE = 6;
  private static final byte RARE = 7;
  private static final int MAX_BYTES = 512;
  private static final int MAX_CHARS = MAX_BYTES / 3;

  /** Events whose offsets differ only below this bit share the term they are found by. */
  private static final int BLOCK_SHIFT = 16;

  private ValueTerm() {}

  /** The term of events that have the field. */
  public static Term has(String name) {
    return new Term(FIELD, name(name).toBytesRef());
  }

  /** The term of events whose value of the field only their row holds. */
  public static Term wide(String name) {
    BytesRefBuilder term = new BytesRefBuilder();
    term.append(ESCAPE);
    term.append(ELSEWHERE);
    term.append(name(name));
    return new Term(FIELD, term.toBytesRef());
  }

  /**
   * The term of events with attributes whose names are so many that they have no terms: their names
   * and values are fingerprints.
   */
  public static Term rare() {
    return new Term(FIELD, new BytesRef(new byte[] {ESCAPE, RARE}));
  }

  /** The term of events that have the value, or of those that must be looked at. */
  public static Term of(String name, String value) {
    BytesRefBuilder term = prefix(name);
    append(term, Words.fold(value));
    return new Term(FIELD, term.toBytesRef());
  }

  /** True when {@code term} stands for one value. */
  public static boolean isExact(BytesRef term) {
    return term.length == 0 || term.bytes[term.offset + term.length - 1] != INEXACT;
  }

  /** The folded value at the end of a term that starts with {@code prefixLength} other bytes. */
  public static String value(BytesRef term, int prefixLength) {
    return new BytesRef(term.bytes, term.offset + prefixLength, term.length - prefixLength)
        .utf8ToString();
  }

  /** What all terms of values of the field start with. */
  public static BytesRefBuilder prefix(String name) {
    BytesRefBuilder prefix = name(name);
    prefix.append(END_OF_NAME);
    return prefix;
  }

  /** Appends {@code text}, cut if need be. */
  static void append(BytesRefBuilder term, String text) {
    boolean exact = text.length() <= MAX_CHARS && !Utf16.hasLoneSurrogate(text);
    String kept = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
    term.append(new BytesRef(kept));
    if (!exact) {
      term.append(INEXACT);
    }
  }

  /** The term of the events of {@code source} that lie near {@code offset}. */
  public static Term block(String source, long offset) {
    BytesRefBuilder term = blocks(source);
    byte[] number = new byte[Long.BYTES];
    for (int i = 0; i < number.length; i++) {
      number[i] = (byte) ((offset >>> BLOCK_SHIFT) >>> (8 * (number.length - 1 - i)));
    }
    term.append(number, 0, number.length);
    return new Term(FIELD, term.toBytesRef());
  }

  /** True when events of one source at these offsets share the term of {@link #block}. */
  public static boolean areOneBlock(long offset, long other) {
    return offset >>> BLOCK_SHIFT == other >>> BLOCK_SHIFT;
  }

  /** What the block terms of {@code source} start with. */
  static BytesRefBuilder blocks(String source) {
    BytesRefBuilder prefix = new BytesRefBuilder();
    prefix.append(ESCAPE);
    prefix.append(BLOCK);
    prefix.append(prefix(source));
    return prefix;
  }

  private static BytesRefBuilder name(String name) {
    boolean wide = Utf16.hasLoneSurrogate(name);
    byte[] utf8 = wide ? Utf16.bytes(name) : name.getBytes(StandardCharsets.UTF_8);
    BytesRefBuilder term = new BytesRefBuilder();
    if (wide) {
      term.append(ESCAPE);
      term.append(WIDE);
    }
    int length = Math.min(utf8.length, MAX_BYTES);
    appendEscaped(term, length == utf8.length ? utf8 : Arrays.copyOf(utf8, length));
    if (length < utf8.length) {
      term.append(ESCAPE);
      term.append(HASHED);
      for (long part : StringHelper.murmurhash3_x64_128(new BytesRef(utf8))) {
        appendEscaped(term, Long.toHexString(part).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return term;
  }

  private static void appendEscaped(BytesRefBuilder term, byte[] bytes) {
    for (byte b : bytes) {
      if (b == END_OF_NAME || b == ESCAPE) {
        term.append(ESCAPE);
        term.append(b == END_OF_NAME ? ESCAPED_NUL : ESCAPED_ESCAPE);
      } else {
        term.append(b);
      }
    }
  }
}
