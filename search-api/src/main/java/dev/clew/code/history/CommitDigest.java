// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import dev.clew.code.CodeLexer;
import dev.clew.code.CodeLexer.Kind;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.Commit;
import dev.clew.code.DiffHunk;
import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import dev.clew.code.FileDiff;
import dev.clew.code.FileKind;
import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a commit from Git into what the index keeps of it. */
final class CommitDigest {
  /** Most changed lines of a commit whose words are kept; beyond, it is a move or an import. */
  private static final int MAX_LINES = 5_000;

  /** Longest line whose words are kept, in characters; a longer one is minified or data. */
  private static final int MAX_LINE = 2_000;

  private final GitRepository repository;

  CommitDigest(GitRepository repository) {
    this.repository = repository;
  }

  /** Empty for a commit that Git cannot read, or not yet: a partial clone lacks contents. */
  Optional<PastCommit> read(String id) {
    try {
      PastCommit past = readable(id);
      return past.files().stream().anyMatch(file -> FileDiff.ABSENT.equals(file.unread()))
          ? Optional.empty()
          : Optional.of(past);
    } catch (GitException broken) {
      return Optional.empty();
    }
  }

  private PastCommit readable(String id) {
    Commit commit = repository.commit(id);
    List<FileChange> files = new ArrayList<>();
    int left = MAX_LINES;
    for (FileDiff diff : repository.readDiff(id)) {
      Side added = new Side(diff.newPath());
      Side removed = new Side(diff.newPath());
      List<FileChange.Span> spans = new ArrayList<>();
      for (DiffHunk hunk : diff.hunks()) {
        spans(hunk, spans);
        left -= words(hunk, added, removed, left);
      }
      files.add(
          new FileChange(
              diff.kind(),
              diff.oldPath(),
              diff.newPath(),
              left > 0
                  && FileKind.of(diff.newPath()).isCode()
                  && isFormatOnly(diff, spans, added, removed),
              spans,
              added.words,
              removed.words,
              diff.unread()));
    }
    return new PastCommit(
        commit, repository.readPaths(id), counted(Terms.of(commit.message())), files);
  }

  private static boolean isFormatOnly(
      FileDiff diff, List<FileChange.Span> spans, Side added, Side removed) {
    return (diff.kind() == FileDiff.Kind.MODIFIED || diff.kind() == FileDiff.Kind.RENAMED)
        && diff.unread() == null
        && !spans.isEmpty()
        && added.code.compareTo(removed.code) == 0;
  }

  private static int words(DiffHunk hunk, Side added, Side removed, int left) {
    int read = 0;
    for (Line line : hunk.lines()) {
      if (line.op() != Op.CONTEXT && read < left) {
        (line.op() == Op.ADDED ? added : removed).add(line.text());
        read++;
      }
    }
    return read;
  }

  /** Runs of lines that follow each other, removed ones before added ones. */
  private static void spans(DiffHunk hunk, List<FileChange.Span> spans) {
    int oldLine = Math.max(0, hunk.oldStart() - 1);
    int newLine = Math.max(0, hunk.newStart() - 1);
    int removed = 0;
    int added = 0;
    for (Line line : hunk.lines()) {
      switch (line.op()) {
        case REMOVED -> removed++;
        case ADDED -> added++;
        case CONTEXT -> {
          span(spans, oldLine, removed, newLine, added);
          oldLine += removed + 1;
          newLine += added + 1;
          removed = 0;
          added = 0;
        }
      }
    }
    span(spans, oldLine, removed, newLine, added);
  }

  private static void span(
      List<FileChange.Span> spans, int oldLine, int removed, int newLine, int added) {
    if (removed + added > 0) {
      spans.add(
          new FileChange.Span(
              removed > 0 ? oldLine + 1 : oldLine,
              removed,
              added > 0 ? newLine + 1 : newLine,
              added));
    }
  }

  private static Map<String, Integer> counted(List<String> words) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    words.forEach(word -> counted.merge(word, 1, Integer::sum));
    return counted;
  }

  /** The added or the removed lines of a file: their words, and their code without white space. */
  private static final class Side {
    private final String path;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private final StringBuilder code = new StringBuilder();

    Side(String path) {
      this.path = path;
    }

    void add(String line) {
      String text = line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
      for (Token token : CodeLexer.tokensOfLine(path, text)) {
        if (token.kind() != Kind.COMMENT) {
          code.append(token.text()).append(' ');
          if (token.kind() == Kind.WORD || token.kind() == Kind.STRING) {
            Terms.of(token.text()).forEach(word -> words.merge(word, 1, Integer::sum));
          }
        }
      }
    }
  }
}
