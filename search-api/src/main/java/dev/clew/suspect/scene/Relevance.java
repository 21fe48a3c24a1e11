// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.scene;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the words of a commit have to do with the words of the symptom: Okapi BM25 (Robertson
 * and Zaragoza, 2009) over all candidates, so that words that every commit uses do not count.
 */
public final class Relevance {
  private static final double K1 = 1.2;
  private static final double B = 0.6;

  private final Map<String, Map<String, Double>> documents = new LinkedHashMap<>();
  private final Map<String, Integer> frequency = new HashMap<>();
  private final Map<String, Double> question = new HashMap<>();
  private final Map<String, String> spelling = new HashMap<>();
  private double averageLength;
  private double best;

  /** Adds the words of a text to what is asked for, apart from the stems in {@code except}. */
  void ask(String text, double weight, Set<String> except) {
    Words.spelled(text)
        .forEach(
            (stem, word) -> {
              if (!except.contains(stem)) {
                question.merge(stem, weight, Math::max);
                spelling.putIfAbsent(stem, word);
              }
            });
  }

  /** Adds a document: words and how often each counts. */
  void add(String id, Map<String, Double> words) {
    documents.put(id, words);
    words.keySet().forEach(word -> frequency.merge(word, 1, Integer::sum));
  }

  /** To be called when all is added. */
  void finish() {
    averageLength = documents.values().stream().mapToDouble(Relevance::length).average().orElse(1);
    best = documents.keySet().stream().mapToDouble(this::score).max().orElse(0);
  }

  /** 0 to 1: relative to the best document. */
  public double share(String id) {
    return best <= 0 ? 0 : score(id) / best;
  }

  /** The shared words as the symptom spells them, most telling first. */
  public List<String> sharedWords(String id) {
    Map<String, Double> words = documents.getOrDefault(id, Map.of());
    return question.keySet().stream()
        .filter(words::containsKey)
        .sorted(
            Comparator.comparingDouble((String word) -> -rarity(word) * question.get(word))
                .thenComparing(word -> word))
        .map(word -> spelling.getOrDefault(word, word))
        .toList();
  }

  private double score(String id) {
    Map<String, Double> words = documents.getOrDefault(id, Map.of());
    double norm = K1 * (1 - B + B * length(words) / averageLength);
    double sum = 0;
    for (Map.Entry<String, Double> asked : question.entrySet()) {
      double count = words.getOrDefault(asked.getKey(), 0.0);
      if (count > 0) {
        sum += asked.getValue() * rarity(asked.getKey()) * count * (K1 + 1) / (count + norm);
      }
    }
    return sum;
  }

  private double rarity(String word) {
    double n = frequency.getOrDefault(word, 0);
    return Math.log(1 + (documents.size() - n + 0.5) / (n + 0.5));
  }

  private static double length(Map<String, Double> words) {
    return words.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
