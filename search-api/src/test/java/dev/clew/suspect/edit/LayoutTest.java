// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.DiffHunk;
import dev.clew.code.DiffHunk.Line;
import dev.clew.code.DiffHunk.Op;
import dev.clew.code.FileDiff;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole files before and after; {@code ⏎} stands for a line end, {@code →} for an indentation. */
class LayoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        // black
        "a.py | x = {'a': 1, 'b': 2} | x = {⏎→\"a\": 1,⏎→\"b\": 2,⏎}",
        "a.py | return a and b | return (⏎→a⏎→and b⏎)",
        "a.py | f(a, b) | f(⏎→a,⏎→b,⏎)",
        "a.py | f(a) | f(⏎→a,⏎)",
        "a.py | s = 'it\\'s' | s = \"it's\"",
        "a.py | s = 'one two' | s = (⏎→'one '⏎→'two'⏎)",
        "a.py | if a:⏎→f() | if a:⏎→→f()",
        "a.py | x = 1 # why | # why⏎x = 1",
        "a.py | x = a + \\⏎→b | x = a + b",
        "a.py | import os⏎import csv⏎f() | import csv⏎import os⏎⏎f()",
        "a.py | from m import b, a⏎f() | from m import (⏎→a,⏎→b,⏎)⏎f()",
        // prettier
        "a.ts | const a = 'x' | const a = \"x\";",
        "a.ts | f(a, b) | f(⏎→a,⏎→b,⏎);",
        "a.ts | xs.map(x => x.id) | xs.map((x) => x.id);",
        "a.ts | return a && b; | return (⏎→a &&⏎→b⏎);",
        "a.ts | import { b, a } from './m'⏎f() | import { a, b } from \"./m\";⏎f();",
        "a.ts | import b from 'b'⏎import a from 'a'⏎f() | import a from 'a'⏎import b from 'b'⏎f()",
        "a.ts | const r = /a b/g | const r = /a b/g;",
        // google-java-format, clang-format
        "A.java | if (a) {⏎→f();⏎} | if (a)⏎{⏎→f();⏎}",
        "A.java | f(a, b); | f(⏎→a,⏎→b);",
        "A.java | s = \"one two\"; | s = \"one \"⏎→+ \"two\";",
        "A.java | /* why */⏎f(); | // why⏎f();",
        "A.java | import b.B;⏎import a.A;⏎f(); | import a.A;⏎import b.B;⏎f();",
        "A.java | int[] x = {1, 2}; | int[] x = {⏎→1,⏎→2,⏎};",
        // gofmt, goimports
        "a.go | x := f( a ) | x := f(a) // same",
        "a.go | import (⏎→\"os\"⏎→\"fmt\"⏎)⏎f() | import (⏎→\"fmt\"⏎→\"os\"⏎)⏎f()",
        // ktlint, scalafmt
        "A.kt | f(a, b)⏎g() | f(⏎→a,⏎→b,⏎)⏎g()",
        "A.kt | xs.map { it }.first() | xs⏎→.map { it }⏎→.first()",
        "A.scala | val x = a⏎g() | val x =⏎→a⏎g();",
        // markup
        "a.html | <p>a b</p> | <p>a⏎→b</p>",
        "a.sql | select a from b; | select a⏎  from b; -- why",
        // settings
        "a.yaml | a:⏎→b: 1 | a:⏎→→b: 1  # why",
        "a.sh | f  a # why⏎⏎ | f a",
        "a.rb | # why⏎f(a) | f(a) # because",
        "a.properties | a=1 | # why⏎a=1",
        "pom.xml | <a>1</a> | →<a>1</a>",
      })
  void seesThatOnlyTheLooksChange(String path, String before, String after) {
    assertThat(isLayout(path, before, after)).as("%s: %s", path, after).isTrue();
    assertThat(isLayout(path, after, before)).as("%s: %s", path, before).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "a.py | if a:⏎→f()⏎→g() | if a:⏎→f()⏎g()",
        "a.py | f()⏎g() | g()⏎f()",
        "a.py | x = a | x = (a,)",
        "a.py | x = y[a] | x = y[a,]",
        "a.py | s = '\\n' | s = 'n'",
        "a.py | s = 'a  b' | s = 'a b'",
        "a.py | x = a⏎-b | x = a - b",
        "a.py | x = (a for a in b) | x = [a for a in b]",
        "a.py | from m import a⏎f() | from n import a⏎f()",
        "a.ts | return⏎→x; | return x;",
        "a.ts | const s = `${a}` | const s = '${a}'",
        "a.ts | a;⏎[b].f() | a⏎[b].f()",
        "a.ts | const r = /a b/ | const r = /ab/",
        "a.ts | for (;;) f() | for (;) f()",
        "a.ts | import './a'⏎import './b' | import './b'⏎import './a'",
        "A.java | char c = 'a'; | String c = \"a\";",
        "A.java | x = 'a' + 1; | x = \"a\" + 1;",
        "A.java | x = \"a\" + \"b\".length(); | x = \"ab\".length();",
        "A.java | f();⏎g();⏎h(); | g();⏎f();⏎h();",
        "A.java | x = a⏎→* b; | x = a⏎→* c;",
        "A.java | x = a - -b; | x = a--b;",
        "A.java | return (a + b) * c; | return a + b * c;",
        "a.go | defer f()⏎g() | g()⏎defer f()",
        "a.yaml | a:⏎→b: 1⏎→c: 2 | a:⏎→b: 1⏎c: 2",
        "a.yaml | a: 1 | a: \"1\"",
        "a.properties | a=1⏎b=2 | a=1b=2",
        "requirements.txt | a==1 | a==2",
        "A.kt | val x = a⏎-b | val x = a -⏎b",
        "A.kt | return⏎x | return x",
        "A.kt | run { a()⏎b() } | run { b()⏎a() }",
        "a.html | <p>a</p> | <p>b</p>",
        "a.rb | f -x | f - x",
        "a.sh | echo \"a  b\" | echo \"a b\"",
        "a.yaml | a:1 | a: 1",
        "a.sh | a⏎b | a b",
      })
  void seesThatMoreThanTheLooksChanges(String path, String before, String after) {
    assertThat(isLayout(path, before, after)).as("%s: %s", path, after).isFalse();
    assertThat(isLayout(path, after, before)).as("%s: %s", path, before).isFalse();
  }

  private static boolean isLayout(String path, String before, String after) {
    List<Line> lines = new ArrayList<>();
    add(lines, Op.REMOVED, before);
    add(lines, Op.ADDED, after);
    DiffHunk hunk = new DiffHunk(path, 1, 1, lines);
    FileDiff diff = new FileDiff(FileDiff.Kind.MODIFIED, path, path, List.of(hunk), null);
    return new Edits(List.of(diff)).isOnlyLayout();
  }

  private static void add(List<Line> lines, Op op, String side) {
    int number = 0;
    for (String text : side.replace("→", "    ").split("⏎")) {
      number++;
      lines.add(new Line(op, text, op == Op.REMOVED ? number : 0, op == Op.ADDED ? number : 0));
    }
  }
}
