// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "timeout => timeout",
        "connection reset => connection OR reset",
        "connection AND reset => connection reset",
        "a AND b OR c => a b",
        "+a -b c => a -b",
        "a b !c => (a OR b) -c",
        "NOT a => -a",
        "-a -b => -a -b",
        "\"connection reset\" => \"connection reset\"",
        "service:checkout => service:checkout",
        "service:(a OR b) => service:a OR service:b",
        "level:WARNING => level:warn",
        "time*out => time*out",
        "user:k* => user:k*",
        "exception:Socket* => exception:Socket*",
        "*:* => *",
        "* => *",
        "user:* => user:*",
        "_exists_:user => user:*",
        "status:[500 TO 599] => status:500..599",
        "status:{500 TO 599] => status>500 status<=599",
        "status:[500 TO *] => status>=500",
        "status:[* TO *] => status:*",
        "status:>=500 => status>=500",
        "version:[\"1 0\" TO 2] => version:\"1 0\"..\"2\"",
        "path:/v[0-9]+/ => path:/(?s)\\A(?:v[0-9]+)\\z/",
        "path:\\/api\\/orders => path:\"/api/orders\"",
        "a\\:b => \"a:b\"",
        "(a OR b) AND c => (a OR b) c",
        "a && b || !c => a b -c",
      })
  void saysTheSameInOurOwnLanguage(String classic, String ours) {
    ParsedQuery parsed = escape(classic);

    assertThat(parsed.query()).isEqualTo(QueryParser.parse(ours).query());
    assertThat(QueryParser.parse(parsed.query().toString()).query()).isEqualTo(parsed.query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "roam~ => 4",
        "a roam~0.8 => 6",
        "\"a b\"~5 => 5",
        "(a => 0",
        "a) => 1",
        "a AND => 5",
        "[1 TO 2] => 0",
        "a:b:c => 3",
        "a:[1 TO => 2",
        "x:/a~b/ => 2",
        "x:/a\\b/ => 2",
        "\"never closed => 0",
        "a:\\*b* => 2",
        "*:*:* => 3",
      })
  void refusesByPlaceWhatHasNoExactMeaning(String classic, int place) {
    ParsedQuery parsed = escape(classic);

    assertThat(parsed.refused()).isFalse();
    assertThat(parsed.notices()).hasSize(1);
    Notice notice = parsed.notices().getFirst();
    assertThat(notice.message()).startsWith("taken as text: ");
    assertThat(notice.position()).isEqualTo(quoted(classic, place).length());
  }

  @Test
  void leavesOutWhatOnlyChangesTheOrderAndSaysSo() {
    assertThat(escape("a^2 b").query()).isEqualTo(QueryParser.parse("a OR b").query());
    assertThat(escape("a^2 b").notices().getFirst().message()).startsWith("left out: weights");
    assertThat(escape("+a b").notices().getFirst().message()).startsWith("left out: optional");
  }

  @Test
  void standsAmongOtherClauses() {
    assertThat(QueryParser.parse("level:error -lucene:\"a b\"").query())
        .isEqualTo(QueryParser.parse("level:error -(a OR b)").query());
  }

  @Test
  void leavesAnAttributeOfThatNameFindable() {
    Query attribute = new Query.Pair("lucene", "a b");

    assertThat(QueryParser.parse(attribute.toString()).query()).isEqualTo(attribute);
    assertThat(QueryParser.parse("lucene:nine").query())
        .isEqualTo(new Query.Pair("lucene", "nine"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-(", "*:", "a:", "a:(", "NOT ", "x* ", "a AND ", "["})
  void keepsToTheLimits(String piece) {
    ParsedQuery parsed = escape(piece.repeat(2_000) + "x");

    assertThat(parsed.refused() || !parsed.notices().isEmpty()).isTrue();
  }

  @Test
  void survivesAnyText() {
    Random random = new Random(23);
    String alphabet = "ab1 \\/()*?:=!<>-+~^.,[]{}|&ORNTTO\n\u00e9\u4e2d\ud83d\ude00";
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Query query = escape(text.toString()).query();
      String printed = query.toString();
      assertThat(QueryParser.parse(printed).query())
          .as("%s printed as %s", text, printed)
          .isEqualTo(query);
    }
  }

  private static ParsedQuery escape(String classic) {
    return QueryParser.parse("lucene:" + Typed.quote(classic));
  }

  /** The query text up to that place of the syntax in the quotes. */
  private static String quoted(String classic, int place) {
    String start = Typed.quote(classic.substring(0, place));
    return "lucene:" + start.substring(0, start.length() - 1);
  }
}
