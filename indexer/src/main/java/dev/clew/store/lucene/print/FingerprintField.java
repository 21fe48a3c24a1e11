// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.print;

import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The hashes of one document, to be used again for the next after {@link #clear}. Order does not
 * matter and a hash may be added twice. A document without hashes need not carry the field.
 */
public final class FingerprintField extends BinaryDocValuesField {
  private final BytesRef packed;

  FingerprintField(String name) {
    this(name, new BytesRef(new byte[64], 0, 0));
  }

  private FingerprintField(String name, BytesRef packed) {
    super(name, packed);
    this.packed = packed;
  }

  /** Forgets the hashes. */
  public void clear() {
    packed.length = 0;
  }

  /** Adds a hash of {@link Fingerprints#of}. */
  public void add(int hash) {
    if (packed.length + Integer.BYTES > packed.bytes.length) {
      packed.bytes = ArrayUtil.grow(packed.bytes, packed.length + Integer.BYTES);
    }
    BitUtil.VH_LE_INT.set(packed.bytes, packed.length, hash);
    packed.length += Integer.BYTES;
  }

  /** How many hashes there are, doubles included. */
  public int size() {
    return packed.length / Integer.BYTES;
  }
}
