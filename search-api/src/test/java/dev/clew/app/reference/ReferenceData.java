// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.reference;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.code.GitFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data that the acceptance points are tried on: logs of five services and 200 hostile lines, a
 * deploy that breaks charging, a change of a setting before it, and 17 commits. It is the same each
 * time it is made.
 */
public final class ReferenceData {
  private static final String GATEWAY = "src/main/java/com/acme/checkout/GatewayClient.java";
  private static final Instant CONFIG = Instant.parse("2026-11-20T14:06:10Z");
  private static final int COMMITS = 17;
  private static final int GUILTY = 12;
  private static final int LAYOUT = 13;

  private final Path folder;
  private final GitFixture git;
  private final TreeMap<String, String> truths = new TreeMap<>();
  private String before = "";
  private String deployed = "";

  private ReferenceData(Path folder) {
    this.folder = folder;
    this.git = GitFixture.in(folder.resolve("checkout.git"));
  }

  /** Makes about {@code events} events in {@code folder}. */
  public static ReferenceData in(Path folder, int events) {
    ReferenceData data = new ReferenceData(folder);
    data.commits();
    ReferenceLogs logs = new ReferenceLogs(data.logs(), events);
    logs.write();
    data.truths.putAll(
        Map.of(
            "deploy", ReferenceLogs.DEPLOY.toString(),
            "config", CONFIG.toString(),
            "firstError", ReferenceLogs.FIRST_ERROR.toString(),
            "gapFrom", ReferenceLogs.GAP_FROM.toString(),
            "gapTo", ReferenceLogs.GAP_TO.toString(),
            "late", logs.late().toString(),
            "exact", ReferenceLogs.EXACT));
    return data;
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path repository() {
    return git.folder();
  }

  /** The deploys and the setting. */
  public List<Change> changes() {
    Instant first = ReferenceLogs.BEGIN.minus(Duration.ofDays(2));
    return List.of(
        new Deploy(first, "checkout", "2.13.2", before, "ann"),
        new ConfigChange(
            CONFIG, "payment", null, "pool.yaml", "pool.size", "96", "48", "eve", List.of()),
        new Deploy(ReferenceLogs.DEPLOY, "checkout", "2.14.0", deployed, "bob"));
  }

  /** What is known to be so, by name. */
  public Map<String, String> truths() {
    return truths;
  }

  private void commits() {
    Instant time = ReferenceLogs.DEPLOY.minus(Duration.ofDays(40));
    for (int at = 1; at <= COMMITS; at++) {
      time =
          at < GUILTY - 2
              ? time.plus(Duration.ofDays(3))
              : ReferenceLogs.DEPLOY.minusSeconds(600L * (COMMITS - at));
      String limit = at < GUILTY ? "2_500" : "50";
      git.file(GATEWAY, gateway(limit, at < LAYOUT ? "" : "  "))
          .file("src/main/java/com/acme/checkout/Checkout.java", checkout(at));
      String subject = at == GUILTY ? "Halve the limit" : at == LAYOUT ? "Indent" : "Step " + at;
      String id = git.commit(subject, at % 2 == 0 ? "bob" : "ann", time);
      if (at == GUILTY) {
        truths.put("guilty", id);
      }
      if (at == LAYOUT) {
        truths.put("layout", id);
        git.file(".git-blame-ignore-revs", id);
      }
      before = at < GUILTY ? id : before;
      deployed = id;
    }
    truths.put("deployed", deployed);
  }

  private static String[] gateway(String limit, String indent) {
    return """
        package com.acme.checkout;

        class GatewayClient {
          static final int LIMIT = %s;

          Receipt charge(Order order) {
            %scall(order, LIMIT);
            return receipt(order);
          }
        }
        """
        .formatted(limit, indent)
        .split("\n");
  }

  private static String[] checkout(int step) {
    return """
        package com.acme.checkout;

        class Checkout {
          Receipt order(Order order) {
            return gateway.charge(order);
          }

          // step %d
        }
        """
        .formatted(step)
        .split("\n");
  }
}
