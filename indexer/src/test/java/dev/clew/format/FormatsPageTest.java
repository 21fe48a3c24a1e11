// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.format.Format.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code docs/formats.md} is written from the definitions. */
class FormatsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "formats.md");
  private static final String COMMAND =
      "mvn -pl indexer test -Dtest='Format*Test' -Dformats.page=write";
  private static final String START =
      """
      # Formats

      <!-- written by `%s`; a test fails when it is not current -->

      A file needs no hint: what its first lines are decides, and a file may mix formats. Below are the formats that Clew names, in the
      order in which they are tried, each with lines that the build reads. `./clew detect FILE` says which of them a file has, takes a line
      apart, and tells what was assumed.

      What is none of these is `unknown`, and is read all the same: a time in any place makes a line an event; severity, thread, logger,
      process and `name=value` pairs are found by general rules; and columns that stand in front of the message in nearly all lines (node,
      service, component, flags, ids) are learned from the file and left out of the message.

      A new one takes five steps: see "Add a format" in [CONTRIBUTING](../CONTRIBUTING.md).
      """
          .formatted(COMMAND);

  @Test
  void isWrittenFromTheDefinitions() throws IOException {
    String page = page(new Formats().all());
    if ("write".equals(System.getProperty("formats.page"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("write it anew: " + COMMAND).isEqualTo(page);
  }

  private static String page(List<Format> formats) {
    StringBuilder page = new StringBuilder(START);
    for (Format format : formats) {
      page.append("\n## %s\n%s.\n".formatted(format.name(), format.title()));
      Set<String> fields = fields(format);
      if (!fields.isEmpty()) {
        page.append("Fields: `").append(String.join("`, `", fields)).append("`.\n");
      }
      page.append("\n```text\n");
      for (Sample sample : format.samples()) {
        sample.lines().forEach(line -> page.append(line).append('\n'));
      }
      page.append("```\n");
    }
    return page.toString();
  }

  /** The fields that the samples name, in the order of the definition. */
  private static Set<String> fields(Format format) {
    Set<String> fields = new LinkedHashSet<>();
    format
        .samples()
        .forEach(sample -> sample.expected().keySet().stream().sorted().forEach(fields::add));
    return fields;
  }
}
