// SPDX-License-Identifier: Apache-2.0
package dev.clew.store.lucene.match;

import dev.clew.store.lucene.print.Fingerprints;
import dev.clew.store.lucene.term.Columns;
import dev.clew.store.lucene.term.ValueTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;

/**
 * Where events may be found whose value of a field only their row holds: fields of many values, and
 * attributes of rare names. What is found must be looked at.
 */
final class RowValues {
  private final LeafReader reader;
  private final Lists lists;

  RowValues(LeafReader reader, Lists lists) {
    this.reader = reader;
    this.lists = lists;
  }

  /** Events that may have the folded value; none when no event has a value in its row only. */
  Optional<Clause> equal(Verdict verdict, String field, String folded) throws IOException {
    boolean wide = has(ValueTerm.wide(field));
    boolean rare = isRare(field);
    Optional<Fingerprints> prints = wide || rare ? Fingerprints.of(reader) : Optional.empty();
    if (prints.isEmpty()) {
      return Optional.empty();
    }
    DocumentList near =
        DocumentList.of(prints.get().candidates(Fingerprints.ofValue(field, folded)));
    List<Clause> parts = new ArrayList<>(2);
    if (wide) {
      parts.add(both(verdict, ValueTerm.wide(field), near));
    }
    if (rare) {
      parts.add(both(verdict, ValueTerm.rare(), near));
    }
    return anyOf(parts);
  }

  /** Events that may have any value in their row only; none when no event has. */
  Optional<Clause> any(Verdict verdict, String field) throws IOException {
    List<Clause> parts = new ArrayList<>(2);
    if (has(ValueTerm.wide(field))) {
      parts.add(lists.of(verdict, DocumentList.of(reader, ValueTerm.wide(field))));
    }
    rare(verdict, field).ifPresent(parts::add);
    return anyOf(parts);
  }

  /** Events that may have an attribute whose name has no term; none when no event has. */
  Optional<Clause> rare(Verdict verdict, String field) throws IOException {
    Optional<Fingerprints> prints = isRare(field) ? Fingerprints.of(reader) : Optional.empty();
    if (prints.isEmpty()) {
      return Optional.empty();
    }
    DocumentList near = DocumentList.of(prints.get().candidates(Fingerprints.ofName(field)));
    return Optional.of(both(verdict, ValueTerm.rare(), near));
  }

  private boolean isRare(String field) throws IOException {
    return Columns.isAttribute(field) && has(ValueTerm.rare());
  }

  private boolean has(Term term) throws IOException {
    return reader.docFreq(term) > 0;
  }

  private Clause both(Verdict verdict, Term term, DocumentList near) throws IOException {
    return new AllOfClause(
        List.of(lists.of(verdict, DocumentList.of(reader, term)), lists.of(verdict, near)));
  }

  private static Optional<Clause> anyOf(List<Clause> parts) {
    return parts.isEmpty() ? Optional.empty() : Optional.of(new AnyOfClause(parts));
  }
}
