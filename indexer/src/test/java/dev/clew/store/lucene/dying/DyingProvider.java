// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.dying;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forwards while its process lives. */
final class DyingProvider extends FileSystemProvider {
  private final FileSystemProvider inner;
  private final Life life;

  DyingProvider(FileSystemProvider inner, Life life) {
    this.inner = inner;
    this.life = life;
  }

  private Path plain(Path path) {
    life.alive();
    return DyingPath.plain(path);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new DyingChannel(inner.newFileChannel(plain(path), options, attributes), life);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    life.durable("mkdir");
    inner.createDirectory(plain(folder), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    life.durable("link");
    inner.createLink(plain(link), plain(existing));
  }

  @Override
  public void delete(Path path) throws IOException {
    life.durable("unlink");
    inner.delete(plain(path));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    life.durable("rename");
    inner.move(plain(source), plain(target), options);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    inner.copy(plain(source), plain(target), options);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DyingFileSystem system = (DyingFileSystem) folder.getFileSystem();
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = inner.newDirectoryStream(plain(folder), path -> true)) {
      for (Path each : all) {
        Path path = system.wrap(each);
        if (filter.accept(path)) {
          found.add(path);
        }
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return found.iterator();
      }

      @Override
      public void close() {
        // all was read already
      }
    };
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return inner.readAttributes(plain(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return inner.readAttributes(plain(path), attributes, options);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return inner.getFileAttributeView(plain(path), type, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    inner.setAttribute(plain(path), attribute, value, options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return inner.isSameFile(plain(path), plain(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return inner.isHidden(plain(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return inner.getFileStore(plain(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    inner.checkAccess(plain(path), modes);
  }

  @Override
  public String getScheme() {
    return "dying";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException("made by a Life alone");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("made by a Life alone");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("made by a Life alone");
  }
}
