// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Releases.Deploy;
import dev.clew.samples.Scenario.Cause;
import dev.clew.samples.Scenario.ConfigRun;
import dev.clew.samples.Scenario.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Plays a scenario and writes its folder. */
final class ScenarioFiles {

  private final Scenario scenario;
  private final ShopHistory history;
  private final Releases releases;

  ScenarioFiles(Scenario scenario) {
    this.scenario = scenario;
    this.history = ShopHistory.of(scenario.scripts());
    this.releases = new Releases(history, scenario.deploys());
  }

  /** Writes everything below {@code folder/name}; returns how many events the logs hold. */
  int write(Path folder) throws IOException {
    Path home = Files.createDirectories(folder.resolve(scenario.name()));
    long midnight = scenario.day().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    World world = scenario.world().play(scenario, releases, midnight);
    world.write(home);
    history.writeBundle(home.resolve("repo.bundle"));
    Files.writeString(home.resolve("deploys.csv"), deploys());
    if (!scenario.runs().isEmpty()) {
      Files.writeString(home.resolve("config-changes.csv"), runs());
    }
    Files.writeString(home.resolve("incident.json"), incident());
    return world.events();
  }

  private String deploys() {
    StringBuilder csv = new StringBuilder("time,service,version,commit,by\n");
    for (Deploy deploy : releases.deploys()) {
      String commit = releases.commit(deploy);
      row(csv, deploy.time(), deploy.service(), deploy.version(), commit, deploy.by());
    }
    return csv.toString();
  }

  private String runs() {
    StringBuilder csv = new StringBuilder("time,service,resource,key,old,new,by\n");
    for (ConfigRun run : scenario.runs()) {
      row(
          csv,
          run.time(),
          run.service(),
          run.resource(),
          run.key(),
          run.old(),
          run.now(),
          run.by());
    }
    return csv.toString();
  }

  private static void row(StringBuilder csv, Object... values) {
    for (int i = 0; i < values.length; i++) {
      csv.append(i == 0 ? "" : ",").append(values[i]);
    }
    csv.append('\n');
  }

  private String incident() {
    Incident incident = scenario.incident();
    Cause cause = incident.cause();
    String id = cause.kind().equals("commit") ? history.commitWithSubject(cause.id()) : cause.id();
    String changes =
        scenario.runs().isEmpty() ? "\"deploys.csv\"" : "\"deploys.csv\", \"config-changes.csv\"";
    return """
        {
          "title": "%s",
          "sentence": "%s",
          "service": "%s",
          "from": "%s",
          "to": "%s",
          "baseline": {"from": "%s", "to": "%s"},
          "cause": {"kind": "%s", "id": "%s"},
          "acceptedRank": 1,
          "repositories": {"*": "repo.bundle"},
          "changes": [%s],
          "zone": "UTC"
        }
        """
        .formatted(
            incident.title(),
            incident.sentence(),
            incident.service(),
            incident.from(),
            incident.to(),
            incident.baselineFrom(),
            incident.baselineTo(),
            cause.kind(),
            id,
            changes);
  }
}
