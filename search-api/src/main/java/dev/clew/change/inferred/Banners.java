// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What programs say when they begin to run: the words of common servers and frameworks, and the
 * general form in which a program names itself. What a part of a program says of itself (a pool, a
 * task, a worker) is none.
 */
final class Banners {
  /** A banner is at the start of a message. */
  private static final int LOOKED_AT = 400;

  private static final String VERSION = "v?(?<version>\\d[\\w.+-]{0,60})";
  private static final String PLACE =
      "(?:https?://\\S|port \\d|:?\\d{2,5}\\b|[\\w.*\\[\\]:-]{0,80}:\\d{2,5}\\b|\\S{1,80} port \\d)";

  /** What may follow: no object, as a thing that is started by the program has. */
  private static final String TAIL =
      "(?:[.! ]*$|[.!,]? (?:on|at|in|to serve|with|and|listening|successfully|\\().{0,80}$)";

  /** A pattern without any of these words is looked at no further. */
  private static final Set<String> WORDS =
      Set.of(
          "apache",
          "boot",
          "booted",
          "booting",
          "launching",
          "linux",
          "listening",
          "nginx",
          "powered",
          "ready",
          "running",
          "serve",
          "start",
          "started",
          "starting",
          "startup",
          "stopping",
          "shutting",
          "traefik",
          "uvicorn",
          "version",
          "waiting");

  private static final List<Pattern> KNOWN =
      List.of(
          // Java
          known(
              "^Starting \\S{1,100} (?:"
                  + VERSION
                  + " )?(?:on \\S+ )?(?:using Java \\S+ )?(?:on \\S+ )?with PID \\d"),
          known("^Started [A-Z]\\w{1,80} in [\\d.,]+ ?(?:s|ms|seconds)\\b"),
          known("\\b(?:Tomcat|Netty|Undertow|Jetty) started on port"),
          known("\\bServer startup in \\[?\\d"),
          known("^\\S{1,80} " + VERSION + " on JVM \\(powered by Quarkus"),
          known("\\b(?:WildFly|JBoss EAP)\\b.{1,80} started in \\d"),
          known("^Started (?:@\\d+ms|(?:oejs\\.)?Server@)"),
          known("^\\[Kafka(?:Raft)?Server (?:id|nodeId)=\\d+\\] started"),
          known("^version\\[(?<version>[^\\]]{1,60})\\], pid\\[\\d"),
          known("\\bSTARTUP_MSG: Starting \\w"),
          known("^Startup complete\\b"),
          // Python, Ruby
          known("\\bStarting gunicorn \\d"),
          known("^Started server process \\[\\d+\\]"),
          known("^Application startup complete\\."),
          known("^(?:Uvicorn|\\s*\\*) ?[Rr]unning on " + PLACE),
          known("\\bStarting development server at "),
          known("\\bcelery@\\S+ ready\\."),
          known("^(?:\\* )?Puma starting in "),
          known("^=> Booting \\w"),
          known("\\bRails \\S+ application starting in "),
          known("^Starting processing, hit Ctrl-C to stop"),
          // .NET, Node, Go and what listens
          known("^Now listening on: "),
          known("^Application started\\. Press Ctrl\\+C"),
          known("^(?:[\\w.-]{1,40} ){0,3}(?:[Ll]istening|running) (?:on|at):? " + PLACE),
          // servers
          known("^nginx/" + VERSION + "$"),
          known("\\bApache/" + VERSION + ".{0,120} configured -- resuming normal operations"),
          known("^starting PostgreSQL " + VERSION),
          known("^database system is ready to accept connections"),
          known("\\((?:mysqld|mariadbd) " + VERSION + "\\) starting as process \\d"),
          known("\\b(?:mysqld|mariadbd?)(?:\\.exe)?: ready for connections"),
          known("\\bRedis is starting\\b"),
          known("\\bRedis version=" + VERSION + ",.{0,120} just started"),
          known("^(?:\\* )?Ready to accept connections\\b"),
          known("^MongoDB starting\\b"),
          known("^Starting RabbitMQ " + VERSION),
          known("^Server startup complete\\b"),
          known("\\bApache CouchDB has started\\b"),
          known("^Starting Prometheus Server\\b"),
          known("^Server is ready to receive web requests"),
          known("\\bready to serve client requests$"),
          known("^Consul agent running\\b"),
          known("^Traefik version " + VERSION + " built on"),
          known("^Proxy \\S+ started\\.$"),
          known("^Linux version " + VERSION),
          known("\\bsoftware=\"rsyslogd\" swVersion=\"(?<version>[^\"]{1,40})\".{0,120}\\] start$"),
          known("^syslogd " + VERSION + ": restart"),
          // in general
          known(
              "^(?:[Aa]pplication|[Ss]erver|[Ss]ervice|[Aa]pp)(?: has| is)?(?: now)? (?:started|up|running|ready)"
                  + TAIL),
          known("^[Ss]tarting (?:up )?(?:the )?(?:application|server|service)[.! ]*$"));

  private static final Pattern ITSELF =
      Pattern.compile(
          "^(?:[Ss]tarting|[Bb]ooting|[Ll]aunching)(?: up)?,? (?<name>[\\w.-]{1,80})(?: (?:version )?"
              + VERSION
              + ")?(?:$|[ ,.(!\\[].{0,120}$)");
  private static final Pattern OF_ITSELF =
      Pattern.compile(
          "^(?<name>[\\w.-]{1,80})(?: (?:version )?"
              + VERSION
              + ")? (?:is )?(?:started|starting|ready|up)"
              + TAIL);
  private static final Pattern STOPS =
      Pattern.compile("^(?:Stopping|Shutting down) (?<name>[\\w.-]{1,80}) " + VERSION + "\\b");

  private static final Pattern UNIT =
      Pattern.compile(
          "^Started (?:\\S.{0,200} )?\\(?([\\w.-]{1,80})(?:@[\\w.:-]{1,80})?\\.service\\b");

  private Banners() {}

  /**
   * What a banner says.
   *
   * @param version of the program itself; null when it names none
   */
  record Said(@Nullable String version) {}

  private static Pattern known(String regex) {
    return Pattern.compile(regex);
  }

  /** Words of which every banner has one. */
  static Set<String> words() {
    return WORDS;
  }

  /** True when a message of this pattern may be a banner or say which version ends. */
  static boolean mayBe(String template) {
    for (String word : head(template).toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      if (WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** What {@code text} says when it tells that {@code service} begins to run. */
  static Optional<Said> starts(String text, String service) {
    String head = head(text);
    for (Pattern pattern : KNOWN) {
      Matcher matcher = pattern.matcher(head);
      if (matcher.find()) {
        return Optional.of(new Said(version(matcher)));
      }
    }
    return own(ITSELF, head, service).or(() -> own(OF_ITSELF, head, service));
  }

  /** The unit that {@code service}, when it is a service manager, says it started. */
  static Optional<String> unit(String text, String service) {
    Matcher matcher = UNIT.matcher(head(text));
    return service.equals("systemd") && matcher.find()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** The version that ends, when {@code text} tells that {@code service} stops. */
  static Optional<String> stops(String text, String service) {
    return own(STOPS, head(text), service).map(Said::version);
  }

  private static Optional<Said> own(Pattern pattern, String head, String service) {
    Matcher matcher = pattern.matcher(head);
    return matcher.find() && Names.isSame(matcher.group("name"), service)
        ? Optional.of(new Said(version(matcher)))
        : Optional.empty();
  }

  private static @Nullable String version(Matcher matcher) {
    String version = matcher.namedGroups().containsKey("version") ? matcher.group("version") : null;
    return version == null ? null : version.replaceAll("[.,-]+$", "");
  }

  /** The part of a message that is looked at, from its first letter on, on one line. */
  static String head(String text) {
    String line =
        text.lines().map(String::strip).filter(one -> !one.isEmpty()).findFirst().orElse("");
    return line.substring(0, Math.min(LOOKED_AT, line.length()));
  }
}
