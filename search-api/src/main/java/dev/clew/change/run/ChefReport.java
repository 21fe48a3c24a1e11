// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.run;

import dev.clew.change.ConfigChange;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a report of Chef: the file that {@code Chef::Handler::JsonFile} writes, whose {@code
 * updated_resources} are instance variables of resources, and the {@code run_converge} message of
 * the data collector, whose {@code resources} say what was before and after.
 *
 * <p>Shapes: {@code lib/chef/handler/json_file.rb}, {@code lib/chef/resource.rb} (as_json) and
 * {@code lib/chef/data_collector/run_end_message.rb} of github.com/chef/chef.
 */
public final class ChefReport {
  private static final String NEWLINE = "\\n";

  private final JsonNode report;
  private final RunListener listener;
  private final @Nullable String host;
  private final Instant time;

  private ChefReport(JsonNode report, Instant time, RunListener listener) {
    this.report = report;
    this.time = time;
    this.listener = listener;
    String node = Fields.text(report, "node_name");
    this.host = node == null ? Fields.text(report.path("node"), "name") : node;
  }

  /**
   * Reads reports; times without a zone are of {@code zone}.
   *
   * @throws tools.jackson.core.JacksonException when the text is no JSON
   */
  public static void read(Reader reader, ZoneId zone, RunListener listener) {
    Trees.each(reader, report -> read(report, zone, listener));
  }

  private static void read(JsonNode report, ZoneId zone, RunListener listener) {
    Fields.time(report, zone, "end_time", "start_time")
        .ifPresentOrElse(
            time -> new ChefReport(report, time, listener).read(),
            () ->
                listener.note(
                    1, "the Chef report has no \"end_time\" that can be read; it is left out"));
  }

  private void read() {
    for (JsonNode resource : report.path("updated_resources")) {
      ofHandler(resource);
    }
    if (!report.has("updated_resources")) {
      for (JsonNode resource : report.path("resources")) {
        if ("updated".equals(Fields.text(resource, "status"))) {
          ofCollector(resource);
        }
      }
    }
    String exception = Fields.text(report, "exception");
    String error = exception == null ? Fields.text(report.path("error"), "message") : exception;
    if (error != null) {
      listener.note(
          1,
          "the Chef run failed: %s; only what it had changed before counts"
              .formatted(Alteration.shortened(error.lines().findFirst().orElse(""))));
    }
  }

  /** A resource with its instance variables. */
  private void ofHandler(JsonNode resource) {
    JsonNode variables = resource.path("instance_vars");
    String name = Fields.text(resource, "json_class");
    String type = Fields.text(variables, "declared_type", "resource_name");
    String named = type != null || name == null ? type : snake(name);
    tell(
        named == null ? "resource" : named,
        Fields.text(variables, "path", "name"),
        delta(Fields.text(variables, "diff")),
        action(variables.path("action")),
        by(variables));
  }

  private void ofCollector(JsonNode resource) {
    List<Alteration> lines = delta(Fields.text(resource, "delta"));
    List<Alteration> state =
        ValueAlterations.between(resource.path("before"), resource.path("after"));
    String type = Fields.text(resource, "type");
    tell(
        type == null ? "resource" : type,
        Fields.text(resource, "id", "name"),
        lines.isEmpty() ? state : lines,
        Fields.text(resource, "result"),
        by(resource));
  }

  private void tell(
      String type,
      @Nullable String resource,
      List<Alteration> found,
      @Nullable String action,
      String by) {
    List<Alteration> all = found.isEmpty() ? List.of(new Alteration(type, null, action)) : found;
    String where = resource == null ? null : Alteration.shortened(resource);
    for (Alteration each : all) {
      listener.change(
          new ConfigChange(time, null, host, where, each.key(), each.before(), each.after(), by));
    }
  }

  /** Chef joins the lines of a difference with a backslash and an n. */
  private static List<Alteration> delta(@Nullable String diff) {
    return diff == null || !diff.contains("@@ ")
        ? List.of()
        : TextAlterations.ofDiff(diff.contains("\n") ? diff : diff.replace(NEWLINE, "\n"));
  }

  private static @Nullable String action(JsonNode action) {
    String words = Fields.words(action);
    return words == null || words.isEmpty() ? null : words;
  }

  private static String by(JsonNode resource) {
    String cookbook = Fields.text(resource, "cookbook_name");
    String recipe = Fields.text(resource, "recipe_name");
    String where = cookbook == null ? "" : ": " + cookbook + (recipe == null ? "" : "::" + recipe);
    return Alteration.shortened("Chef" + where);
  }

  /** {@code Chef::Resource::RemoteFile} is the type remote_file. */
  private static String snake(String type) {
    return type.substring(type.lastIndexOf(':') + 1)
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
