// SPDX-License-Identifier: Apache-2.0
package dev.clew.facet;

import dev.clew.store.Grouping;
import dev.clew.store.Groups;
import java.util.List;

/** Counts groups of the events of one selection. */
interface Counting {

  /** The largest groups by each of {@code groupings} on its own. */
  List<Groups> by(List<List<Grouping>> groupings);

  /** Those of the events that may have one of {@code values} of {@code field}; others may be in. */
  Groups having(String field, List<String> values, List<Grouping> grouping);

  /** How many events lack {@code field}; an empty text is no value. */
  long missing(String field);
}
