// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.event.TimeRange;
import dev.clew.http.ask.Question;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.QueryJson.NoticeJson;
import dev.clew.query.Notice;
import dev.clew.query.Query;
import dev.clew.query.QueryWords;
import dev.clew.query.Typed;
import dev.clew.store.Count;
import dev.clew.store.LogStore;
import dev.clew.store.Selection;
import java.util.ArrayList;
import java.util.List;

/** Says how a query text was understood. */
public final class Understood {
  private Understood() {}

  /** Of a query without pipes. */
  public static QueryJson of(Question question) {
    var parsed = question.parsed();
    return new QueryJson(
        question.text(),
        parsed.query().toString(),
        QueryWords.explain(parsed.query()),
        notices(parsed.notices(), question.text()));
  }

  /** The same, with one thing more to say. */
  static QueryJson of(Question question, Notice more) {
    QueryJson plain = of(question);
    List<NoticeJson> all = new ArrayList<>(notices(List.of(more), question.text()));
    all.addAll(plain.notices());
    return new QueryJson(plain.text(), plain.canonical(), plain.words(), all);
  }

  /**
   * Of one of which {@code total} events were found. Where these are none, a notice says how often
   * the text stands in {@code store} as it was typed.
   */
  public static QueryJson of(Question question, Count total, LogStore store) {
    String typed = question.text().strip();
    if (total.value() > 0 || !total.exact() || isText(question.parsed().query())) {
      return of(question);
    }
    Query literal = new Query.Phrase(Query.TEXT, typed);
    long found =
        store.aggregate(new Selection(literal, TimeRange.ALL), List.of(), 1).total().value();
    return found == 0 ? of(question) : of(question, asText(question.text(), found));
  }

  private static Notice asText(String text, long found) {
    return new Notice(
        0,
        text.length(),
        "nothing is found by it as a query; as text it stands in %,d %s"
            .formatted(found, found == 1 ? "event" : "events"),
        Typed.quote(text.strip()));
  }

  /** What finds words finds the text they make as well. */
  private static boolean isText(Query query) {
    return switch (query) {
      case Query.All all -> true;
      case Query.Phrase phrase -> phrase.field().isEmpty();
      case Query.And and -> and.parts().stream().allMatch(Understood::isText);
      default -> false;
    };
  }

  /** Notices about {@code text}, with the whole text to ask instead. */
  static List<NoticeJson> notices(List<Notice> notices, String text) {
    return notices.stream().map(notice -> json(notice, text)).toList();
  }

  private static NoticeJson json(Notice notice, String text) {
    int end = notice.position() + notice.length();
    String fixed =
        notice.fix() == null
            ? null
            : text.substring(0, notice.position()) + notice.fix() + text.substring(end);
    return new NoticeJson(notice.position(), notice.length(), notice.message(), fixed);
  }
}
