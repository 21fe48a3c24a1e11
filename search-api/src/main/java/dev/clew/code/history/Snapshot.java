// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** An index as it was at one moment. Thread-safe. */
final class Snapshot implements AutoCloseable {
  private final DirectoryReader reader;

  /** The commits' own documents by id. */
  private final Map<String, Integer> own = new HashMap<>();

  Snapshot(DirectoryReader reader) throws IOException {
    this.reader = reader;
    for (LeafReaderContext leaf : reader.leaves()) {
      SortedDocValues commits = leaf.reader().getSortedDocValues(Documents.COMMIT);
      if (commits != null) {
        // the documents of a commit stand together, its own last
        int[] last = new int[commits.getValueCount()];
        while (commits.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          last[commits.ordValue()] = commits.docID();
        }
        for (int ord = 0; ord < last.length; ord++) {
          own.put(commits.lookupOrd(ord).utf8ToString(), leaf.docBase + last[ord]);
        }
      }
    }
  }

  DirectoryReader reader() {
    return reader;
  }

  /** What was said of the index when it was last added to; empty for nothing. */
  String said(String key) throws IOException {
    return reader.getIndexCommit().getUserData().getOrDefault(key, "");
  }

  int size() {
    return own.size();
  }

  List<String> missing(List<String> commits) {
    return commits.stream().filter(id -> !own.containsKey(id)).toList();
  }

  Optional<List<String>> changedPaths(String id) throws IOException {
    Integer doc = own.get(id);
    return doc == null
        ? Optional.empty()
        : Optional.of(
            EntryCodec.paths(
                reader
                    .storedFields()
                    .document(doc, Set.of(Documents.PATHS))
                    .getBinaryValue(Documents.PATHS)));
  }

  Optional<PastCommit> commit(String id) throws IOException {
    Integer doc = own.get(id);
    if (doc == null) {
      return Optional.empty();
    }
    Document document = reader.storedFields().document(doc);
    return Optional.of(
        EntryCodec.commit(
            id,
            document.getBinaryValue(Documents.ENTRY),
            EntryCodec.paths(document.getBinaryValue(Documents.PATHS)),
            files(doc)));
  }

  /** The documents before the commit's own, back to those of the commit before. */
  private List<FileChange> files(int own) throws IOException {
    List<FileChange> files = new ArrayList<>();
    LeafReaderContext leaf =
        reader.leaves().stream()
            .filter(each -> own >= each.docBase && own < each.docBase + each.reader().maxDoc())
            .findFirst()
            .orElseThrow();
    SortedDocValues commits = leaf.reader().getSortedDocValues(Documents.COMMIT);
    if (commits == null || !commits.advanceExact(own - leaf.docBase)) {
      return files;
    }
    int first = first(leaf, own - leaf.docBase, commits.ordValue());
    StoredFields stored = leaf.reader().storedFields();
    for (int doc = first; doc < own - leaf.docBase; doc++) {
      files.add(
          EntryCodec.file(
              stored.document(doc, Set.of(Documents.FILE)).getBinaryValue(Documents.FILE)));
    }
    return files;
  }

  private static int first(LeafReaderContext leaf, int own, int ord) throws IOException {
    int step = 16;
    while (true) {
      int from = Math.max(0, own - step);
      SortedDocValues commits = leaf.reader().getSortedDocValues(Documents.COMMIT);
      int first = own;
      for (int doc = from; doc <= own; doc++) {
        if (commits.advanceExact(doc) && commits.ordValue() == ord) {
          first = doc;
          break;
        }
      }
      if (first > from || from == 0) {
        return first;
      }
      step *= 4;
    }
  }

  /** Ids of the commits that have the word. */
  Set<String> having(String word) throws IOException {
    Set<String> found = new HashSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum docs = leaf.reader().postings(new Term(Documents.WORD, word), PostingsEnum.NONE);
      SortedDocValues commits = leaf.reader().getSortedDocValues(Documents.COMMIT);
      while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (commits.advanceExact(docs.docID())) {
          found.add(commits.lookupOrd(commits.ordValue()).utf8ToString());
        }
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
