// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * A commit as Lucene documents: one for each file it touches, then its own. All of them say which
 * commit they belong to.
 */
final class Documents {
  /** On every document: the id of its commit. */
  static final String COMMIT = "commit";

  static final String ENTRY = "entry";
  static final String PATHS = "paths";

  /** On a file's document: the path after the commit. */
  static final String PATH = "path";

  /** On a file's document: the paths before and after, to be found by. */
  static final String TOUCHED = "touched";

  static final String FILE = "file";

  private static final FieldType COUNTED = new FieldType();

  static {
    COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    COUNTED.setOmitNorms(true);
    COUNTED.setTokenized(true);
    COUNTED.freeze();
  }

  private Documents() {}

  /** Where words can stand. */
  enum Place {
    MESSAGE("message"),
    PATH("path.words"),
    ADDED("added"),
    REMOVED("removed");

    private final String field;

    Place(String field) {
      this.field = field;
    }

    /** The field that holds the words. */
    String field() {
      return field;
    }

    /** The field that says how many words there are, repetitions counted. */
    String length() {
      return field + ".length";
    }
  }

  static List<Document> of(PastCommit past) {
    List<Document> documents = new ArrayList<>();
    String id = past.commit().id();
    past.files().forEach(file -> documents.add(of(id, file)));
    Document own = new Document();
    own.add(new SortedDocValuesField(COMMIT, new BytesRef(id)));
    own.add(new StoredField(ENTRY, EntryCodec.bytes(past.commit(), past.words())));
    own.add(new StoredField(PATHS, EntryCodec.bytes(past.changedPaths())));
    add(own, Place.MESSAGE, past.words());
    documents.add(own);
    return documents;
  }

  private static Document of(String id, FileChange file) {
    Document document = new Document();
    document.add(new SortedDocValuesField(COMMIT, new BytesRef(id)));
    document.add(new SortedDocValuesField(PATH, key(file.newPath())));
    Set<String> touched = new LinkedHashSet<>(List.of(file.oldPath(), file.newPath()));
    touched.forEach(path -> document.add(new StringField(TOUCHED, key(path), Field.Store.NO)));
    document.add(new StoredField(FILE, EntryCodec.bytes(file)));
    Map<String, Integer> words = new LinkedHashMap<>();
    Terms.of(file.newPath()).forEach(word -> words.merge(word, 1, Integer::sum));
    add(document, Place.PATH, words);
    add(document, Place.ADDED, file.added());
    add(document, Place.REMOVED, file.removed());
    return document;
  }

  /** A path to be found by; the end of one that is longer than any file system allows is cut. */
  static BytesRef key(String path) {
    BytesRef bytes = new BytesRef(path);
    bytes.length = Math.min(bytes.length, 8_192);
    return bytes;
  }

  private static void add(Document document, Place place, Map<String, Integer> words) {
    if (!words.isEmpty()) {
      document.add(new Field(place.field(), new CountedWords(words), COUNTED));
      int length = words.values().stream().mapToInt(Integer::intValue).sum();
      document.add(new NumericDocValuesField(place.length(), length));
    }
  }
}
