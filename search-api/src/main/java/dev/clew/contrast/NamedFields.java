// SPDX-License-Identifier: Apache-2.0
package dev.clew.contrast;

import dev.clew.query.Query;
import java.util.Set;
import java.util.TreeSet;

/** The fields that a query names: its events differ in them because they were asked to. */
final class NamedFields {
  private NamedFields() {}

  static Set<String> of(Query... queries) {
    Set<String> names = new TreeSet<>();
    for (Query query : queries) {
      add(query, names);
    }
    names.remove(Query.TEXT);
    return names;
  }

  private static void add(Query query, Set<String> names) {
    switch (query) {
      case Query.All all -> {}
      case Query.Phrase phrase -> names.add(phrase.field());
      case Query.Wildcard wildcard -> names.add(wildcard.field());
      case Query.Regex regex -> names.add(regex.field());
      case Query.Is is -> names.add(is.field());
      case Query.Pair pair -> names.add(pair.name());
      case Query.Like like -> names.add(like.field());
      case Query.Exists exists -> names.add(exists.field());
      case Query.Compare compare -> names.add(compare.field());
      case Query.Between between -> names.add(between.field());
      case Query.And and -> and.parts().forEach(part -> add(part, names));
      case Query.Or or -> or.parts().forEach(part -> add(part, names));
      case Query.Not not -> add(not.part(), names);
    }
  }
}
