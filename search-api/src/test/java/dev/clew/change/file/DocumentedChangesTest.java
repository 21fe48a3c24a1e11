// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each example of docs/changes.md is read as the page says. */
class DocumentedChangesTest {
  private static final Path HOME =
      Path.of("").toAbsolutePath().endsWith("search-api") ? Path.of("..") : Path.of("");

  private static final Pattern EXAMPLE =
      Pattern.compile("```(?:csv|json|log|yaml)\\n(.*?)```\\n```text\\n(.*?)```", Pattern.DOTALL);

  @Test
  void readsEachExampleAsThePageSays() throws IOException {
    Matcher examples = EXAMPLE.matcher(Files.readString(HOME.resolve("docs/changes.md")));
    int seen = 0;
    while (examples.find()) {
      seen++;
      assertThat(read(examples.group(1))).isEqualTo(examples.group(2).lines().toList());
    }
    assertThat(seen).isGreaterThanOrEqualTo(6);
  }

  private static List<String> read(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<RowProblem> problems = new ArrayList<>();
    List<String> lines =
        ChangeReader.read(
                () -> new ByteArrayInputStream(bytes), "example", ZoneOffset.UTC, problems::add)
            .stream()
            .map(change -> change.time() + " " + change.label() + " — " + change.by())
            .toList();
    assertThat(problems).isEmpty();
    return lines;
  }
}
