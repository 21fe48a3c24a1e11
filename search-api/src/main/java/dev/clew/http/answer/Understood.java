// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer;

import dev.clew.http.ask.Question;
import dev.clew.http.json.QueryJson;
import dev.clew.http.json.QueryJson.NoticeJson;
import dev.clew.query.Notice;
import dev.clew.query.QueryWords;
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
