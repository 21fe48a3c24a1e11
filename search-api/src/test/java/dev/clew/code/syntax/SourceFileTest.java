// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "java | LOG.info(\"user {} of {}\", name, all.size()); | INFO user {name} of {all.size()}",
        "java | log.warn(\"took \" + ms + \" ms\"); | WARN took {ms} ms",
        "java | logger.log(Level.SEVERE, \"no {0}\", x); | ERROR no {x}",
        "java | log.atError().setMessage(\"lost {}\").addArgument(x).log(); | ERROR lost {}",
        "java | log.debug(() -> \"lazy \" + x); | DEBUG lazy {x}",
        "java | LOG.info(String.format(\"at %5.2f\", ratio)); | INFO at {ratio}",
        "java | S_LOGGER.trace(MSG); | TRACE held {x}",
        "kt | log.info(\"user $name of ${all.size}\") | INFO user {name} of {all.size}",
        "kt | logger.warn { \"slow $x\" } | WARN slow {x}",
        "scala | logger.info(s\"user $name of ${all.size}\") | INFO user {name} of {all.size}",
        "py | log.info(\"user %s of %d\", name, len(all)) | INFO user {name} of {len(all)}",
        "py | logger.error(f\"user {name!r} gone\") | ERROR user {name} gone",
        "py | LOG.warning(_(\"no %(host)s\") % {'host': h}) | WARN no {host}",
        "py | log.bind(a=1).info(\"order_paid\", order=o) | INFO order_paid",
        "go | logger.With(zap.String(\"k\", v)).Error(\"lost it\", zap.Error(err)) | ERROR lost it",
        "go | log.Warn().Str(\"k\", v).Msg(\"slow call\") | WARN slow call",
        "go | logrus.WithField(\"k\", v).Infof(\"got %d\", n) | INFO got {n}",
        "go | slog.Info(\"user in\", \"name\", name) | INFO user in",
        "js | console.error(`no ${id} here`) | ERROR no {id} here",
        "ts | this.logger.info({ id }, 'user %s', name) | INFO user {name}",
        "tsx | logger.debug('a ' + b) | DEBUG a {b}",
        "cs | _logger.LogError(ex, \"Order {OrderId} failed\", id); | ERROR Order {OrderId} failed",
        "cs | Log.Information($\"user {name:N} in\"); | INFO user {name} in",
        "rb | Rails.logger.info \"user #{name} in\" | INFO user {name} in",
        "php | $this->logger->error(\"no {$o->id} in $list\"); | ERROR no {o->id} in {list}",
        "rs | tracing::warn!(target: \"net\", \"slow {} {name}\", peer); | WARN slow {peer} {name}",
        "c | syslog(LOG_ERR, \"cannot open %s: %m\", path); | ERROR cannot open {path}: {}",
        "cpp | LOG(WARNING) << \"took \" << ms << \" ms\"; | WARN took {ms} ms",
        "cpp | spdlog::info(\"user {}\", name); | INFO user {name}"
      })
  void readsTheTemplateAndLevelOfALogStatement(String language, String code, String expected) {
    assertThat(SourceFile.said("a." + language.strip(), wrapped(language.strip(), code)))
        .get()
        .satisfies(
            said ->
                assertThat(said)
                    .filteredOn(one -> one.kind() != Said.Kind.THROW)
                    .extracting(one -> (one.level() + " " + one.template()).strip())
                    .contains(expected.strip()));
  }

  private static String wrapped(String language, String code) {
    return switch (language) {
      case "java" -> "class A { void f() { String MSG = \"held \" + x;\n" + code + "\n} }";
      case "cs" -> "class A { void F() {\n" + code + "\n} }";
      case "kt", "scala" -> "class A { fun f() {\n" + code + "\n} }";
      case "go" -> "package a\nfunc f() {\n" + code + "\n}";
      case "php" -> "<?php class A { function f() {\n" + code + "\n} }";
      case "rs" -> "fn f() {\n" + code + "\n}";
      case "c", "cpp" -> "void f() {\n" + code + "\n}";
      default -> code;
    };
  }

  @Test
  void readsStatementsOverSeveralLinesWithTheirFunctionAndClass() {
    SourceFile file =
        SourceFile.read(
                "Election.java",
                """
                class Election {
                  void notify(N n) {
                    LOG.info("Notification: " + n.leader + " (n.leader), "
                        + n.state + " (n.state)");
                    throw new IllegalStateException("bad " + n);
                  }
                }
                """)
            .orElseThrow();
    assertThat(file.said())
        .extracting(
            said ->
                said.kind()
                    + " "
                    + said.owner()
                    + "."
                    + said.function()
                    + " "
                    + said.first()
                    + "-"
                    + said.last()
                    + " "
                    + said.template())
        .containsExactly(
            "LOG Election.notify 3-4 Notification: {n.leader} (n.leader), {n.state} (n.state)",
            "THROW Election.notify 5-5 bad {n}");
    assertThat(file.calls(3, 5))
        .extracting(SourceFile.Call::name)
        .contains("info", "IllegalStateException");
  }

  @Test
  void knowsWhatALoggerIsFor() {
    List<Said> said =
        SourceFile.said(
                "a.py", "audit = logging.getLogger('shop.audit')\naudit.info('order %s paid', o)\n")
            .orElseThrow();
    assertThat(said).extracting(Said::logger).containsExactly("shop.audit");
  }

  @Test
  void namesFunctionsAndTheirOwners() {
    assertThat(SourceFile.functions("a.go", "package a\nfunc (s *Store) Get() {}\n").orElseThrow())
        .containsExactly(new Function("Get", "Store", 2, 2));
    assertThat(
            SourceFile.functions("a.cc", "int *Pool::take(int n) {\n return 0;\n}\n").orElseThrow())
        .containsExactly(new Function("take", "Pool", 1, 3));
    assertThat(SourceFile.functions("a.rs", "impl Pool { fn take(&self) {} }").orElseThrow())
        .containsExactly(new Function("take", "Pool", 1, 1));
    assertThat(SourceFile.functions("a.kt", "class A {\n val f = { x: Int -> x }\n}").orElseThrow())
        .containsExactly(new Function("f", "A", 2, 2));
    assertThat(SourceFile.functions("a.rb", "class A\n def self.make; end\nend").orElseThrow())
        .containsExactly(new Function("make", "A", 2, 2));
  }

  @Test
  void neitherDeepNestingNorLongSumsNorLargeFilesHarm() {
    assertThat(SourceFile.read("a.java", "class A { int x = " + "(".repeat(100_000)))
        .satisfiesAnyOf(
            found -> assertThat(found).isEmpty(), found -> assertThat(found).isPresent());
    String sum = "class A { void f() { log.info(\"a\"" + " + x".repeat(20_000) + "); } }";
    assertThat(SourceFile.said("a.java", sum)).isPresent();
    String nested = "log.info(".repeat(5_000) + "\"a text\"" + ")".repeat(5_000);
    assertThat(SourceFile.said("a.py", nested)).isPresent();
    assertThat(SourceFile.read("a.java", " ".repeat(TreeReader.MAX_TEXT + 1))).isEmpty();
    assertThat(SourceFile.read("a.cobol", "x")).isEmpty();
  }

  @Test
  void leavesNoFilesBehind() throws IOException {
    assertThat(SourceFile.functions("a.scala", "class A")).isPresent();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT))
                  .filter(name -> name.startsWith("clew-grammar-"))
                  .collect(Collectors.toList()))
          .isEmpty();
    }
  }
}
