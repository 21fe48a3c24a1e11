// SPDX-License-Identifier: Apache-2.0
package dev.clew.query.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.query.Notice;
import dev.clew.query.Query;
import dev.clew.query.QueryParser;
import dev.clew.query.RandomQueries;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "| stats count by service, level => * | stats count by service, level",
        "error | stats count => error | stats count",
        "error | stats count by service level => error | stats count by service, level",
        "* | summarize count() by bin(time, 1m) => * | stats count by time 1m",
        "* | stats p50(duration) p95(duration) by service => * | stats p50(duration), p95(duration) by service",
        "* | stats perc99.9(x), percentile(y, 95) median(z) => * | stats p99.9(x), p95(y), p50(z)",
        "* | stats dc(user) as users, avg(size) by _time span=5m => * | stats dc(user) as users, avg(size) by time 5m",
        "* | stats by service => * | stats count by service",
        "* | top 10 exception => * | top 10 exception",
        "* | top limit=5 service, host => * | top 5 service, host",
        "* | rare logger => * | rare 10 logger",
        "* | timechart 1m by level => * | timechart 1m count by level",
        "* | timechart span=1m count by level limit=3 => * | timechart 1m limit=3 count by level",
        "* | timechart avg(duration) => * | timechart avg(duration)",
        "* | sort -duration, service => * | sort - duration, service",
        "* | sort 5 -count => * | sort - count | head 5",
        "* | order by count desc => * | sort - count",
        "* | head => * | head 10",
        "* | take 20 | tail 5 => * | head 20 | tail 5",
        "* | fields time, service msg => * | fields time, service, msg",
        "* | dedup trace => * | dedup trace",
        "* | where p95 > 500 and not (service = \"a b\" or level != info) => * | where p95 > 500 and not (service = \"a b\" or level != info)",
        "* | where service in (a, \"b c\") => * | where service = a or service = \"b c\"",
        "* | where 'odd name' >= 2s => * | where 'odd name' >= 2s",
        "* | rex \"(?<user>u-\\d+)\" => * | rex \"(?<user>u-\\\\d+)\"",
        "* | rex field=msg \"(?<a>x)\" => * | rex field=msg \"(?<a>x)\"",
        "* | context 5 by thread => * | context 5 by thread",
        "* | transaction order_id => * | trace order_id",
        "* | cluster => * | patterns",
        "* | logcompare timeshift -24h => * | compare -1d",
        "* | diffpatterns vs (level:info \"a | b\") => * | explain vs (level:info \"a | b\")",
        "* | search level:error x => * | search level:error x",
        "error|stats count|head 1 => error | stats count | head 1",
        "\"a | head 3\" => \"a | head 3\"",
        "/a|head/ | head 3 => /a|head/ | head 3",
        "a || b | head => a OR b | head 10",
        "STATUS | HEAD 3 => STATUS | head 3",
      })
  void readsWhatPeopleType(String text, String meaning) {
    ParsedPipeline parsed = PipelineParser.parse(text);
    assertThat(parsed.pipeline().toString()).isEqualTo(meaning);
    assertThat(parsed.notices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01 10:00 | INFO | main | started",
        "GET /a | head of the queue is 5",
        "usage: sort | uniq -c | wc",
        "a | b",
        "a |",
        "| level | count of things",
        "x | where are you",
      })
  void takesPastedBarsAsText(String text) {
    ParsedPipeline parsed = PipelineParser.parse(text);
    assertThat(parsed.pipeline().pipes()).isEmpty();
    assertThat(parsed.refused()).isFalse();
    assertThat(parsed.pipeline().query()).isEqualTo(QueryParser.parse(text).query());
  }

  @Test
  void saysWhichPipeIsTakenAsTextAndWhatToWrite() {
    Notice notice = PipelineParser.parse("error | stats cout by service").notices().getLast();
    assertThat(notice.message()).isEqualTo("taken as text: no function is called 'cout'");
    assertThat(notice.position()).isEqualTo(14);
    assertThat(notice.length()).isEqualTo(4);
    assertThat(notice.fix()).isEqualTo("count");
    assertThat(PipelineParser.parse("x | stats count | bogus").notices())
        .extracting(Notice::message)
        .anyMatch(message -> message.contains("no pipe is called 'bogus'"));
    assertThat(PipelineParser.parse("x | rex \"abc\"").notices())
        .extracting(Notice::message)
        .anyMatch(message -> message.contains("a named group is needed"));
  }

  @Test
  void refusesByNameWhatIsTooMuch() {
    assertThat(PipelineParser.parse("x" + " | head 3".repeat(65)).notices().getFirst().message())
        .isEqualTo("a query may have 64 pipes, not 65");
    assertThat(PipelineParser.parse("x".repeat(20_000) + " | head").refused()).isTrue();
  }

  @Test
  void printsWhatItParses() {
    Random random = new Random(5);
    List<String> odd =
        List.of("level", "by", "a b", "time", "_time", "x'y", "\\", "p95(duration)", "a|b", "ü.1");
    List<String> values = List.of("500", "a b", "", "*", "\"", "\\", "x | head 3", "-1", "A\nB");
    RandomQueries queries =
        new RandomQueries(
            random,
            List.of("timeout", "a|b", "|", "x | head 3"),
            List.of("a b", "x'y", "a|b"),
            values);
    RandomPipes pipes = new RandomPipes(random, odd, values);
    for (int run = 0; run < 5_000; run++) {
      List<Pipe> some = new ArrayList<>(pipes.next(4));
      switch (random.nextInt(10)) {
        case 0 -> some.add(new Pipe.Trace(odd.get(random.nextInt(odd.size()))));
        case 1 -> some.add(new Pipe.Context(1 + random.nextInt(9), "thread"));
        case 2 -> some.add(0, new Pipe.Search(queries.next(2)));
        case 3 -> some.add(new Pipe.Patterns());
        case 4 -> some.add(new Pipe.Timeline(odd.get(random.nextInt(odd.size()))));
        case 5 -> some.add(new Pipe.Joins());
        default -> {}
      }
      Pipeline pipeline = new Pipeline(queries.next(3), some);
      ParsedPipeline again = PipelineParser.parse(pipeline.toString());
      assertThat(again.pipeline()).as(pipeline.toString()).isEqualTo(pipeline);
    }
  }

  @Test
  void survivesAnyTextInATenthOfASecond() {
    Random random = new Random(29);
    List<String> pieces =
        List.of(
            "|",
            "| stats ",
            "count",
            "(",
            ")",
            " by ",
            "p95(",
            "\"",
            "'",
            "/",
            "\\",
            "| where ",
            "a",
            " = ",
            "!",
            "| rex \"",
            "(?<x>",
            "| top ",
            "9",
            ",",
            "\u201c",
            "\u0000",
            "\ud800",
            "time ",
            "1m",
            "| sort -",
            "| explain vs (",
            "| search ",
            "| timechart span=",
            "\uff1a",
            "\u202e",
            " ");
    PipelineParser.parse("warm | stats count by x | where y > 3");
    for (int run = 0; run < 5_000; run++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Pipeline pipeline = PipelineParser.parse(text.toString()).pipeline();
      assertThat(PipelineParser.parse(pipeline.toString()).pipeline())
          .as("%s printed as %s", text, pipeline)
          .isEqualTo(pipeline);
    }
  }

  @Test
  void readsHostileTextsQuickly() {
    List<String> hostile = new ArrayList<>();
    for (String piece :
        List.of(
            "(",
            "| where (",
            "| where not ",
            "|",
            "| head ",
            "\u201c ",
            "\u201e ",
            "' ",
            "/ ",
            "/\\",
            "/(a",
            "*x",
            "*x*yz*q ",
            "? ",
            "NOT ",
            "-(",
            "a:\"",
            "((((",
            "| stats p95(x) ",
            "a or ",
            "| where a = 1 or ",
            "| sort ",
            "/(a|b)/ ",
            "/a{1000}/ ",
            "x=\" ",
            "|\"",
            "\\",
            "a: ")) {
      hostile.add(piece.repeat(16_000 / piece.length()));
      hostile.add("| where " + piece.repeat(16_000 / piece.length()));
      hostile.add(piece.repeat(4_000_000 / piece.length()));
    }
    hostile.add("/" + "(".repeat(5_000) + "/");
    hostile.add("/" + "a|".repeat(8_000) + "b/");
    hostile.add("/(a{1000}){1000}/ /([A-Z0-9]{18100})/ /.*a.{20}/ ~ & <1-100>");
    List<String> slow = new ArrayList<>();
    for (String text : hostile) {
      long millis = Long.MAX_VALUE;
      for (int i = 0; i < 3 && millis > 100; i++) {
        // the time this thread works: on a busy machine it waits as well
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        PipelineParser.parse(text);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        millis = Math.min(millis, nanos / 1_000_000);
      }
      if (millis > 100) {
        slow.add(text.substring(0, 20) + " took " + millis + " ms");
      }
    }
    assertThat(slow).isEmpty();
  }

  @Test
  void keepsTheQueryOfATextWithoutPipes() {
    for (String text : List.of("", "a b", "service:checkout level>=warn", "/x|y/", "a||b")) {
      assertThat(PipelineParser.parse(text).pipeline())
          .isEqualTo(new Pipeline(QueryParser.parse(text).query(), List.of()));
    }
    assertThat(PipelineParser.parse("").pipeline().query()).isEqualTo(new Query.All());
  }
}
