// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.StackFrame;
import dev.clew.event.StackTrace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each language has a file of traces, with what they must be read as. */
class TraceSamplesTest {
  private static final List<String> LANGUAGES =
      List.of("java", "python", "go", "script", "net", "ruby", "php", "rust", "native", "elixir");
  private static final int FEWEST = 3;

  private record Sample(String name, List<String> lines, List<String> expected) {}

  @TestFactory
  Stream<DynamicTest> everyTraceIsReadAsItsSampleSays() {
    return LANGUAGES.stream()
        .flatMap(
            language -> {
              List<Sample> samples = read(language);
              assertThat(samples).as(language).hasSizeGreaterThanOrEqualTo(FEWEST);
              return samples.stream()
                  .map(
                      each ->
                          DynamicTest.dynamicTest(
                              language + ": " + each.name(), () -> check(each)));
            });
  }

  private static void check(Sample sample) {
    StackText found = new StackParser().find("", String.join("\n", sample.lines())).orElseThrow();
    for (String expected : sample.expected()) {
      String[] words = expected.split(" ", 2);
      check(found, words[0], words[1]);
    }
  }

  private static void check(StackText found, String what, String value) {
    List<StackTrace> chain = found.trace().chain();
    String[] words = value.split(" ", 3);
    switch (what) {
      case "type" -> assertThat(found.trace().type()).isEqualTo(value);
      case "message" -> assertThat(found.trace().message()).isEqualTo(value.replace("\\n", "\n"));
      case "frames" -> assertThat(found.trace().frames()).hasSize(Integer.parseInt(value));
      case "frame" -> check(found.trace(), value);
      case "cause" -> {
        StackTrace cause = chain.get(Integer.parseInt(words[0]));
        assertThat(cause.type() + " " + cause.message()).isEqualTo(words[1] + " " + words[2]);
      }
      case "causeframes" ->
          assertThat(chain.get(Integer.parseInt(words[0])).frames())
              .hasSize(Integer.parseInt(words[1]));
      case "causeframe" -> check(chain.get(Integer.parseInt(words[0])), words[1] + " " + words[2]);
      case "suppressed" ->
          assertThat(found.suppressed())
              .extracting(each -> each.type() + " " + each.message())
              .contains(value);
      default -> throw new AssertionError("unknown word " + what);
    }
  }

  /** {@code 0 com.acme.Pay.charge Pay.java:42}; a question mark stands for no name. */
  private static void check(StackTrace trace, String expected) {
    int space = expected.indexOf(' ');
    StackFrame frame = trace.frames().get(Integer.parseInt(expected.substring(0, space)));
    String name = frame.qualifiedFunction();
    String printed = name.isEmpty() ? "?" : name;
    String place = frame.file() == null ? "" : " " + frame.file() + ":" + frame.line();
    assertThat(printed + place).isEqualTo(expected.substring(space + 1));
  }

  private static List<Sample> read(String language) {
    List<Sample> samples = new ArrayList<>();
    for (String line : text(language + ".traces").lines().toList()) {
      if (line.startsWith("trace ")) {
        samples.add(new Sample(line.substring(6), new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith("| ")) {
        samples.getLast().lines().add(line.substring(2));
      } else if (!line.startsWith("#")) {
        samples.getLast().expected().add(line);
      }
    }
    return samples;
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(TraceSamplesTest.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
