// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples.rail;

import dev.clew.samples.Agenda;
import dev.clew.samples.Draw;
import dev.clew.samples.LogFile;
import dev.clew.samples.Releases;
import dev.clew.samples.Releases.Deploy;
import dev.clew.samples.Scenario;
import dev.clew.samples.Traffic;
import dev.clew.samples.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One day of the railway's ticket shop, from midnight to midnight. */
final class RailDay implements World {

  private static final long LENGTH = 86_400_000;
  private static final long DOWN = 6_000;

  private final RailLogs logs;
  private final Releases releases;
  private final Agenda agenda = new Agenda();
  private final Draw draw;
  private final Traffic traffic;
  private final Travelling travelling;
  private final double visitsAtPeak;

  RailDay(Scenario scenario, Releases releases, long midnight) {
    this.releases = releases;
    this.draw = new Draw(scenario.seed(), "day");
    this.traffic = new Traffic(midnight, new Draw(scenario.seed(), "traffic"));
    this.logs = new RailLogs(releases);
    this.travelling = new Travelling(logs, releases, new Draw(scenario.seed(), "travelling"));
    this.visitsAtPeak = scenario.visitsAtPeak();
    releases.deploys().stream()
        .filter(deploy -> deploy.time().toEpochMilli() >= midnight)
        .forEach(deploy -> agenda.add(deploy.time().toEpochMilli(), time -> restart(deploy, time)));
    for (int hour = 0; hour < 24; hour++) {
      agenda.add(midnight + hour * 3_600_000L + 61_000, this::loadTariffs);
    }
    arrive(midnight + 300);
    agenda.runUntil(midnight + LENGTH);
  }

  private void arrive(long time) {
    agenda.add(
        time,
        now -> {
          if (draw.chance(traffic.load(now)) && !restarting(now)) {
            travelling.visit(now, traffic.trace());
          }
          arrive(now + draw.pause(visitsAtPeak));
        });
  }

  /** Callers wait for a service that starts; nothing is asked meanwhile. */
  private boolean restarting(long time) {
    return releases.deploys().stream()
        .mapToLong(deploy -> deploy.time().toEpochMilli())
        .anyMatch(start -> time > start - DOWN && time < start + DOWN);
  }

  private void restart(Deploy deploy, long time) {
    String commit = releases.commit(deploy).substring(0, 7);
    String version = deploy.version();
    switch (deploy.service()) {
      case "pricing" -> {
        logs.pricing.info(time, "-", "main", "Starting pricing %s (commit %s)", version, commit);
        loadTariffs(time + 900);
      }
      case "booking" -> {
        BookingLog.Where main = new BookingLog.Where("main", "");
        logs.booking.info(
            time, main, "BookingApplication", "Starting booking {} (commit {})", version, commit);
        logs.booking.info(time + 4_870, main, "BookingApplication", "Ready to take bookings");
      }
      case "mailer" ->
          logs.mailer.info(
              time, "main.ts", "starting mailer", "version", version, "commit", commit);
      default -> throw new IllegalStateException(deploy.service() + " does not start on this day");
    }
  }

  private void loadTariffs(long time) {
    logs.pricing.info(
        time,
        "-",
        "tariffs",
        "Loaded %d fares from %s in %d ms",
        18_441,
        "/data/tariffs/2026-03.csv",
        draw.from(96, 188));
  }

  @Override
  public void write(Path folder) throws IOException {
    for (LogFile file : files()) {
      file.write(folder);
    }
  }

  @Override
  public int events() {
    return files().stream().mapToInt(LogFile::size).sum();
  }

  private List<LogFile> files() {
    return List.of(
        logs.web.file(),
        logs.booking.file(),
        logs.pricing.file(),
        logs.refunds.file(),
        logs.mailer.file());
  }
}
