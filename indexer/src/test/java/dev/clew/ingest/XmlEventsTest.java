// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.LogEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Events that are XML, and XML that means harm: nothing is lost, nothing unfolds. */
class XmlEventsTest {
  private static final String EVENT =
      "<log4j:event logger=\"com.acme.Pay\" timestamp=\"1772619072345\" level=\"INFO\""
          + " thread=\"main\"><log4j:message>%s</log4j:message></log4j:event>\n";

  @TempDir Path folder;

  private Readings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("app.xml.log"), text);
    Readings readings = Readings.of(file);
    assertThat(readings.ledger.isBalanced()).isTrue();
    assertThat(readings.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    return readings;
  }

  @Test
  void readsFragmentsWithoutARoot() throws IOException {
    Readings readings =
        read(EVENT.formatted("one") + EVENT.formatted("<![CDATA[a </log4j:event> b]]>").repeat(2));
    assertThat(readings.bodies())
        .containsExactly("one", "a </log4j:event> b", "a </log4j:event> b");
  }

  @Test
  void readsElementsOnOneLine() throws IOException {
    String one = EVENT.formatted("x").strip();
    assertThat(read("<events>" + one + one + "\n" + one + "</events>\n").bodies())
        .containsExactly("x", "x", "x");
  }

  @Test
  void keepsWhatIsNotWellFormed() throws IOException {
    Readings readings =
        read(EVENT.formatted("one") + EVENT.formatted("<a>") + EVENT.formatted("b"));
    assertThat(readings.events).hasSize(3);
    assertThat(readings.events.get(1).field("parse_error").getFirst()).contains("well-formed");
    assertThat(readings.ledger.problems().getFirst().reason()).contains("could not be read");
  }

  @Test
  void anElementWithoutEndStopsAtTheNext() throws IOException {
    String cut = EVENT.formatted("cut").replace("</log4j:event>", "");
    assertThat(read(cut + EVENT.formatted("one") + EVENT.formatted("two")).events).hasSize(3);
  }

  @Test
  @Timeout(20)
  void neverUnfoldsEntitiesNorLooksOutside() throws IOException {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n";
    Readings readings =
        read(bomb + EVENT.formatted("&b;") + EVENT.formatted("&e;") + EVENT.formatted("ok"));
    assertThat(readings.events).hasSize(3);
    assertThat(readings.bodies().getLast()).isEqualTo("ok");
    assertThat(readings.events.getFirst().field("parse_error")).isNotEmpty();
    assertThat(readings.bodies().get(1)).contains("&e;");
  }

  @Test
  @Timeout(20)
  void boundsDepthAndAttributes() throws IOException {
    StringBuilder attributes = new StringBuilder("<a");
    for (int i = 0; i < 100_000; i++) {
      attributes.append(" a").append(i).append("=\"\"");
    }
    Readings readings =
        read(
            EVENT.formatted("<a>".repeat(10_000) + "</a>".repeat(10_000))
                + EVENT.formatted(attributes + "/>")
                + EVENT.formatted("ok"));
    assertThat(readings.bodies().getLast()).isEqualTo("ok");
    assertThat(readings.events)
        .filteredOn(event -> !event.field("parse_error").isEmpty())
        .extracting(LogEvent::body)
        .hasSizeGreaterThanOrEqualTo(2);
  }
}
