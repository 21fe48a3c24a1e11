// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;

/** Searchers without a cache of queries: people rarely ask the same twice, and it costs memory. */
final class Searchers extends SearcherFactory {
  @Override
  public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    return searcher;
  }
}
