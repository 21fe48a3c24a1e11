// SPDX-License-Identifier: Apache-2.0
package dev.clew.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "connection reset => text has \"connection\" and text has \"reset\"",
        "\"connection reset\" => text has \"connection reset\"",
        "service:checkout => service is checkout",
        "service=checkout => service is checkout",
        "SERVICE:checkout => service is checkout",
        "service!=checkout => not service is checkout",
        "service:\"check out\" => service is \"check out\"",
        "level:WARNING => level is warn",
        "level>=warn => level is at least warn",
        "level:warn..error => level is from warn to error",
        "duration>2s => duration is more than 2s",
        "duration:>2s => duration is more than 2s",
        "size<=10MB => size is at most 10MB",
        "status:500..599 => status is from 500 to 599",
        "trace:* => there is a trace",
        "level:(warn OR error) => level is warn or level is error",
        "service!=(a OR b) => not (service is a or service is b)",
        "user:(bob OR ann) => user is bob or user is ann",
        "-level:debug => not level is debug",
        "NOT timeout => not text has \"timeout\"",
        "a and not b => text has \"a\" and not text has \"b\"",
        "!timeout => not text has \"timeout\"",
        "a OR b c => text has \"a\" or (text has \"b\" and text has \"c\")",
        "a or b => text has \"a\" or text has \"b\"",
        "(a OR b) AND c => (text has \"a\" or text has \"b\") and text has \"c\"",
        "time*out => text has words like time*out",
        "erro?s => text has words like erro?s",
        "exception:SocketTimeout* => exception has words like SocketTimeout*",
        "frame:GatewayClient.charge => frame has \"GatewayClient.charge\"",
        "pattern:9f31 => pattern is like 9f31*",
        "msg:timeout => msg has \"timeout\"",
        "msg=timeout => msg is timeout",
        "path:/api/* => path is like /api/*",
        "/pay(ment)?-\\d+/ => text fits /pay(ment)?-\\d+/",
        "order_id=A-17 => order_id is A-17",
        "order_id==A-17 => order_id is A-17",
        "* => every event",
        "(a => text has \"a\"",
        "a OR => text has \"a\"",
      })
  void readsWhatPeopleType(String text, String meaning) {
    assertThat(QueryWords.explain(QueryParser.parse(text).query())).isEqualTo(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example:8080/cart?id=3&x=4",
        "12:30:45,123",
        "com.acme.Foo.bar(Foo.java:12)",
        "3f2a1c9e-7b1d-4c7e-9a55-0d6f5b1f2c3d",
        "[main]",
        "std::string",
        "a->b",
        "List<String>",
        "C:\\Users\\bob",
        "status:",
        "{\"level\":\"error\"}",
        "really?",
        "--verbose",
        "-1",
        "/api/orders/",
        "==>x",
        "foo)",
      })
  void takesPastedTokensAsText(String token) {
    assertThat(QueryParser.parse(token).query()).isEqualTo(new Query.Phrase(Query.TEXT, token));
  }

  @Test
  void takesBrokenSyntaxAsTextAndSaysSo() {
    ParsedQuery quote = QueryParser.parse("error \"never closed");
    assertThat(quote.query().toString()).isEqualTo("error \"\\\"never\" closed");
    assertThat(quote.notices()).extracting(Notice::position).containsExactly(6);
    assertThat(QueryParser.parse("/a(b/").notices()).hasSize(1);
    assertThat(QueryParser.parse("level:loud").notices()).hasSize(1);
    assertThat(QueryParser.parse("service: checkout").notices())
        .extracting(Notice::fix)
        .containsExactly("service:value");
    assertThat(QueryParser.parse("->").query()).isEqualTo(new Query.Phrase(Query.TEXT, "->"));
  }

  @Test
  void readsNothingAsEverything() {
    for (String text : List.of("", "  \n", "()", "( )", "\"\"")) {
      assertThat(QueryParser.parse(text).refused()).isFalse();
    }
    assertThat(QueryParser.parse("").query()).isEqualTo(new Query.All());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "NOT ", "-(", "a OR ", "word ", "!"})
  void refusesByNameWhatIsTooMuch(String piece) {
    ParsedQuery parsed = QueryParser.parse(piece.repeat(2_000) + "x");
    assertThat(parsed.refused() || parsed.query().toString().length() > 100).isTrue();
    assertThat(QueryParser.parse("x".repeat(QueryParser.MAX_LENGTH + 1)).refused()).isTrue();
  }

  @Test
  void survivesAnyText() {
    Random random = new Random(17);
    String alphabet =
        "ab1 \"\\/()*?:=!<>-~.,;[]{}|&ORNTand\n\t\u00e9\u4e2d\ud83d\ude00\u201c\u0000";
    for (int run = 0; run < 20_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Query query = QueryParser.parse(text.toString()).query();
      String printed = query.toString();
      assertThat(QueryParser.parse(printed).query())
          .as("%s printed as %s", text, printed)
          .isEqualTo(query);
    }
  }

  @Test
  void printsWhatItParses() {
    List<String> words =
        List.of(
            "timeout", "com.acme.Pay", "A-17", "404", "or", "zoë", "中文", "x", "a_b", "-->", "..");
    List<String> names =
        List.of("status", "user id", "Service", "a.", "-x", "9", "käse", "a\"b", "\\", "x:y", "or");
    List<String> values =
        List.of(
            "500", "2s", "10MB", "a b", "", "*", "a..b", "\"", "\\", "/x/", "-1", "A\nB", "(",
            "not");
    RandomQueries queries = new RandomQueries(new Random(3), words, names, values);
    for (int run = 0; run < 20_000; run++) {
      Query query = queries.next(4);
      ParsedQuery again = QueryParser.parse(query.toString());
      assertThat(again.query()).as(query.toString()).isEqualTo(query);
    }
  }
}
