// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.ingest.bookmark.Bookmark;
import dev.clew.ingest.bookmark.Bookmarks;
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
    /**
     * @param place where the file is
     * @param other a source with the same content that is still where it was
     */
    boolean waits(String place, Bookmark other);
  }

  Identification(Bookmarks bookmarks, SourceOpener opener, Patience patience) {
    this.bookmarks = bookmarks;
    this.opener = opener;
    this.patience = patience;
  }

  /** The standing of a file that is not compressed; empty when it is read under another name. */
  Optional<Standing> plain(String place, SeekableByteChannel file, String fileKey)
      throws IOException {
    PlainContent content = new PlainContent(file);
    Optional<Bookmark> own = bookmarks.at(place);
    if (own.isPresent() && content.agrees(own.get())) {
      return bookmarks.settle(own.get(), place, fileKey);
    }
    List<Bookmark> agreeing = new ArrayList<>();
    for (Bookmark each : bookmarks.startingLike(content.head(Fingerprint.MOST), fileKey)) {
      if (content.agrees(each)) {
        agreeing.add(each);
        if (each.fileKey().equals(fileKey)) {
          break;
        }
      }
    }
    return isReadElsewhere(content, fileKey) ? Optional.empty() : moved(agreeing, place, fileKey);
  }

  /**
   * True for a file without a known source that may be the unfinished copy a rotation makes: no
   * known source that lost its place goes on in it.
   */
  boolean isDoubtful(String place, SeekableByteChannel file, String fileKey) throws IOException {
    PlainContent content = new PlainContent(file);
    if (!Rotations.isRotated(place)) {
      return false;
    }
    for (Bookmark each : bookmarks.startingLike(content.head(Fingerprint.MOST), fileKey)) {
      if (content.agrees(each) && !isWhereItWas(each)) {
        return false;
      }
    }
    return true;
  }

  /** True for a second name, or a new one, of a file that is read in this round. */
  private boolean isReadElsewhere(PlainContent content, String fileKey) throws IOException {
    Optional<String> source = bookmarks.settledIn(fileKey);
    if (source.isEmpty()) {
      return false;
    }
    Optional<Bookmark> reached = bookmarks.of(source.get());
    return reached.isEmpty() || content.agrees(reached.get());
  }

  /** The standings of what is in a compressed file or archive, by place. */
  Map<String, Optional<Standing>> packed(
      InputFile file, SeekableByteChannel channel, String fileKey) throws IOException {
    Map<String, Optional<Standing>> standings = new HashMap<>();
    if (bookmarks.allSettled()) {
      return standings;
    }
    opener.open(
        file,
        Channels.newInputStream(channel),
        new Probe(source -> standings.put(source.place(), stream(source, fileKey))),
        read -> {});
    channel.position(0);
    return standings;
  }

  /** The standing of a source inside a container, where none was seen before. */
  Optional<Standing> born(String place) {
    return bookmarks.born(place, "");
  }

  private Optional<Standing> stream(Source source, String fileKey) {
    StreamContent content = new StreamContent(source.bytes());
    List<Bookmark> candidates = new ArrayList<>();
    Optional<Bookmark> own = bookmarks.at(source.place());
    own.ifPresent(candidates::add);
    bookmarks.startingLike(content.head(), fileKey).stream()
        .filter(each -> own.isEmpty() || !each.source().equals(own.get().source()))
        .forEach(candidates::add);
    List<Bookmark> agreeing = content.agreeing(candidates);
    if (own.isPresent() && agreeing.contains(own.get())) {
      return bookmarks.settle(own.get(), source.place(), fileKey);
    }
    // a compressed copy is no other name of the file it was made from
    return moved(agreeing.reversed(), source.place(), "");
  }

  private Optional<Standing> moved(List<Bookmark> agreeing, String place, String fileKey) {
    for (Bookmark each : agreeing) {
      if (!isWhereItWas(each)) {
        Optional<Standing> standing = bookmarks.settle(each, place, fileKey);
        if (standing.isPresent()) {
          return standing;
        }
      } else if (!fileKey.isEmpty() && fileKey.equals(keyAt(each))) {
        return Optional.empty();
      } else if (patience.waits(place, each)) {
        return Optional.empty();
      }
    }
    return bookmarks.born(place, fileKey);
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
