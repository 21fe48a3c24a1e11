// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.contrast.ComparedSet;
import dev.clew.contrast.Differences;
import dev.clew.contrast.Differences.Alike;
import dev.clew.contrast.Explained;
import dev.clew.contrast.Finding;
import dev.clew.contrast.LeftOut;
import dev.clew.contrast.Sentences;
import dev.clew.contrast.member.Trait;
import dev.clew.event.EventTime;
import dev.clew.event.Pattern;
import dev.clew.http.json.RangeJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sets two sets of events, or of requests, apart.
 *
 * @param verdict {@code different}, {@code no_difference} or {@code not_enough_data}
 * @param sentence the verdict in words
 * @param times true when rates of two times are compared, false when shares of two sets
 * @param ratio how many here stand for one there when nothing differs
 * @param by the field whose values are the requests; empty when events are compared
 * @param groups the largest effect first
 * @param more groups that are not listed
 * @param tests how many comparisons were made
 * @param alike fields and numbers that were compared and do not differ
 * @param explained which findings account for what there is more of; not there unless asked for
 * @param notes what was cut or estimated
 * @param complete false when time was up or a part of what is stored could not be read
 * @param reason why it is not complete
 */
public record DifferencesJson(
    SetJson here,
    SetJson there,
    String verdict,
    String sentence,
    boolean times,
    double ratio,
    String by,
    List<GroupJson> groups,
    int more,
    int tests,
    List<LeftOut> leftOut,
    List<AlikeJson> alike,
    @JsonInclude(Include.NON_NULL) @Nullable ExplainedJson explained,
    List<String> notes,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /**
   * One of the two sets.
   *
   * @param members events or requests in it, of which {@code read} were read one by one
   */
  public record SetJson(String query, RangeJson range, long members, long read, double perMinute) {
    static SetJson of(ComparedSet set) {
      return new SetJson(
          set.selection().query().toString(),
          RangeJson.of(set.selection().range()),
          set.members(),
          set.read(),
          rounded(set.members() / set.minutes()));
    }
  }

  /** Findings about nearly the same members: the one that says most, and the others. */
  public record GroupJson(FindingJson leading, List<FindingJson> together) {}

  /** A pattern, as everywhere. */
  public record PatternJson(String id, String template) {
    static PatternJson of(Pattern pattern) {
      return new PatternJson(pattern.id(), pattern.template());
    }
  }

  /** The counts behind a finding, and its ratio at the scale of the sets. */
  public record CountsJson(long here, long allHere, long there, long allThere, double ratio) {}

  /** The numbers behind a shift, in nanoseconds, bytes, percent or as they are. */
  public record NumbersJson(
      String dimension, Finding.Numbers here, Finding.Numbers there, double dominance) {}

  /** A message, or a host, that fell silent. */
  public record SilenceJson(
      String field, String host, double perMinute, double expected, Instant since, long others) {}

  /**
   * A finding.
   *
   * @param kind {@code field}, {@code pattern}, {@code variable}, {@code repeated}, {@code shift}
   *     or {@code silence}
   * @param change {@code new}, {@code gone}, {@code more} or {@code less}
   * @param query finds the events that have it
   * @param sampled true when it is about the members that were read
   */
  @JsonInclude(Include.NON_NULL)
  public record FindingJson(
      String kind,
      String sentence,
      @Nullable String change,
      String field,
      @Nullable String value,
      @Nullable PatternJson pattern,
      @Nullable CountsJson counts,
      @Nullable NumbersJson numbers,
      @Nullable SilenceJson silence,
      double effect,
      double p,
      double q,
      boolean sampled,
      @Nullable String query) {}

  /** A field or number that does not differ; {@code p} is the least of its {@code tests}. */
  public record AlikeJson(String name, String kind, int tests, double p) {
    static AlikeJson of(Alike alike) {
      return new AlikeJson(alike.name(), alike.kind(), alike.tests(), alike.p());
    }
  }

  /**
   * What the first few findings account for.
   *
   * @param extra how many events more there are here, at the width of here; 0 or less: no more
   * @param share of them that all the things together account for, 0 to 1
   */
  public record ExplainedJson(double extra, double share, List<ThingJson> things) {
    static ExplainedJson of(Explained explained, Sentences sentences) {
      double sum = explained.things().stream().mapToDouble(Explained.Thing::extra).sum();
      return new ExplainedJson(
          rounded(explained.extra()),
          explained.extra() <= 0 ? 0 : rounded(Math.min(1, sum / explained.extra())),
          explained.things().stream()
              .map(
                  thing ->
                      new ThingJson(
                          finding(thing.finding(), sentences),
                          thing.beside().stream().map(each -> finding(each, sentences)).toList(),
                          thing.query().toString(),
                          thing.here(),
                          thing.there(),
                          rounded(thing.extra())))
              .toList());
    }
  }

  /**
   * A finding, others about nearly the same events, and the events it adds to those before.
   *
   * @param query finds its events, of all loggers where several print the statement
   * @param here how many events of here that is
   * @param there how many of there
   */
  public record ThingJson(
      FindingJson finding,
      List<FindingJson> together,
      String query,
      long here,
      long there,
      double extra) {}

  /** {@code found} as an answer. */
  public static DifferencesJson of(
      Differences found, Optional<Explained> explained, @Nullable String reason, long tookMs) {
    Sentences sentences = new Sentences(found);
    return new DifferencesJson(
        SetJson.of(found.here()),
        SetJson.of(found.there()),
        found.verdict().name().toLowerCase(Locale.ROOT),
        sentences.verdict(),
        found.times(),
        rounded(found.ratio()),
        found.by(),
        found.groups().stream()
            .map(
                group ->
                    new GroupJson(
                        finding(group.leading(), sentences),
                        group.together().stream().map(each -> finding(each, sentences)).toList()))
            .toList(),
        found.more(),
        found.tests(),
        found.leftOut(),
        found.alike().stream().map(AlikeJson::of).toList(),
        explained.map(each -> ExplainedJson.of(each, sentences)).orElse(null),
        found.notes(),
        found.complete() && reason == null,
        reason,
        tookMs);
  }

  private static FindingJson finding(Finding finding, Sentences sentences) {
    String sentence = sentences.of(finding);
    return switch (finding) {
      case Finding.Having having -> having(having, sentence);
      case Finding.Shift shift ->
          of(
              finding,
              "shift",
              sentence,
              shift.name(),
              shift.pattern(),
              new NumbersJson(
                  shift.dimension().name().toLowerCase(Locale.ROOT),
                  shift.here(),
                  shift.there(),
                  rounded(shift.dominance())),
              null);
      case Finding.Silence silence ->
          of(
              finding,
              "silence",
              sentence,
              silence.field(),
              silence.pattern(),
              null,
              new SilenceJson(
                  silence.field(),
                  silence.host(),
                  rounded(silence.perMinute()),
                  rounded(silence.expected()),
                  EventTime.instant(silence.last()),
                  silence.others()));
    };
  }

  private static FindingJson having(Finding.Having having, String sentence) {
    Trait trait = having.trait();
    String kind =
        switch (trait) {
          case Trait.FieldValue value -> "field";
          case Trait.OfPattern pattern -> "pattern";
          case Trait.VariableValue variable -> "variable";
          case Trait.Repeated repeated -> "repeated";
        };
    Optional<Pattern> pattern =
        switch (trait) {
          case Trait.FieldValue value -> Optional.empty();
          case Trait.OfPattern of -> Optional.of(of.pattern());
          case Trait.VariableValue of -> Optional.of(of.variable().pattern());
          case Trait.Repeated of -> Optional.of(of.pattern());
        };
    return new FindingJson(
        kind,
        sentence,
        having.change().name().toLowerCase(Locale.ROOT),
        trait.field(),
        trait.value(),
        pattern.map(PatternJson::of).orElse(null),
        new CountsJson(
            having.shares().here(),
            having.shares().allHere(),
            having.shares().there(),
            having.shares().allThere(),
            rounded(having.ratio())),
        null,
        null,
        rounded(having.measure().effect()),
        having.measure().p(),
        having.measure().q(),
        having.measure().sampled(),
        trait.query().map(Object::toString).orElse(null));
  }

  private static FindingJson of(
      Finding finding,
      String kind,
      String sentence,
      String field,
      Optional<Pattern> pattern,
      @Nullable NumbersJson numbers,
      @Nullable SilenceJson silence) {
    return new FindingJson(
        kind,
        sentence,
        null,
        field,
        null,
        pattern.map(PatternJson::of).orElse(null),
        null,
        numbers,
        silence,
        rounded(finding.measure().effect()),
        finding.measure().p(),
        finding.measure().q(),
        finding.measure().sampled(),
        null);
  }

  /** To four digits after the point. */
  private static double rounded(double number) {
    return Math.round(number * 1e4) / 1e4;
  }
}
