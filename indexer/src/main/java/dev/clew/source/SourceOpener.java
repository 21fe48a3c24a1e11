// SPDX-License-Identifier: Apache-2.0
package dev.clew.source;

import dev.clew.source.packing.BoundedStream;
import dev.clew.source.packing.CappedStream;
import dev.clew.source.packing.CountingStream;
import dev.clew.source.packing.Decompression;
import dev.clew.source.packing.LimitException;
import dev.clew.source.packing.Limits;
import dev.clew.source.packing.Member;
import dev.clew.source.packing.MemberNames;
import dev.clew.source.packing.Members;
import dev.clew.source.packing.Unclosed;
import dev.clew.source.packing.Wrapping;
import dev.clew.source.text.BinaryCheck;
import dev.clew.source.text.TextDecoder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Opens a file, peels compression off it and walks archives, all by streaming: nothing is unpacked
 * to disk. Archives in archives are followed as deep as {@link Limits#layers} allows; what is
 * packed deeper is a problem, not a source.
 */
public final class SourceOpener {
  private static final int BUFFER = 1 << 16;
  private static final int HEAD = 1 << 13;

  /** Bytes read of a file that says it has none, as those of the kernel do. */
  private static final long MOST_OF_EMPTY = 64L << 20;

  private final Limits limits;
  private final InputStream standardInput;

  /**
   * @param standardInput read for the file without a path; never closed
   */
  public SourceOpener(Limits limits, InputStream standardInput) {
    this.limits = limits;
    this.standardInput = standardInput;
  }

  /**
   * Shows every source of {@code file} to {@code visitor}. Whatever fails becomes a problem.
   *
   * @param progress told the number of bytes of the file on disk after each read of them
   */
  public void open(InputFile file, SourceVisitor visitor, LongConsumer progress) {
    Optional<Problem> obstacle = SpecialFiles.obstacle(file);
    if (obstacle.isPresent()) {
      visitor.problem(obstacle.get());
      return;
    }
    try (InputStream in = stream(file)) {
      show(file, in, visitor, progress);
    } catch (IOException e) {
      visitor.problem(SpecialFiles.unopened(file, e));
    }
  }

  /**
   * Shows every source of {@code file}, whose bytes are {@code in}, to {@code visitor}.
   *
   * @param in not closed
   */
  public void open(InputFile file, InputStream in, SourceVisitor visitor, LongConsumer progress) {
    Optional<Problem> obstacle = SpecialFiles.obstacle(file);
    if (obstacle.isPresent()) {
      visitor.problem(obstacle.get());
    } else {
      show(file, in, visitor, progress);
    }
  }

  private void show(InputFile file, InputStream in, SourceVisitor visitor, LongConsumer progress) {
    CountingStream counting = new CountingStream(in, progress);
    new Opening(file, visitor, counting)
        .layer(counting, new Place("", file.name(), file.modified()), 0);
  }

  private InputStream stream(InputFile file) throws IOException {
    Path path = file.path();
    if (path == null) {
      return new Unclosed(standardInput);
    }
    InputStream in = Files.newInputStream(path);
    return file.size() == 0 ? new CappedStream(in, MOST_OF_EMPTY) : in;
  }

  /** Where in a file bytes are: the labels of the members around them. */
  private record Place(String member, String name, Instant modified) {
    Place in(String label, InputFile file, Instant written) {
      String inner = member.isEmpty() ? label : member + "!" + label;
      return new Place(inner, file.name() + "!" + inner, written);
    }
  }

  private final class Opening {
    private final InputFile file;
    private final SourceVisitor visitor;
    private final CountingStream disk;

    Opening(InputFile file, SourceVisitor visitor, CountingStream disk) {
      this.file = file;
      this.visitor = visitor;
      this.disk = disk;
    }

    void layer(InputStream in, Place place, int depth) {
      BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
      try {
        byte[] head = head(buffered, Wrapping.HEAD);
        unwrap(Wrapping.of(head, head.length), buffered, place, depth);
      } catch (IOException e) {
        visitor.problem(damage(place.name(), e));
      }
    }

    private void unwrap(Wrapping wrapping, BufferedInputStream in, Place place, int depth)
        throws IOException {
      if (wrapping != Wrapping.NONE && depth >= limits.layers()) {
        visitor.problem(
            new Problem(
                place.name(),
                "is packed in more than %d layers".formatted(limits.layers()),
                "unpack it first"));
        return;
      }
      switch (wrapping) {
        case NONE -> source(in, place);
        case TAR -> members(Members.ofTar(in, limits, disk::count), place, depth);
        case ZIP -> members(Members.ofZip(in, limits, disk::count), place, depth);
        case SEVEN_ZIP -> sevenZip(place, depth);
        default -> {
          try (InputStream unpacked = Decompression.of(wrapping, in, limits)) {
            layer(new BoundedStream(unpacked, limits, disk::count), place, depth + 1);
          }
        }
      }
    }

    private void source(InputStream in, Place place) {
      String id = Source.id(file.path(), place.member());
      String where = Source.place(file.path(), place.member());
      visitor.source(new Source(id, place.name(), where, file.path(), place.modified(), in));
    }

    private void sevenZip(Place place, int depth) throws IOException {
      Path path = file.path();
      if (path == null || depth > 0) {
        visitor.problem(
            new Problem(
                place.name(),
                "is a 7-Zip archive, which cannot be read as a stream",
                "save or unpack it, or pack it with gzip or zstd"));
        return;
      }
      try (SeekableByteChannel channel = Files.newByteChannel(path)) {
        members(Members.ofSevenZip(channel, limits), place, depth);
      }
    }

    private void members(Members members, Place outer, int depth) throws IOException {
      MemberNames names = new MemberNames();
      Omissions omissions = new Omissions();
      int entries = 0;
      try (members) {
        for (Member each = members.next();
            each != null && !visitor.isOver();
            each = members.next()) {
          if (++entries > limits.entries()) {
            throw new LimitException("has more than " + limits.entries() + " members");
          }
          if (!each.isHidden()) {
            Instant written = each.modified() == null ? outer.modified() : each.modified();
            Place place = outer.in(names.label(each.name()), file, written);
            member(each, place, depth + 1, omissions);
          }
        }
      } finally {
        omissions.tell(outer.name(), visitor);
      }
    }

    private void member(Member member, Place place, int depth, Omissions omissions)
        throws IOException {
      if (member.obstacle() != null) {
        omissions.add(member.obstacle(), place.name());
        return;
      }
      BufferedInputStream in = new BufferedInputStream(member.content(), BUFFER);
      byte[] head = head(in, HEAD);
      Wrapping wrapping = Wrapping.of(head, head.length);
      Optional<String> reason = wrapping == Wrapping.NONE ? omission(head) : Optional.empty();
      if (reason.isPresent()) {
        omissions.add(reason.get(), place.name());
      } else {
        try {
          unwrap(wrapping, in, place, depth);
        } catch (LimitException e) {
          throw e;
        } catch (IOException e) {
          visitor.problem(damage(place.name(), e));
        }
      }
    }
  }

  private static Problem damage(String name, IOException fault) {
    IOException explained = Decompression.explained(fault);
    String message = explained.getMessage() == null ? "it breaks off" : explained.getMessage();
    return explained instanceof LimitException
        ? new Problem(name, message, "what came before was read; unpack it if it can be trusted")
        : new Problem(name, "is damaged: " + message, "what came before was read; fetch it again");
  }

  /** Why a member is left out without a look at the whole of it. */
  private static Optional<String> omission(byte[] head) {
    if (head.length == 0) {
      return Optional.of("is empty");
    }
    boolean hole =
        head.length >= LineReader.HOLE
            && LineScan.zerosEnd(head, 0, LineReader.HOLE) == LineReader.HOLE;
    return hole
        ? Optional.empty()
        : BinaryCheck.reason(
            head, 0, head.length, TextDecoder.guess(head, 0, head.length).encoding());
  }

  private static byte[] head(BufferedInputStream in, int most) throws IOException {
    in.mark(most);
    byte[] head = new byte[most];
    int length = 0;
    try {
      for (int read = 0; read >= 0 && length < most; length += Math.max(0, read)) {
        read = in.read(head, length, most - length);
      }
    } catch (IOException e) {
      if (length == 0) {
        throw e;
      }
      // it comes again once what was read before it is used up
    }
    in.reset();
    return Arrays.copyOf(head, length);
  }
}
