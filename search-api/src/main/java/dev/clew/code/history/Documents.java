// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
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

  static final String FILE = "file";

  /** The words of a message, or of a file's path and edits. */
  static final String WORD = "word";

  private Documents() {}

  static List<Document> of(PastCommit past) {
    List<Document> documents = new ArrayList<>();
    String id = past.commit().id();
    past.files().forEach(file -> documents.add(of(id, file)));
    Document own = new Document();
    own.add(new SortedDocValuesField(COMMIT, new BytesRef(id)));
    own.add(new StoredField(ENTRY, EntryCodec.bytes(past.commit(), past.words())));
    own.add(new StoredField(PATHS, EntryCodec.bytes(past.changedPaths())));
    add(own, past.words().keySet());
    documents.add(own);
    return documents;
  }

  private static Document of(String id, FileChange file) {
    Document document = new Document();
    document.add(new SortedDocValuesField(COMMIT, new BytesRef(id)));
    document.add(new StoredField(FILE, EntryCodec.bytes(file)));
    Set<String> words = new LinkedHashSet<>(Terms.of(file.newPath()));
    words.addAll(file.added().keySet());
    words.addAll(file.removed().keySet());
    add(document, words);
    return document;
  }

  private static void add(Document document, Set<String> words) {
    words.forEach(word -> document.add(new StringField(WORD, word, Field.Store.NO)));
  }
}
