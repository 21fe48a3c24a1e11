// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes text and identifiers apart into comparable words: {@code readTimeoutMs} is read, timeout.
 */
public final class Terms {
  private static final int MIN_LENGTH = 3;
  private static final List<String> ENDINGS =
      List.of(
          "ations", "ation", "ingly", "ings", "ing", "ies", "ied", "ions", "ion", "ers", "es", "ed",
          "er", "s", "y", "e");

  /** Words of every log, every language and every commit; they tell nothing. */
  private static final Set<String> EMPTY =
      Set.of(
          ("the and for from with that this not was were are has have had but into out off its "
                  + "when then than all any can could will would should may might must does did done been "
                  + "being there their which while what who how why our your you they them his her error "
                  + "errors err fail failed failure fails exception warn warning info debug fatal log logs "
                  + "logger message msg string int integer long double float bool boolean void null nil "
                  + "none true false return returns returned func function def class public private "
                  + "protected static final const let var new import package struct interface extends "
                  + "implements throw throws try catch else elif switch case break continue type self args "
                  + "value values name names data item items list map set get add put java com org net "
                  + "main test tests src lib util utils common internal core impl service services server "
                  + "client code file files line lines chore fix feat refactor tidy update change changes "
                  + "simplify caller call calls called after before over under above below level still "
                  + "http https www post via per span spans trace request requests status route parent")
              .split(" "));

  private Terms() {}

  /** The telling words of a text, stemmed, in order, with repetitions. */
  public static List<String> of(String text) {
    return plain(text).stream().map(Terms::stem).toList();
  }

  /** The telling words of a text by their stem, as they are spelled there first. */
  public static Map<String, String> spelled(String text) {
    Map<String, String> spelled = new LinkedHashMap<>();
    plain(text).forEach(word -> spelled.putIfAbsent(stem(word), word));
    return spelled;
  }

  private static List<String> plain(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) || isHump(text, i)) {
        add(words, word);
      }
      if (Character.isLetter(c)) {
        word.append(c);
      }
    }
    add(words, word);
    return words;
  }

  /** A capital that starts a word: after a small letter, or before one as in {@code HTTPServer}. */
  private static boolean isHump(String text, int i) {
    return i > 0
        && Character.isUpperCase(text.charAt(i))
        && (Character.isLowerCase(text.charAt(i - 1))
            || (i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1))));
  }

  /** The word without what grammar adds: expired, expires and expiry are one. */
  public static String stem(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 4) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static void add(List<String> words, StringBuilder word) {
    String plain = word.toString().toLowerCase(Locale.ROOT);
    word.setLength(0);
    if (plain.length() >= MIN_LENGTH && !EMPTY.contains(plain)) {
      words.add(plain);
    }
  }
}
