// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import dev.clew.change.ConfigChange;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a report of Puppet: as the agent keeps it ({@code last_run_report.yaml}), as the processor
 * {@code store} does, or as JSON, as it travels. The names are those of report formats 4 to 12
 * (https://www.puppet.com/docs/puppet/7/format_report.html).
 */
public final class PuppetReport {
  /** What a first line or a key shows that this is such a report. */
  public static final String TAG = "Puppet::Transaction::Report";

  private static final int MOST_CHARACTERS = 64 * 1024 * 1024;
  private static final int FAILURES_NAMED = 5;

  /** Some versions write the wanted checksum of a file as Base64 of its text. */
  private static final Pattern CHECKSUM = Pattern.compile("\\{\\w{2,16}\\}[0-9a-f]{8,128}");

  private final JsonNode report;
  private final ZoneId zone;
  private final RunListener listener;
  private final Map<String, String> diffs = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private long failed;
  private long rehearsed;

  private PuppetReport(JsonNode report, ZoneId zone, RunListener listener) {
    this.report = report;
    this.zone = zone;
    this.listener = listener;
  }

  /**
   * Reads a report in YAML.
   *
   * @throws IllegalArgumentException when it cannot be read; the message says why
   */
  public static void readYaml(Reader reader, ZoneId zone, RunListener listener) {
    JsonNode report;
    try {
      report = YamlTree.read(reader, MOST_CHARACTERS);
    } catch (YamlEngineException | IllegalArgumentException unreadable) {
      String reason = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw new IllegalArgumentException("the Puppet report is not read: " + reason, unreadable);
    }
    read(report, zone, listener);
  }

  /**
   * Reads reports in JSON.
   *
   * @throws tools.jackson.core.JacksonException when the text is no JSON
   */
  public static void readJson(Reader reader, ZoneId zone, RunListener listener) {
    Trees.each(reader, report -> read(report, zone, listener));
  }

  private static void read(JsonNode report, ZoneId zone, RunListener listener) {
    new PuppetReport(report, zone, listener).read();
  }

  private void read() {
    for (JsonNode log : report.path("logs")) {
      String source = Fields.text(log, "source");
      String message = Fields.text(log, "message");
      if (source != null && message != null && message.contains("\n@@ ")) {
        diffs.put(source, message.strip());
      }
    }
    for (Map.Entry<String, JsonNode> entry : report.path("resource_statuses").properties()) {
      for (JsonNode event : entry.getValue().path("events")) {
        event(entry.getKey(), entry.getValue(), event);
      }
    }
    if (rehearsed > 0) {
      listener.note(
          1,
          "%d Puppet events only say what would change (noop); they are left out"
              .formatted(rehearsed));
    }
    if (failed > 0) {
      String more =
          failed > failures.size() ? " and %d more".formatted(failed - failures.size()) : "";
      listener.note(
          1, "Puppet resources that failed are no changes: " + String.join(", ", failures) + more);
    }
  }

  private void event(String name, JsonNode resource, JsonNode event) {
    String status = String.valueOf(Fields.text(event, "status"));
    if (status.equals("failure") && failed++ < FAILURES_NAMED) {
      String message = String.valueOf(Fields.text(event, "message"));
      failures.add("%s (%s)".formatted(name, message.lines().findFirst().orElse("")));
    }
    rehearsed += status.equals("noop") ? 1 : 0;
    // a Notify only writes into the log
    if (status.equals("success") && !"Notify".equals(Fields.text(resource, "resource_type"))) {
      tell(name, resource, event);
    }
  }

  private void tell(String name, JsonNode resource, JsonNode event) {
    Instant time =
        Fields.time(event, zone, "time")
            .or(() -> Fields.time(resource, zone, "time"))
            .or(() -> Fields.time(report, zone, "time"))
            .orElse(null);
    if (time == null) {
      listener.note(1, "an event of %s has no time; it is left out".formatted(name));
      return;
    }
    boolean file = "File".equals(Fields.text(resource, "resource_type"));
    String title = Fields.text(resource, "title");
    for (Alteration found : alterations(resource, event)) {
      listener.change(
          new ConfigChange(
              time,
              null,
              Fields.text(report, "host"),
              Alteration.shortened(file && title != null ? title : name),
              found.key(),
              found.before(),
              found.after(),
              by(resource, event)));
    }
  }

  private List<Alteration> alterations(JsonNode resource, JsonNode event) {
    String property = Fields.text(event, "property");
    if (property == null) {
      String name = Fields.text(event, "name");
      return List.of(new Alteration(name == null ? "state" : name, null, null));
    }
    if ("Exec".equals(Fields.text(resource, "resource_type"))) {
      return List.of(new Alteration("command", null, null));
    }
    StringBuilder source = new StringBuilder();
    resource.path("containment_path").forEach(part -> source.append('/').append(part.asString()));
    String diff = diffs.get(source + "/" + property);
    List<Alteration> lines = diff == null ? List.of() : TextAlterations.ofDiff(diff);
    return lines.isEmpty()
        ? List.of(
            new Alteration(
                property, value(event.path("previous_value")), value(event.path("desired_value"))))
        : lines;
  }

  private static @Nullable String value(JsonNode node) {
    String words = Fields.words(node);
    if (words != null && words.length() >= 20 && words.length() < 300) {
      try {
        String text = new String(Base64.getDecoder().decode(words), StandardCharsets.US_ASCII);
        return CHECKSUM.matcher(text).matches() ? text : words;
      } catch (IllegalArgumentException notBase64) {
        return words;
      }
    }
    return words;
  }

  private String by(JsonNode resource, JsonNode event) {
    StringBuilder by = new StringBuilder("Puppet");
    String configuration = Fields.text(report, "configuration_version");
    if (configuration != null) {
      by.append(": configuration ").append(configuration);
    }
    String manifest = Fields.text(resource, "file");
    if (manifest != null) {
      by.append(", ").append(manifest).append(':').append(Fields.text(resource, "line"));
    }
    if (Fields.isTrue(event, "corrective_change")) {
      by.append(", put back what had drifted");
    }
    return Alteration.shortened(by.toString());
  }
}
