// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import dev.clew.code.PathIndex;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Failing tests that a text names as test runners do: {@code a.b.FooTest::parses}, {@code
 * a.b.FooTest#parses}, {@code parses(a.b.FooTest)}, {@code
 * tests/test_foo.py::TestFoo::test_parses}.
 *
 * @param files stems of the files: class names, or file names without ending
 * @param functions names of the tests
 */
record TestNames(Set<String> files, Set<String> functions) {
  private static final int MAX_TEXT = 200_000;

  private static final Pattern MEMBER =
      Pattern.compile("(?<![\\w./])([\\w./-]{3,200}+)(?:::|#)(?:(\\w{1,100}+)::)?+(\\w{1,100}+)");
  private static final Pattern IN_BRACKETS =
      Pattern.compile("(?m)^[\\s\\d)]{0,10}(\\w{1,100}+)\\(([\\w.]{3,200}+)\\)");

  /** The tests that a text names; none when it names none. */
  static TestNames in(String text) {
    TestNames names = new TestNames(new LinkedHashSet<>(), new LinkedHashSet<>());
    String head = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    for (Matcher found = MEMBER.matcher(head); found.find(); ) {
      String stem = stem(found.group(1));
      if (isTest(stem) || isTest(found.group(3))) {
        names.files.add(stem);
        names.functions.add(found.group(3));
      }
    }
    for (Matcher found = IN_BRACKETS.matcher(head); found.find(); ) {
      if (isTest(stem(found.group(2)))) {
        names.files.add(stem(found.group(2)));
        names.functions.add(found.group(1));
      }
    }
    return names;
  }

  private static String stem(String name) {
    String file = PathIndex.name(name);
    String plain = name.contains("/") || file.endsWith(".py") ? before(file) : file;
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  private static String before(String file) {
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  private static boolean isTest(String name) {
    return name.startsWith("test")
        || name.startsWith("Test")
        || name.matches(".*(Tests?|TestCase|IT|_test|Spec)");
  }
}
