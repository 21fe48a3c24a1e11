// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.ask;

import dev.clew.http.ask.ParameterTypes.Choice;
import dev.clew.http.ask.ParameterTypes.Moment;
import dev.clew.http.ask.ParameterTypes.Text;
import dev.clew.http.ask.ParameterTypes.Whole;
import dev.clew.http.ask.ParameterTypes.Zones;
import dev.clew.store.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Every parameter that more than one place names. */
public final class Parameters {
  private static final int MOST_EVENTS = 10_000;
  private static final int MOST_CONTEXT = 500;
  private static final int LONGEST_ID = 200;

  public final Parameter<String> query =
      Parameter.optional(
          "q",
          "The query text; everything when left out. It is never refused: what cannot be read as"
              + " a query is searched as text, and a notice says so.",
          new QueryType(),
          "");
  public final Parameter<Instant> from;
  public final Parameter<Instant> to;
  public final Parameter<Integer> events =
      Parameter.optional("limit", "Most events on the page.", new Whole(1, MOST_EVENTS), 100);
  public final Parameter<Cursor> cursor =
      Parameter.optional(
          "cursor",
          "\"next\" of the page before; the page goes on strictly after it.",
          new CursorType());
  public final Parameter<Integer> place =
      Parameter.optional(
          "cursor",
          "Where in the text the next character goes, from 0; at its end when left out.",
          new Whole(0, QueryType.LONGEST));
  public final Parameter<Integer> hurry =
      Parameter.optional(
          "timeout",
          "Milliseconds to wait for what has to be counted first; what is known by then is shown.",
          new Whole(1, 30_000),
          15);
  public final Parameter<String> order =
      Parameter.optional(
          "order", "Which events come first.", new Choice(List.of("newest", "oldest")), "newest");
  public final Parameter<Integer> buckets =
      Parameter.optional(
          "buckets",
          "Most steps the range is cut into. A step is a round length of time.",
          new Whole(2, 1_000),
          120);
  public final Parameter<Integer> rows =
      Parameter.optional("limit", "Most events that are shown.", new Whole(0, MOST_EVENTS), 500);
  public final Parameter<String> counts =
      Parameter.optional(
          "count",
          "Whether all that match are counted; otherwise the total is at least what the page holds.",
          new Choice(List.of("on", "off")),
          "on");
  public final Parameter<String> alsoFacets =
      Parameter.optional(
          "facets",
          "Whether the facets follow, once all else is found.",
          new Choice(List.of("on", "off")),
          "off");
  public final Parameter<Instant> rest;
  public final Parameter<Integer> values =
      Parameter.optional("limit", "Most values a field.", new Whole(1, 1_000), 10);
  public final Parameter<Integer> facetValues =
      Parameter.optional("limit", "Most values a field.", new Whole(1, 100), 5);
  public final Parameter<Integer> fields =
      Parameter.optional("fields", "Most fields that are counted.", new Whole(1, 100), 40);
  public final Parameter<Integer> steps =
      Parameter.optional(
          "buckets",
          "Most steps the range is cut into. A step is a round length of time.",
          new Whole(2, 100),
          24);
  public final Parameter<Integer> patterns =
      Parameter.optional("limit", "Most patterns.", new Whole(1, 1_000), 100);
  public final Parameter<Integer> trend =
      Parameter.optional(
          "buckets",
          "Most steps that the range and the baseline are cut into together; 0 for no trends.",
          new Whole(0, 100),
          0);
  public final Parameter<String> seen =
      Parameter.optional(
          "seen",
          "Whether to tell when a pattern was first seen in all that is stored, or in the range"
              + " alone.",
          new Choice(List.of("range", "store")),
          "range");
  public final Parameter<String> id =
      Parameter.inPath("id", "The id of an event.", new Text(LONGEST_ID));
  public final Parameter<String> incident =
      Parameter.inPath("id", "The id of an incident: INC-1.", new Text(LONGEST_ID));
  public final Parameter<String> evidence =
      Parameter.inPath("evidence", "The id of a piece of evidence: E1.", new Text(LONGEST_ID));
  public final Parameter<String> block =
      Parameter.inPath("block", "The id of a block: B1.", new Text(LONGEST_ID));
  public final Parameter<Integer> context =
      Parameter.optional(
          "context", "Most neighbours before, and after.", new Whole(0, MOST_CONTEXT), 20);
  public final Parameter<String> scope =
      Parameter.optional(
          "scope",
          "Where neighbours are looked for: in the same file, of the same thread there, of the same"
              + " service, or anywhere.",
          new Choice(List.of("file", "thread", "service", "all")),
          "file");
  public final Parameter<String> event =
      Parameter.optional(
          "event",
          "The id of an event to explain; instead of q, from and to.",
          new Text(LONGEST_ID));
  public final Parameter<Integer> errors =
      Parameter.optional("limit", "Most errors that are listed.", new Whole(1, 200), 50);
  public final Parameter<String> errorOrder =
      Parameter.optional(
          "order",
          "Which errors come first: those with most events, those seen latest, or those whose first"
              + " event is newest.",
          new Choice(List.of("events", "latest", "newest")),
          "events");
  public final Parameter<String> errorGroup =
      Parameter.optional(
          "group", "The \"id\" or \"group\" of an error, to be listed alone.", new Text(600));
  public final Parameter<String> errorEvent =
      Parameter.optional(
          "event", "The id of an event whose error is listed alone.", new Text(LONGEST_ID));
  public final Parameter<String> failed =
      Parameter.optional("event", "The id of the event; needed.", new Text(LONGEST_ID), "");
  public final Parameter<String> commit =
      Parameter.optional(
          "commit", "The id of a commit, 7 to 40 digits of it; needed.", new Text(40));
  public final Parameter<String> path =
      Parameter.optional(
          "path", "A file of the repository at that commit; needed.", new Text(4_096));
  public final Parameter<String> revision =
      Parameter.optional(
          "revision", "A tag, a branch, or digits of an id; needed.", new Text(LONGEST_ID), "");
  public final Parameter<String> prefix =
      Parameter.optional(
          "prefix", "How the printed path begins: whole folders; needed.", new Text(1_000), "");
  public final Parameter<String> folder =
      Parameter.optional(
          "folder",
          "The folder of the repository in its place; the topmost when left out.",
          new Text(1_000),
          "");
  public final Parameter<String> group =
      Parameter.optional(
          "group",
          "The \"group\" of an answer of /api/suspects; all errors without it.",
          new Text(600),
          "");
  public final Parameter<Integer> sourceLine =
      Parameter.optional(
          "line", "The line to show, from 1; 0 for none.", new Whole(0, 10_000_000), 0);
  public final Parameter<Integer> around =
      Parameter.optional(
          "around", "Most lines before the line, and after it.", new Whole(0, 500), 12);
  public final Parameter<String> before =
      Parameter.optional(
          "before",
          "Whether to show the file before the commit, and where the line was.",
          new Choice(List.of("on", "off")),
          "off");
  public final Parameter<String> printed =
      Parameter.optional(
          "event", "The id of the event whose statement is looked for.", new Text(LONGEST_ID));
  public final Parameter<String> history =
      Parameter.optional(
          "history",
          "Whether the commits that brought and changed the first statement are looked up.",
          new Choice(List.of("yes", "no")),
          "no");
  public final Parameter<String> value =
      Parameter.optional(
          "value",
          "The value whose unit of work is looked for, as it stands in the logs.",
          new Text(LONGEST_ID),
          "");
  public final Parameter<String> key =
      Parameter.optional(
          "key",
          "The field that has the value; anywhere in the event when left out.",
          new Text(LONGEST_ID),
          "");
  public final Parameter<Integer> unitEvents =
      Parameter.optional("limit", "Most events that are listed.", new Whole(1, MOST_EVENTS), 500);
  public final Parameter<String> follow =
      Parameter.optional(
          "follow",
          "Whether values that stand beside the one asked for are followed.",
          new Choice(List.of("on", "off")),
          "on");
  public final Parameter<Integer> reach =
      Parameter.optional(
          "reach",
          "Seconds before and after the unit: a value also seen farther away is not followed.",
          new Whole(0, 604_800),
          600);
  public final Parameter<String> skew =
      Parameter.optional(
          "skew",
          "Times as the hosts printed them, or corrected by what is known of their clocks.",
          new Choice(List.of("read", "correct")),
          "read");
  public final Parameter<String> lane =
      Parameter.optional(
          "lane", "The field whose values are the lanes.", new Text(LONGEST_ID), "service");
  public final Parameter<Integer> lanes =
      Parameter.optional("limit", "Most lanes.", new Whole(1, 200), 20);
  public final Parameter<Integer> cells =
      Parameter.optional(
          "buckets",
          "Most cells the range is cut into. A cell is a round length of time.",
          new Whole(2, 1_000),
          240);
  public final Parameter<List<ZoneId>> zones =
      Parameter.optional(
          "zone",
          "Zones, by commas, by whose clocks times are labelled; cells begin at round times of the"
              + " first. The workbench's own when left out.",
          new Zones());

  public final Parameter<String> vs =
      Parameter.optional(
          "vs",
          "The query text of the events to compare with; when left out, those of q in the time"
              + " before.",
          new QueryType(),
          "");
  public final Parameter<String> by =
      Parameter.optional(
          "by",
          "The field whose values are requests, to compare these instead of events: trace.",
          new Text(LONGEST_ID),
          "");
  public final Parameter<Integer> things =
      Parameter.optional(
          "things",
          "Most findings that are named to account for what there is more of; 0 for none.",
          new Whole(0, 5),
          0);
  public final Parameter<String> of =
      Parameter.optional(
          "of",
          "Of which events the things account for what there is more of, among those of q; all when"
              + " left out.",
          new QueryType(),
          "");
  public final Parameter<String> pattern =
      Parameter.optional("id", "The whole id of the pattern.", new Text(LONGEST_ID), "");
  public final Parameter<Instant> baselineFrom;
  public final Parameter<Instant> baselineTo;
  public final Parameter<String> source =
      Parameter.optional(
          "source", "What the source is called, as /api/sources says it.", new Text(1_000), "");
  public final Parameter<Integer> offset =
      Parameter.optional(
          "offset",
          "How many lines to pass over: \"next\" of the page before.",
          new Whole(0, 10_000),
          0);
  public final Parameter<Integer> unreadLines =
      Parameter.optional("limit", "Most lines.", new Whole(1, 1_000), 100);
  public final Parameter<String> importId =
      Parameter.inPath("id", "The id of an import.", new Text(LONGEST_ID));
  public final Parameter<Integer> timeout;

  /**
   * @param zone in which times are read that name none
   * @param deadline the longest that anybody may wait for an answer
   */
  public Parameters(ZoneId zone, Duration deadline) {
    int longest = (int) Math.min(Integer.MAX_VALUE, deadline.toMillis());
    timeout =
        Parameter.optional(
            "timeout",
            "Milliseconds after which the answer is what was found by then, and says so.",
            new Whole(1, longest),
            longest);
    baselineFrom =
        Parameter.optional(
            "baselineFrom",
            "First moment of the time to compare with, ISO 8601; as long before from when left out.",
            new Moment(zone));
    baselineTo =
        Parameter.optional(
            "baselineTo",
            "First moment after the time to compare with, ISO 8601; from when left out.",
            new Moment(zone));
    rest =
        Parameter.optional(
            "rest",
            "Look only at what is left: \"rest\" of the last frame that was read of an answer to the"
                + " same question.",
            new Moment(zone));
    from =
        Parameter.optional(
            "from",
            "First moment inside, ISO 8601; the earliest event when left out.",
            new Moment(zone));
    to =
        Parameter.optional(
            "to",
            "First moment after, ISO 8601; just after the latest event when left out.",
            new Moment(zone));
  }
}
