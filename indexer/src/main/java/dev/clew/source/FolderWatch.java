// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hears from the system which files below some folders were written, and that some came or went. It
 * may miss things (network file systems, full queues): whoever asks looks for themselves now and
 * then. Not thread-safe.
 */
public final class FolderWatch implements AutoCloseable {
  private final List<Path> paths;
  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private final Set<Path> written = new HashSet<>();
  private boolean rearranged = true;

  /**
   * Watches folders with all below them, and the folders of files.
   *
   * @throws IOException when the system offers no watching
   */
  public FolderWatch(List<Path> paths) throws IOException {
    this.paths = List.copyOf(paths);
    this.service =
        (paths.isEmpty() ? Path.of(".") : paths.getFirst()).getFileSystem().newWatchService();
  }

  /** Takes in what happened since the last call. */
  public void listen() {
    for (WatchKey key = service.poll(); key != null; key = service.poll()) {
      Path folder = (Path) key.watchable();
      for (WatchEvent<?> event : key.pollEvents()) {
        if (ENTRY_MODIFY.equals(event.kind()) && event.context() instanceof Path name) {
          written.add(folder.resolve(name));
        } else {
          rearranged = true;
        }
      }
      if (!key.reset()) {
        keys.remove(folder);
        rearranged = true;
      }
    }
  }

  /** True when files may have come or gone since {@link #rearranged} was last told. */
  public boolean isRearranged() {
    return rearranged;
  }

  /** Watches the folders that are there now; to be called before the files are listed. */
  public void watch() {
    rearranged = false;
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        watchBelow(path);
      } else {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
          watchOne(folder);
        }
      }
    }
  }

  private void watchBelow(Path root) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              Path name = folder.getFileName();
              if (!folder.equals(root) && name != null && name.toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              watchOne(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException gone) {
      rearranged = true;
    }
  }

  private void watchOne(Path folder) {
    WatchKey key = keys.get(folder);
    if (key != null && key.isValid()) {
      return;
    }
    try {
      keys.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
    } catch (IOException unwatchable) {
      keys.remove(folder);
    }
  }

  /** The files written since the last call. */
  public Set<Path> written() {
    Set<Path> all = Set.copyOf(written);
    written.clear();
    return all;
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
