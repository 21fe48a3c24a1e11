// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.symptom;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a failure or a setting is about. A symptom rarely uses the word that the code uses; both are
 * about the same topic.
 */
public enum Topic {
  TIME_LIMIT(
      "time limits", "timeout timeouts timed deadline exceeded ttl waited elapsed overdue wait"),
  POOL(
      "pools and connections",
      "pool pools conn conns connection connections exhausted exhaustion acquire saturated saturation idle borrow hikari lease max"),
  MEMORY(
      "memory",
      "memory heap oom outofmemory outofmemoryerror buffer buffers gc overhead rss evicted eviction"),
  RATE(
      "rates and limits",
      "rate ratelimit limit limits throttle throttled throttling quota burst exceeded"),
  RETRY("retries", "retry retries attempt attempts backoff resend redelivery"),
  NULL(
      "missing values",
      "nil null npe nullpointer nullpointerexception nonetype undefined dereference nullreferenceexception optional panic segfault sigsegv"),
  IDENTITY(
      "identity and tokens",
      "token tokens jwt auth unauthorized unauthenticated forbidden expired expiry leeway skew audience issuer signature claims credential credentials login session sessions"),
  TRANSPORT_SECURITY(
      "transport security",
      "tls ssl certificate cert certificates handshake pkix truststore keystore cipher"),
  DATABASE(
      "the database",
      "sql query queries database db deadlock lock locks transaction transactions constraint index column table schema migration jdbc postgres mysql"),
  CACHE(
      "caching",
      "cache caches cached eviction hit miss stale ttl redis memcached invalidate invalidation"),
  FORMAT(
      "formats and parsing",
      "parse parsing parser deserialize deserialization serialize serialization unmarshal marshal json decode encode malformed schema invalid unexpected format"),
  LATENCY("latency", "slow latency duration response elapsed delay blocked stall"),
  QUEUE("queues", "queue queues backlog lag consumer offset partition rebalance broker topic"),
  THREADS(
      "threads",
      "thread threads executor worker workers rejected concurrency concurrent parallel semaphore"),
  FEATURE("features", "feature flag flags toggle rollout experiment");

  private static final Pattern WORD = Pattern.compile("[^a-zA-Z]++");

  private final String title;
  private final String words;

  Topic(String title, String words) {
    this.title = title;
    this.words = " " + words + " ";
  }

  /** The topic as a sentence names it. */
  public String title() {
    return title;
  }

  /** The topics of a text or an identifier. */
  public static Set<Topic> of(String text) {
    Set<String> words = split(text);
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (Topic topic : values()) {
      if (words.stream().anyMatch(word -> topic.words.contains(" " + word + " "))) {
        topics.add(topic);
      }
    }
    return topics;
  }

  /** The topics that two texts share. */
  public static Set<Topic> shared(Set<Topic> one, Set<Topic> other) {
    Set<Topic> both = EnumSet.noneOf(Topic.class);
    both.addAll(one);
    both.retainAll(other);
    return both;
  }

  private static Set<String> split(String text) {
    // read_timeout, readTimeout and READ_TIMEOUT are the same two words; so is timeout inside
    String spaced = text.replaceAll("([a-z])([A-Z])", "$1 $2");
    return List.of(spaced, text).stream()
        .flatMap(part -> Arrays.stream(WORD.split(part)))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
