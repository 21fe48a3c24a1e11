// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.TimeText;
import dev.clew.ingest.ReadSettings;
import dev.clew.ingest.rule.RuleException;
import dev.clew.ingest.rule.RuleFile;
import dev.clew.ingest.rule.SourceRule;
import dev.clew.ingest.rule.SourceRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How log files are read: what holds for all of them, and rules for some. */
public final class ReadOptions {
  private static final String ALL = "**";

  @Option(
      names = "--service",
      paramLabel = "[GLOB=]NAME",
      description =
          "Service of these logs, or of the files that GLOB names; default: what the lines say, else the folder or file name. Repeatable.")
  List<String> services = List.of();

  @Option(
      names = "--zone",
      paramLabel = "[GLOB=]ZONE",
      description =
          "Zone of times that name none, like UTC or Europe/London, or 'edge/*=UTC' for some files; default: this machine's. Repeatable.")
  List<String> zones = List.of();

  @Option(
      names = "--host",
      paramLabel = "[GLOB=]NAME",
      description = "Host of lines that name none; for all or some files. Repeatable.")
  List<String> hosts = List.of();

  @Option(
      names = "--encoding",
      paramLabel = "[GLOB=]NAME",
      description =
          "How the bytes spell text, like windows-1251; default: told from the bytes. Repeatable.")
  List<String> encodings = List.of();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "Rules for single files, one a line: zone, service, host or encoding, GLOB, value; default: clew.rules at the top of a folder given.")
  @Nullable Path rules;

  /** The zone of everything that no rule for single files is about. */
  public ZoneId zone(Surroundings surroundings) {
    return zones.stream()
        .filter(text -> text.indexOf('=') < 0)
        .findFirst()
        .map(TimeText::zone)
        .orElseGet(surroundings::zone);
  }

  /**
   * How {@code paths} are read. Rules of the command line come before those of a file; what is said
   * of all files comes last.
   */
  public ReadSettings settings(Surroundings surroundings, List<Path> paths) {
    ZoneId zone = zone(surroundings);
    List<SourceRule> all = new ArrayList<>();
    try {
      single(all);
      for (Path file : files(surroundings.console(), paths)) {
        all.addAll(RuleFile.read(String.valueOf(file.getFileName()), Files.readAllLines(file)));
      }
      general(all);
    } catch (RuleException wrong) {
      throw Fault.usage(wrong.getMessage());
    } catch (IOException unreadable) {
      throw Fault.environment(
          "the rules cannot be read (%s); check the path after --rules"
              .formatted(unreadable.getMessage()),
          unreadable);
    }
    return new ReadSettings(zone, new SourceRules(all), surroundings.clock().instant());
  }

  private void single(List<SourceRule> all) {
    for (SourceRule.Key key : SourceRule.Key.values()) {
      for (String text : texts(key)) {
        int equals = text.indexOf('=');
        if (equals >= 0) {
          all.add(
              SourceRule.of(
                  key, text.substring(0, equals), text.substring(equals + 1), option(key, text)));
        }
      }
    }
  }

  private void general(List<SourceRule> all) {
    for (SourceRule.Key key : SourceRule.Key.values()) {
      texts(key).stream()
          .filter(text -> text.indexOf('=') < 0)
          .findFirst()
          .ifPresent(text -> all.add(SourceRule.of(key, ALL, text, option(key, text))));
    }
  }

  private static String option(SourceRule.Key key, String text) {
    return "--%s %s".formatted(key.word(), text);
  }

  private List<String> texts(SourceRule.Key key) {
    return switch (key) {
      case ZONE -> zones;
      case SERVICE -> services;
      case HOST -> hosts;
      case ENCODING -> encodings;
    };
  }

  private List<Path> files(Console console, List<Path> paths) {
    if (rules != null) {
      return List.of(rules);
    }
    List<Path> found =
        paths.stream()
            .filter(Files::isDirectory)
            .map(folder -> folder.resolve(RuleFile.NAME))
            .filter(Files::isRegularFile)
            .toList();
    found.forEach(file -> console.note("clew: reading with the rules of " + file));
    return found;
  }
}
