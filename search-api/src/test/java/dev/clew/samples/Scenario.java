// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.Releases.Deploy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A day on which something broke, and what is known about it afterwards.
 *
 * @param name the folder
 * @param day the day all logs are of, in UTC
 * @param seed where all chance comes from
 * @param visitsAtPeak things visitors do per minute in the busiest hour
 * @param scripts the history up to the last commit of the day
 * @param deploys what ran, earlier days included, in the order of time
 * @param runs configuration runs, in the order of time
 * @param world what writes the logs of the day
 * @param incident the story
 */
public record Scenario(
    String name,
    LocalDate day,
    long seed,
    double visitsAtPeak,
    List<String> scripts,
    List<Deploy> deploys,
    List<ConfigRun> runs,
    World.Maker world,
    Incident incident) {

  private static final DateTimeFormatter JAVA_DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** One value that a configuration run changed. */
  public record ConfigRun(
      Instant time,
      String service,
      String resource,
      String key,
      String old,
      String now,
      String by) {
    /** How the run is known as a cause. */
    String id() {
      return service + " " + key;
    }
  }

  /**
   * What a person would write down afterwards.
   *
   * @param cause kind and id; the id of a commit is given as its subject
   */
  public record Incident(
      String title,
      String sentence,
      String service,
      Instant from,
      Instant to,
      Instant baselineFrom,
      Instant baselineTo,
      Cause cause) {}

  public record Cause(String kind, String id) {}

  /** A time as {@code java.util.Date} prints it. */
  static String javaDate(long time) {
    return JAVA_DATE.format(Instant.ofEpochMilli(time));
  }

  public static Deploy deploy(String time, String service, String version, String by) {
    return new Deploy(Instant.parse(time), service, version, by);
  }
}
