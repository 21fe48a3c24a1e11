// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.clue;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.FlagChange;
import dev.clew.code.CodeLexer;
import dev.clew.suspect.edit.Quantities;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.scene.Candidate;
import dev.clew.suspect.scene.Scene;
import dev.clew.suspect.scene.Words;
import dev.clew.suspect.symptom.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The setting's name or value has to do with the symptom. */
final class SettingClue implements Clue {
  private static final double NUMBER = 0.3;
  private static final double WORD = 0.12;
  private static final double MOST_WORDS = 0.3;
  private static final double TOPIC = 0.08;

  @Override
  public List<Evidence> weigh(Candidate candidate, Scene scene) {
    if (!(candidate instanceof Candidate.OfChange of)) {
      return List.of();
    }
    List<Evidence> found = new ArrayList<>();
    Change change = of.change();
    if (change instanceof ConfigChange config) {
      String name = config.key() + " " + (config.resource() == null ? "" : config.resource());
      value(config, name, scene).ifPresent(found::add);
      number(config, scene).ifPresent(found::add);
      words(name, scene).ifPresent(found::add);
    } else if (change instanceof FlagChange flag) {
      words(flag.flag(), scene).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Evidence> value(ConfigChange config, String name, Scene scene) {
    Set<Topic> shared = Topic.shared(Topic.of(name), scene.topics());
    List<Double> before = numbers(config.oldValue());
    List<Double> after = numbers(config.newValue());
    if (before.isEmpty()
        || (config.newValue() != null && after.isEmpty())
        || before.equals(after)) {
      return shared.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Evidence.of(
                  TOPIC,
                  "is about %s, as the failure is".formatted(shared.iterator().next().title())));
    }
    Tightening tightening = Tightening.of(name, before.get(0), after.stream().findFirst());
    double weight = tightening.weight(!shared.isEmpty());
    String about =
        shared.isEmpty()
            ? ""
            : "; the failure is about " + shared.iterator().next().title() + " as well";
    return Optional.of(Evidence.of(weight, tightening.words() + ": " + config.key() + about));
  }

  private static Optional<Evidence> number(ConfigChange config, Scene scene) {
    Set<String> shared =
        new LinkedHashSet<>(
            config.newValue() == null ? Set.of() : Quantities.inText(config.newValue()));
    shared.retainAll(scene.numbers());
    return shared.stream()
        .findFirst()
        .map(
            number ->
                Evidence.of(NUMBER, "sets %s, a number that the failure names".formatted(number)));
  }

  private static Optional<Evidence> words(String name, Scene scene) {
    Set<String> shared = new LinkedHashSet<>(Words.of(name));
    shared.removeAll(scene.names().words());
    shared.retainAll(Words.of(scene.symptom().text()));
    return shared.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Evidence.of(
                Math.min(MOST_WORDS, WORD * shared.size()),
                "speaks of what failed: " + String.join(", ", shared)));
  }

  private static List<Double> numbers(@Nullable String value) {
    return value == null
        ? List.of()
        : Quantities.values(CodeLexer.tokensOfLine("value.properties", value));
  }
}
