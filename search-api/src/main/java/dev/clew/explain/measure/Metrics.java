// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.measure;

import dev.clew.event.LogEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Remembers measurements and finds those that left their usual range: the robust z-score (distance
 * from the median in 1.4826 × median absolute deviations; B. Iglewicz and D. Hoaglin, "How to
 * detect and handle outliers", 1993).
 */
public final class Metrics implements Consumer<LogEvent> {
  private static final int MOST_SERIES = 5_000;
  private static final int LONGEST_SERIES = 5_000;
  private static final int ENOUGH = 5;
  private static final double OUT_OF_RANGE = 6;

  private final Map<Series, List<Point>> bySeries = new TreeMap<>(Series.ORDER);

  private record Series(String service, String metric) {
    private static final Comparator<Series> ORDER =
        Comparator.comparing(Series::service).thenComparing(Series::metric);
  }

  private record Point(double value, LogEvent event) {}

  /**
   * A metric that left its usual range.
   *
   * @param usual its median in the baseline
   * @param reached its median since it left
   * @param z how far, in robust standard deviations
   * @param event the first measurement outside that stays outside
   */
  public record Jump(
      String service, String metric, double usual, double reached, double z, LogEvent event) {}

  @Override
  public void accept(LogEvent event) {
    String metric = event.attributes().get("metric");
    String value = event.attributes().get("value");
    if (metric == null || value == null || event.service() == null) {
      return;
    }
    Series series = new Series(event.service(), metric);
    List<Point> points = bySeries.get(series);
    if (points == null && bySeries.size() < MOST_SERIES) {
      points = new ArrayList<>();
      bySeries.put(series, points);
    }
    double number = Numbers.parse(value);
    if (points != null && points.size() < LONGEST_SERIES && !Double.isNaN(number)) {
      points.add(new Point(number, event));
    }
  }

  /** The metrics here that left their range in {@code before}, the earliest first. */
  public List<Jump> jumpsFrom(Metrics before) {
    List<Jump> jumps = new ArrayList<>();
    bySeries.forEach(
        (series, points) -> {
          List<Point> usual = before.bySeries.getOrDefault(series, List.of());
          if (usual.size() >= ENOUGH) {
            jump(series, points, values(usual)).ifPresent(jumps::add);
          }
        });
    jumps.sort(
        Comparator.<Jump>comparingLong(jump -> jump.event().time().epochNanos())
            .thenComparing(Comparator.comparingDouble(Jump::z).reversed()));
    return jumps;
  }

  private static Optional<Jump> jump(Series series, List<Point> points, double[] usual) {
    double middle = Significance.median(usual);
    double deviation =
        Math.max(
            Significance.robustDeviation(usual),
            Math.max(0.05 * Math.abs(middle), range(usual) / 6));
    if (deviation == 0) {
      deviation = Math.max(1e-9, 0.05 * largest(points));
    }
    for (int i = 0; i + 1 < points.size(); i++) {
      double first = (points.get(i).value() - middle) / deviation;
      double next = (points.get(i + 1).value() - middle) / deviation;
      if (Math.abs(first) > OUT_OF_RANGE && Math.abs(next) > OUT_OF_RANGE && first * next > 0) {
        double reached = Significance.median(values(points.subList(i, points.size())));
        double z = Math.abs(reached - middle) / deviation;
        return z < OUT_OF_RANGE / 2
            ? Optional.empty()
            : Optional.of(
                new Jump(
                    series.service(), series.metric(), middle, reached, z, points.get(i).event()));
      }
    }
    return Optional.empty();
  }

  private static double[] values(List<Point> points) {
    return points.stream().mapToDouble(Point::value).toArray();
  }

  private static double range(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length * 9 / 10] - sorted[sorted.length / 10];
  }

  private static double largest(List<Point> points) {
    return points.stream().mapToDouble(point -> Math.abs(point.value())).max().orElse(0);
  }
}
