// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import dev.clew.event.LogEvent;
import dev.clew.ingest.rule.SourceRule;
import dev.clew.ingest.rule.SourceRules;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads paths and keeps all that is found. */
final class Readings implements ReadListener {
  static final ReadSettings SETTINGS =
      new ReadSettings(ZoneOffset.UTC, Instant.parse("2026-03-05T00:00:00Z"));

  final List<LogEvent> events = new ArrayList<>();
  final List<String> formats = new ArrayList<>();
  final List<Rejection> rejections = new ArrayList<>();
  final Ledger ledger;

  private Readings(ReadSettings settings, List<Path> paths) {
    ledger = new LogReader(settings).read(paths, this);
  }

  static Readings of(Path... paths) {
    return new Readings(SETTINGS, List.of(paths));
  }

  static Readings of(SourceRule rule, Path... paths) {
    SourceRules rules = new SourceRules(List.of(rule));
    return new Readings(new ReadSettings(ZoneOffset.UTC, rules, SETTINGS.now()), List.of(paths));
  }

  List<String> bodies() {
    return events.stream().map(LogEvent::body).toList();
  }

  /** The raw bytes of all events and rejections of the one file read, in its order. */
  byte[] bytes() {
    record Part(long offset, byte[] bytes) {}
    List<Part> parts = new ArrayList<>();
    events.forEach(e -> parts.add(new Part(e.origin().offset(), e.raw().toByteArray())));
    rejections.forEach(r -> parts.add(new Part(r.origin().offset(), bytesOf(r))));
    parts.sort(Comparator.comparingLong(Part::offset));
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    parts.forEach(part -> all.writeBytes(part.bytes()));
    return all.toByteArray();
  }

  private static byte[] bytesOf(Rejection rejection) {
    byte[] raw = rejection.raw().toByteArray();
    return java.util.Arrays.copyOf(raw, Math.toIntExact(rejection.bytes()));
  }

  @Override
  public void event(LogEvent event, String format) {
    events.add(event);
    formats.add(format);
  }

  @Override
  public void rejected(Rejection rejection) {
    rejections.add(rejection);
  }

  @Override
  public void progress(long done, long total) {
    // not looked at
  }
}
