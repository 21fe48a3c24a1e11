// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.dying;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.apache.lucene.util.Unwrappable;
import org.jspecify.annotations.Nullable;

/** A path of a {@link DyingFileSystem}. What is mapped into memory is read as it is. */
final class DyingPath implements Path, Unwrappable<Path> {
  private final Path inner;
  private final DyingFileSystem system;

  DyingPath(Path inner, DyingFileSystem system) {
    this.inner = inner;
    this.system = system;
  }

  static Path plain(Path path) {
    return path instanceof DyingPath dying ? dying.inner : path;
  }

  private Path wrap(Path path) {
    return new DyingPath(path, system);
  }

  private @Nullable Path wrapped(@Nullable Path path) {
    return path == null ? null : wrap(path);
  }

  @Override
  public Path unwrap() {
    return inner;
  }

  @Override
  public FileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return inner.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return wrapped(inner.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return wrapped(inner.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return wrapped(inner.getParent());
  }

  @Override
  public int getNameCount() {
    return inner.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return wrap(inner.getName(index));
  }

  @Override
  public Path subpath(int from, int to) {
    return wrap(inner.subpath(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return inner.startsWith(plain(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return inner.endsWith(plain(other));
  }

  @Override
  public Path normalize() {
    return wrap(inner.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return wrap(inner.resolve(plain(other)));
  }

  @Override
  public Path relativize(Path other) {
    return wrap(inner.relativize(plain(other)));
  }

  @Override
  public URI toUri() {
    return inner.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return wrap(inner.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    return wrap(inner.toRealPath(options));
  }

  @Override
  public File toFile() {
    return inner.toFile();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("nothing is watched here");
  }

  @Override
  public int compareTo(Path other) {
    return inner.compareTo(plain(other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DyingPath that && inner.equals(that.inner);
  }

  @Override
  public int hashCode() {
    return inner.hashCode();
  }

  @Override
  public String toString() {
    return inner.toString();
  }
}
