// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.dying;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** A file that its process has open. */
final class DyingChannel extends FileChannel {
  private final FileChannel inner;
  private final Life life;

  DyingChannel(FileChannel inner, Life life) {
    this.inner = inner;
    this.life = life;
  }

  /** A killed process leaves to the system when to write, and that does: nothing else is needed. */
  @Override
  public void force(boolean metaData) {
    life.durable("fsync");
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    life.durable("truncate");
    inner.truncate(size);
    return this;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return alive().write(source);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    return alive().write(sources, offset, length);
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    return alive().write(source, position);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return alive().read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return alive().read(targets, offset, length);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return alive().read(target, position);
  }

  @Override
  public long position() throws IOException {
    return alive().position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    alive().position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return alive().size();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return alive().transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    return alive().transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return alive().map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return alive().lock(position, size, shared);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return alive().tryLock(position, size, shared);
  }

  private FileChannel alive() {
    life.alive();
    return inner;
  }

  /** A dead process has nothing open. */
  @Override
  protected void implCloseChannel() throws IOException {
    inner.close();
  }
}
