// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.write;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteBuffersDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * One zstd frame a block, with its checksum, so that a damaged block is noticed when it is read.
 */
final class ZstdMode extends CompressionMode {
  /** Beyond it blocks shrink by a few percent while compressing takes several times as long. */
  private static final int LEVEL = 3;

  @Override
  public Compressor newCompressor() {
    return new BlockCompressor();
  }

  @Override
  public Decompressor newDecompressor() {
    return new BlockDecompressor();
  }

  private static final class BlockCompressor extends Compressor {
    private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);
    private byte[] plain = BytesRef.EMPTY_BYTES;
    private byte[] packed = BytesRef.EMPTY_BYTES;

    @Override
    public void compress(ByteBuffersDataInput input, DataOutput output) throws IOException {
      int length = Math.toIntExact(input.length());
      plain = ArrayUtil.growNoCopy(plain, length);
      input.readBytes(plain, 0, length);
      packed = ArrayUtil.growNoCopy(packed, Math.toIntExact(Zstd.compressBound(length)));
      int size = context.compressByteArray(packed, 0, packed.length, plain, 0, length);
      output.writeVInt(size);
      output.writeBytes(packed, size);
    }

    @Override
    public void close() {
      context.close();
    }
  }

  private static final class BlockDecompressor extends Decompressor {
    private static final long NOWHERE = -1;

    private byte[] packed = BytesRef.EMPTY_BYTES;
    private byte[] plain = BytesRef.EMPTY_BYTES;
    private long plainStart = NOWHERE;
    private long plainEnd = NOWHERE;

    @Override
    public void decompress(DataInput input, int whole, int offset, int length, BytesRef result)
        throws IOException {
      IndexInput file = input instanceof IndexInput index ? index : null;
      long start = file == null ? NOWHERE : file.getFilePointer();
      // hits are read in order, so the next one is often in the same block
      if (file != null && start == plainStart) {
        file.seek(plainEnd);
      } else {
        plainStart = NOWHERE;
        int size = input.readVInt();
        packed = ArrayUtil.growNoCopy(packed, size);
        input.readBytes(packed, 0, size);
        plain = new byte[whole];
        unpack(input, size, whole);
        plainStart = start;
        plainEnd = file == null ? NOWHERE : file.getFilePointer();
      }
      result.bytes = plain;
      result.offset = offset;
      result.length = length;
    }

    private void unpack(DataInput input, int size, int whole) throws IOException {
      try {
        long written = Zstd.decompressByteArray(plain, 0, whole, packed, 0, size);
        if (written != whole) {
          throw new CorruptIndexException(
              "a block holds " + written + " bytes instead of " + whole, input);
        }
      } catch (ZstdException e) {
        throw new CorruptIndexException("a block is damaged", input, e);
      }
    }

    // a clone is for another thread: it shares nothing
    @Override
    public Decompressor clone() {
      return new BlockDecompressor();
    }
  }
}
