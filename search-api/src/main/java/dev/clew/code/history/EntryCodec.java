// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.Commit;
import dev.clew.code.FileDiff;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/** Commits and file changes as bytes. A change of it needs a new {@link CacheFolder#SCHEMA}. */
final class EntryCodec {
  private EntryCodec() {}

  static BytesRef bytes(Commit commit, Map<String, Integer> words) {
    return written(
        out -> {
          out.writeString(commit.author());
          out.writeZLong(commit.time().getEpochSecond());
          out.writeString(commit.subject());
          out.writeString(commit.message());
          write(out, commit.parents());
          write(out, words);
        });
  }

  static PastCommit commit(String id, BytesRef bytes, List<String> paths, List<FileChange> files)
      throws IOException {
    DataInput in = in(bytes);
    String author = in.readString();
    Instant time = Instant.ofEpochSecond(in.readZLong());
    String subject = in.readString();
    String message = in.readString();
    return new PastCommit(
        new Commit(id, author, time, subject, message, strings(in)), paths, words(in), files);
  }

  static BytesRef bytes(List<String> paths) {
    return written(out -> write(out, paths));
  }

  static List<String> paths(BytesRef bytes) throws IOException {
    return strings(in(bytes));
  }

  static BytesRef bytes(FileChange file) {
    return written(
        out -> {
          out.writeString(file.kind().name());
          out.writeByte((byte) (file.formatOnly() ? 1 : 0));
          out.writeString(file.oldPath());
          out.writeString(file.newPath());
          out.writeString(file.unread() == null ? "" : file.unread());
          out.writeVInt(file.spans().size());
          for (FileChange.Span span : file.spans()) {
            out.writeVInt(span.oldLine());
            out.writeVInt(span.removed());
            out.writeVInt(span.newLine());
            out.writeVInt(span.added());
          }
          write(out, file.added());
          write(out, file.removed());
        });
  }

  static FileChange file(BytesRef bytes) throws IOException {
    DataInput in = in(bytes);
    FileDiff.Kind kind = FileDiff.Kind.valueOf(in.readString());
    boolean formatOnly = in.readByte() == 1;
    String oldPath = in.readString();
    String newPath = in.readString();
    String unread = in.readString();
    int count = in.readVInt();
    List<FileChange.Span> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(new FileChange.Span(in.readVInt(), in.readVInt(), in.readVInt(), in.readVInt()));
    }
    return new FileChange(
        kind,
        oldPath,
        newPath,
        formatOnly,
        spans,
        words(in),
        words(in),
        unread.isEmpty() ? null : unread);
  }

  private interface Body {
    void write(DataOutput out) throws IOException;
  }

  private static BytesRef written(Body body) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      body.write(out);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot be written to", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static DataInput in(BytesRef bytes) {
    return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
  }

  private static void write(DataOutput out, List<String> texts) throws IOException {
    out.writeVInt(texts.size());
    for (String text : texts) {
      out.writeString(text);
    }
  }

  private static List<String> strings(DataInput in) throws IOException {
    int count = in.readVInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.readString());
    }
    return texts;
  }

  private static void write(DataOutput out, Map<String, Integer> words) throws IOException {
    out.writeVInt(words.size());
    for (Map.Entry<String, Integer> word : words.entrySet()) {
      out.writeString(word.getKey());
      out.writeVInt(word.getValue());
    }
  }

  private static Map<String, Integer> words(DataInput in) throws IOException {
    int count = in.readVInt();
    Map<String, Integer> words = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      words.put(in.readString(), in.readVInt());
    }
    return words;
  }
}
