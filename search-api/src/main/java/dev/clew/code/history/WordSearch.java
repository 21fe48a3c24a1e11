// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.history.Documents.Place;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/** Counts words over one part of an index. */
final class WordSearch {
  private final LeafReader reader;
  private final WordCounts counts;

  /** Commit of each document, null for one that is not asked about. */
  private final @Nullable String[] commits;

  private WordSearch(LeafReader reader, WordCounts counts, Predicate<String> paths)
      throws IOException {
    this.reader = reader;
    this.counts = counts;
    this.commits = commits(reader, counts, paths);
  }

  static void count(
      LeafReaderContext leaf, Collection<String> words, Predicate<String> paths, WordCounts counts)
      throws IOException {
    WordSearch search = new WordSearch(leaf.reader(), counts, paths);
    for (Place place : Place.values()) {
      search.lengths(place);
      for (String word : words) {
        search.word(place, word);
      }
    }
  }

  private static @Nullable String[] commits(
      LeafReader reader, WordCounts counts, Predicate<String> paths) throws IOException {
    @Nullable String[] found = new String[reader.maxDoc()];
    SortedDocValues commits = reader.getSortedDocValues(Documents.COMMIT);
    if (commits == null) {
      return found;
    }
    @Nullable String[] names = new String[commits.getValueCount()];
    for (int ord = 0; ord < names.length; ord++) {
      String id = commits.lookupOrd(ord).utf8ToString();
      names[ord] = counts.expects(id) ? id : null;
    }
    while (commits.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      found[commits.docID()] = names[commits.ordValue()];
    }
    leaveOut(reader, paths, found);
    return found;
  }

  private static void leaveOut(LeafReader reader, Predicate<String> paths, @Nullable String[] found)
      throws IOException {
    SortedDocValues files = reader.getSortedDocValues(Documents.PATH);
    if (files == null) {
      return;
    }
    // only the paths that the commits asked about touch are tested, each once
    @Nullable Boolean[] counted = new Boolean[files.getValueCount()];
    while (files.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int ord = files.ordValue();
      if (found[files.docID()] != null) {
        Boolean known = counted[ord];
        boolean counts = known != null ? known : paths.test(files.lookupOrd(ord).utf8ToString());
        counted[ord] = counts;
        if (!counts) {
          found[files.docID()] = null;
        }
      }
    }
  }

  private void lengths(Place place) throws IOException {
    NumericDocValues lengths = reader.getNumericDocValues(place.length());
    while (lengths != null && lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      String commit = commits[lengths.docID()];
      if (commit != null) {
        counts.lengthen(commit, place, (int) lengths.longValue());
      }
    }
  }

  private void word(Place place, String word) throws IOException {
    PostingsEnum docs = reader.postings(new Term(place.field(), word), PostingsEnum.FREQS);
    while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      String commit = commits[docs.docID()];
      if (commit != null) {
        counts.add(commit, word, place, docs.freq());
      }
    }
  }
}
