// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What one side measured, over all rounds: the objects in the files {@code SIDE-*.json} (one object
 * a file) and {@code SIDE-*.jsonl} (one a line) of a folder.
 */
final class Results {
  private final List<Map<String, String>> objects;

  private Results(List<Map<String, String>> objects) {
    this.objects = objects;
  }

  /** The results of {@code side}; none when it was not run. */
  static Results of(Path folder, String side) throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(side + "-") && name.endsWith(".jsonl")) {
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("{"))
              .map(FlatJson::read)
              .forEach(objects::add);
        } else if (name.startsWith(side + "-") && name.endsWith(".json")) {
          String text = Files.readString(file);
          if (text.startsWith("{")) {
            objects.add(FlatJson.read(text));
          }
        }
      }
    }
    return new Results(objects);
  }

  /** The values of {@code name} in the objects. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    objects.forEach(object -> names.add(object.getOrDefault("name", "")));
    return names;
  }

  /** The smallest of all rounds of the number at {@code path}; NaN when there is none. */
  double min(String path) {
    return smallest(objects.stream().map(object -> object.get(path)));
  }

  /** The same of those objects that have that name. */
  double min(String name, String path) {
    return smallest(named(name).map(object -> object.get(path)));
  }

  /** The median of all rounds of the number at {@code path}; NaN when there is none. */
  double median(String path) {
    return middle(objects.stream().map(object -> object.get(path)));
  }

  /** The same of those objects that have that name. */
  double median(String name, String path) {
    return middle(named(name).map(object -> object.get(path)));
  }

  private Stream<Map<String, String>> named(String name) {
    return objects.stream().filter(object -> name.equals(object.get("name")));
  }

  private static double smallest(Stream<String> values) {
    DoubleSummaryStatistics all = numbers(values).summaryStatistics();
    return all.getCount() == 0 ? Double.NaN : all.getMin();
  }

  private static double middle(Stream<String> values) {
    double[] sorted = numbers(values).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
  }

  /** Negative numbers say that the peer failed. */
  private static DoubleStream numbers(Stream<String> values) {
    return values
        .filter(Objects::nonNull)
        .mapToDouble(Double::parseDouble)
        .filter(value -> value >= 0);
  }
}
