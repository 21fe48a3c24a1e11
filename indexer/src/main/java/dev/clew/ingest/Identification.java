// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Bookmark;
import dev.clew.ingest.bookmark.Bookmarks;
import dev.clew.ingest.bookmark.Finding;
import dev.clew.ingest.bookmark.Finding.Unread;
import dev.clew.ingest.bookmark.Fingerprint;
import dev.clew.ingest.bookmark.PlainContent;
import dev.clew.ingest.bookmark.Standing;
import dev.clew.ingest.bookmark.StreamContent;
import dev.clew.source.InputFile;
import dev.clew.source.Problem;
import dev.clew.source.Source;
import dev.clew.source.SourceOpener;
import dev.clew.source.SourceVisitor;
import dev.clew.source.packing.Wrapping;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its content which known source a file is: the one last seen at its place when it is
 * still that one, else one that is no longer where it was, else a new one. Thread-safe.
 */
final class Identification {
  private final Bookmarks bookmarks;
  private final SourceOpener opener;
  private final Patience patience;

  /** Says whether to look at a file again later that may be the copy a rotation makes. */
  interface Patience {
    /** Whoever reads once cannot wait. */
    Patience NONE =
        new Patience() {
          @Override
          public boolean waits(String place, boolean growing) {
            return false;
          }

          @Override
          public boolean isNew(String place) {
            return false;
          }
        };

    /**
     * @param place where a file is that looks like a copy of one that is still where it was
     * @param growing it is written right now
     */
    boolean waits(String place, boolean growing);

    /**
     * @param place where a file is that was never seen before
     */
    boolean isNew(String place);
  }

  Identification(Bookmarks bookmarks, SourceOpener opener, Patience patience) {
    this.bookmarks = bookmarks;
    this.opener = opener;
    this.patience = patience;
  }

  /**
   * What a file that is not compressed is.
   *
   * @param growing it is written right now
   */
  Finding plain(String place, SeekableByteChannel file, String fileKey, boolean growing)
      throws IOException {
    PlainContent content = new PlainContent(file);
    Optional<Bookmark> own = bookmarks.at(place);
    if (own.isPresent() && content.agrees(own.get())) {
      return known(bookmarks.settle(own.get(), place, fileKey));
    }
    Optional<String> same = bookmarks.settledIn(fileKey);
    if (same.isPresent()) {
      Optional<Bookmark> reached = bookmarks.of(same.get());
      boolean isRead = reached.isEmpty() || content.agrees(reached.get());
      return isRead ? Unread.ELSEWHERE : Unread.LATER;
    }
    byte[] head = content.head(Fingerprint.MOST);
    List<Bookmark> agreeing = new ArrayList<>();
    for (Bookmark each : bookmarks.startingLike(head, fileKey)) {
      if (content.agrees(each)) {
        agreeing.add(each);
        if (each.fileKey().equals(fileKey)) {
          break;
        }
      }
    }
    Optional<Finding> moved = moved(agreeing, place, fileKey);
    if (moved.isPresent()) {
      return moved.get();
    }
    return copied(content, head, place, growing).orElseGet(() -> fresh(place, fileKey));
  }

  private static Finding known(Optional<Standing> standing) {
    return standing.<Finding>map(Finding.Known::new).orElse(Unread.LATER);
  }

  private Finding fresh(String place, String fileKey) {
    return known(bookmarks.born(place, fileKey));
  }

  /**
   * Why to wait with a file that starts like one that is read: a rotation copies that one, or has
   * copied it and truncates it next, or has truncated it since it was looked at.
   */
  private Optional<Finding> copied(PlainContent content, byte[] head, String place, boolean growing)
      throws IOException {
    for (Bookmark each : bookmarks.settledLike(head)) {
      if (Rotations.isAlike(place, each.place())) {
        boolean agrees = content.agrees(each);
        boolean part = isStartOf(content, each);
        boolean there = agrees && isWhereItWas(each);
        if ((agrees && !there) || ((there || part) && patience.waits(place, growing))) {
          return Optional.of(Unread.LATER);
        }
        if (there) {
          return Optional.empty();
        }
      }
    }
    // of the first event of its original nothing is known until that has ended
    boolean unsure = growing && Rotations.isRotated(place) && patience.isNew(place);
    return unsure ? Optional.of(Unread.LATER) : Optional.empty();
  }

  private static boolean isStartOf(PlainContent content, Bookmark bookmark) {
    Path path = path(bookmark.place());
    if (path == null || !bookmark.place().endsWith("!")) {
      return false;
    }
    try (SeekableByteChannel there = Files.newByteChannel(path)) {
      return content.isStartOf(new PlainContent(there));
    } catch (IOException gone) {
      return false;
    }
  }

  /** What is in a compressed file or archive, by place. */
  Map<String, Finding> packed(InputFile file, SeekableByteChannel channel, String fileKey)
      throws IOException {
    Map<String, Finding> findings = new HashMap<>();
    String unpacked = Rotations.unpacked(Source.place(file.path(), ""));
    if (bookmarks.allSettled() && bookmarks.at(unpacked).isEmpty()) {
      return findings;
    }
    opener.open(
        file,
        Channels.newInputStream(channel),
        new Probe(source -> findings.put(source.place(), stream(source, fileKey))),
        read -> {});
    channel.position(0);
    return findings;
  }

  /** A source inside a container, where none was seen before. */
  Finding born(String place) {
    return fresh(place, "");
  }

  private Finding stream(Source source, String fileKey) {
    StreamContent content = new StreamContent(source.bytes());
    List<Bookmark> candidates = new ArrayList<>();
    Optional<Bookmark> own = bookmarks.at(source.place());
    own.ifPresent(candidates::add);
    bookmarks.startingLike(content.head(), fileKey).stream()
        .filter(each -> own.isEmpty() || !each.source().equals(own.get().source()))
        .forEach(candidates::add);
    bookmarks.settledLike(content.head()).stream()
        .filter(each -> Rotations.isAlike(source.place(), each.place()))
        .forEach(candidates::add);
    List<Bookmark> agreeing = content.agreeing(candidates);
    if (own.isPresent() && agreeing.contains(own.get())) {
      return known(bookmarks.settle(own.get(), source.place(), fileKey));
    }
    // a compressed copy is no other name of the file it was made from
    return moved(agreeing.reversed(), source.place(), "")
        .or(() -> packedBeside(agreeing, source.place()))
        .orElseGet(() -> fresh(source.place(), ""));
  }

  /** As {@link #copied}, for what was compressed as a whole. */
  private Optional<Finding> packedBeside(List<Bookmark> agreeing, String place) {
    for (Bookmark each : agreeing.reversed()) {
      if (bookmarks.isSettled(each.source())
          && (!isWhereItWas(each) || patience.waits(place, false))) {
        return Optional.of(Unread.LATER);
      }
    }
    return Optional.empty();
  }

  /** The one of {@code agreeing} that is no longer where it was; settled ones are not asked. */
  private Optional<Finding> moved(List<Bookmark> agreeing, String place, String fileKey) {
    for (Bookmark each : agreeing) {
      if (bookmarks.isSettled(each.source())) {
        continue;
      }
      if (!isWhereItWas(each)) {
        return Optional.of(known(bookmarks.settle(each, place, fileKey)));
      }
      if (!fileKey.isEmpty() && fileKey.equals(keyAt(each))) {
        return Optional.of(Unread.ELSEWHERE);
      }
      if (Rotations.isAlike(place, each.place()) && patience.waits(place, false)) {
        return Optional.of(Unread.LATER);
      }
    }
    return Optional.empty();
  }

  /** True when {@code bookmark}'s source can still be read at its place. */
  boolean isWhereItWas(Bookmark bookmark) {
    Path path = path(bookmark.place());
    if (path == null || !bookmarks.holdsPlace(bookmark)) {
      return false;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      if (bookmark.place().endsWith("!") && !isPacked(channel)) {
        return new PlainContent(channel).agrees(bookmark);
      }
      channel.position(0);
      List<Bookmark> agreeing = new ArrayList<>();
      InputFile file = new InputFile(path, path.toString(), 0, Instant.EPOCH);
      Probe probe =
          new Probe(
              source -> {
                if (source.place().equals(bookmark.place())) {
                  agreeing.addAll(new StreamContent(source.bytes()).agreeing(List.of(bookmark)));
                }
              });
      opener.open(file, Channels.newInputStream(channel), probe, read -> {});
      return !agreeing.isEmpty();
    } catch (IOException gone) {
      return false;
    }
  }

  static boolean isPacked(SeekableByteChannel channel) throws IOException {
    byte[] head = new PlainContent(channel).head(Wrapping.HEAD);
    return Wrapping.of(head, head.length) != Wrapping.NONE;
  }

  private static String keyAt(Bookmark bookmark) {
    Path path = path(bookmark.place());
    return path == null ? "" : fileKey(path);
  }

  /** What the file system calls the file at {@code path}; empty when it has no such name. */
  static String fileKey(Path path) {
    return attributes(path).map(Identification::key).orElse("");
  }

  /** What the file system knows of the file at {@code path}; empty when there is none. */
  static Optional<BasicFileAttributes> attributes(Path path) {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  static String key(BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key == null ? "" : key.toString();
  }

  /** The file of a place: names of files and of members may both hold exclamation marks. */
  private static @Nullable Path path(String place) {
    for (int end = place.lastIndexOf('!'); end > 0; end = place.lastIndexOf('!', end - 1)) {
      Path path = Path.of(place.substring(0, end));
      if (Files.isRegularFile(path)) {
        return path;
      }
    }
    return null;
  }

  /** Looks at sources, without reading their lines. */
  private record Probe(Consumer<Source> look) implements SourceVisitor {
    @Override
    public void source(Source source) {
      look.accept(source);
    }

    @Override
    public void problem(Problem problem) {
      // told when the file is read
    }
  }
}
