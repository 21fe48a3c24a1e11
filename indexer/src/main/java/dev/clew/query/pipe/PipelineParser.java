// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import dev.clew.query.Notice;
import dev.clew.query.ParsedQuery;
import dev.clew.query.QueryParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a query text with pipes. Never fails: a bar starts a pipe only where everything from it to
 * the end reads as pipes; otherwise it is text like any other, as in a pasted table, and a notice
 * says so where a pipe may have been meant.
 */
public final class PipelineParser {
  /** Most pipes of a text. */
  public static final int MAX_PIPES = 64;

  private final String text;
  private final List<Notice> notices = new ArrayList<>();

  private PipelineParser(String text) {
    this.text = text;
  }

  /** What {@code text} means. */
  public static ParsedPipeline parse(String text) {
    return new PipelineParser(text).parse();
  }

  private ParsedPipeline parse() {
    if (text.length() > QueryParser.MAX_LENGTH) {
      return searched(text.length(), List.of());
    }
    List<Integer> bars = Bars.of(text);
    List<List<Pipe>> pipes = new ArrayList<>();
    List<Notice> inner = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < bars.size(); i++) {
      int end = i + 1 < bars.size() ? bars.get(i + 1) : text.length();
      try {
        PipeParser parser = new PipeParser(text, bars.get(i) + 1, end);
        pipes.add(parser.parse());
        inner.addAll(parser.notices());
      } catch (PipeFault fault) {
        if (start < i || startsWithName(bars.get(i) + 1, end)) {
          notices.add(fault.notice());
        }
        pipes.clear();
        inner.clear();
        start = i + 1;
      }
    }
    notices.addAll(inner);
    List<Pipe> all = pipes.stream().flatMap(List::stream).toList();
    if (all.size() > MAX_PIPES) {
      return refused("a query may have %d pipes, not %d".formatted(MAX_PIPES, all.size()));
    }
    return searched(all.isEmpty() ? text.length() : bars.get(start), all);
  }

  private ParsedPipeline refused(String message) {
    Pipeline nothing = new Pipeline(dev.clew.query.Query.none(), List.of());
    Notice limit = new Notice(0, text.length(), message, null);
    return new ParsedPipeline(nothing, List.of(limit), true);
  }

  private ParsedPipeline searched(int end, List<Pipe> pipes) {
    ParsedQuery query = QueryParser.parse(text.substring(0, end));
    notices.addAll(query.notices());
    if (!query.refused()) {
      notices.sort(Comparator.comparingInt(Notice::position));
      notices.subList(Math.min(notices.size(), QueryParser.MAX_NOTICES), notices.size()).clear();
    }
    return new ParsedPipeline(new Pipeline(query.query(), pipes), notices, query.refused());
  }

  private boolean startsWithName(int start, int end) {
    String word = text.substring(start, end).strip();
    int letters = 0;
    while (letters < word.length() && Character.isLetter(word.charAt(letters))) {
      letters++;
    }
    return PipeName.of(word.substring(0, letters)).isPresent();
  }
}
