// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.CodeBlock;
import dev.clew.code.CodeLexer.Token;
import dev.clew.code.PathIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * From a failing test to the code under test: by the names of its class and method, and by what its
 * body calls where the source has it. Single use.
 */
final class TestFollower {
  /** What a file under test weighs, and one that only tests of the same class mention. */
  private static final double TESTED = 0.9;

  private static final double MENTIONED = 0.4;

  /** A test that other tests call counts less. */
  private static final double PER_FRAME = 0.35;

  /** A function of the test itself stands between it and the code. */
  private static final double HELPER = 0.7;

  private static final int MAX_HELPERS = 2;
  private static final int MAX_NAMED = 12;

  /** Tried where no frame shows the language. */
  private static final List<String> ENDINGS =
      List.of(".java", ".kt", ".py", ".ts", ".js", ".go", ".cs", ".rb", ".php", ".scala", ".rs");

  private static final Pattern MARK =
      Pattern.compile("^Test|^test_|(?:TestCase|Tests?|IT|_test|Spec)$");

  private final Sources sources;
  private final Spots spots;
  private final CallFollower calls;
  private final Set<String> methods = new LinkedHashSet<>();
  private final Set<String> classes = new LinkedHashSet<>();
  private final Set<String> files = new LinkedHashSet<>();
  private String ending = "";
  private int frames;
  private boolean bodySeen;

  TestFollower(Sources sources, Spots spots) {
    this.sources = sources;
    this.spots = spots;
    this.calls = new CallFollower(sources, spots);
  }

  /** Names of the failing tests. */
  Set<String> methods() {
    return methods;
  }

  /** Names of their classes or files, without ending. */
  Set<String> classes() {
    return classes;
  }

  /** A frame in a test. */
  void frame(String path, String function) {
    ending = Sources.ending(path);
    files.add(path);
    methods.add(function);
    classes.add(stem(path));
    double weight = 1 / (1 + PER_FRAME * frames++);
    sources
        .named(path, function)
        .ifPresent(
            test -> {
              bodySeen = true;
              List<Token> body = sources.body(path, test);
              follow(path, body, weight);
              Set<String> called = Sources.called(body);
              sources.functions(path).stream()
                  .filter(block -> called.contains(block.name()) && !block.equals(test))
                  .limit(MAX_HELPERS)
                  .forEach(helper -> follow(path, sources.body(path, helper), weight * HELPER));
            });
  }

  /** Tests that a text names. */
  void named(TestNames names) {
    methods.addAll(names.functions());
    classes.addAll(names.files());
  }

  /** To be called when all is told: the code that the names speak of. */
  void finish() {
    classes.forEach(name -> tested(name).forEach(file -> spots.file(file, TESTED)));
    if (!bodySeen) {
      files.forEach(this::mention);
    }
    nameFunctions();
  }

  private void follow(String path, List<Token> body, double weight) {
    calls.follow(path, body, weight, "which the failing test calls", tested(stem(path)));
  }

  private void mention(String path) {
    for (String type : Sources.types(sources.tokens(path))) {
      sources.running(type + Sources.ending(path)).forEach(file -> spots.file(file, MENTIONED));
    }
  }

  /** {@code StringUtilsEqualsTest} tests StringUtils: the longest name that is a file. */
  private List<String> tested(String stem) {
    String name = MARK.matcher(stem).replaceAll("");
    while (!name.isEmpty()) {
      String file = name;
      List<String> found =
          (ending.isEmpty() ? ENDINGS : List.of(ending))
              .stream().flatMap(each -> sources.running(file + each).stream()).toList();
      if (!found.isEmpty()) {
        return found;
      }
      name = withoutLastWord(name);
    }
    return List.of();
  }

  private static String withoutLastWord(String name) {
    int i = name.length() - 1;
    while (i > 0 && !Character.isUpperCase(name.charAt(i)) && name.charAt(i) != '_') {
      i--;
    }
    return name.substring(0, i);
  }

  private record Named(double score, String path, CodeBlock block) {}

  /** Functions whose names share words with the test's, rare words counting more. */
  private void nameFunctions() {
    Set<String> asked = new LinkedHashSet<>();
    methods.forEach(method -> asked.addAll(Words.of(method)));
    List<String> paths = List.copyOf(spots.files().keySet());
    Map<String, Integer> frequency = new HashMap<>();
    int all = 0;
    for (String path : paths) {
      for (CodeBlock block : sources.functions(path)) {
        all++;
        Set.copyOf(Words.of(block.name())).forEach(word -> frequency.merge(word, 1, Integer::sum));
      }
    }
    List<Named> named = new ArrayList<>();
    for (String path : paths) {
      for (CodeBlock block : sources.functions(path)) {
        double score = spots.files().get(path) * agreement(block.name(), asked, frequency, all);
        if (score > 0) {
          named.add(new Named(score, path, block));
        }
      }
    }
    named.sort(Comparator.comparingDouble((Named each) -> -each.score));
    named.stream()
        .limit(MAX_NAMED)
        .forEach(
            each ->
                spots.add(
                    new Spot(
                        each.path,
                        each.block,
                        each.score / named.get(0).score,
                        "which the failing test is named after")));
  }

  private static double agreement(
      String name, Set<String> asked, Map<String, Integer> frequency, int all) {
    double shared = 0;
    double length = 0;
    for (String word : new LinkedHashSet<>(Words.of(name))) {
      double rarity = Math.log(1 + (double) all / frequency.get(word));
      length += rarity;
      shared += asked.contains(word) ? rarity : 0;
    }
    return length == 0 ? 0 : shared * shared / length;
  }

  private static String stem(String path) {
    String name = PathIndex.name(path);
    return name.substring(0, name.length() - Sources.ending(path).length());
  }
}
