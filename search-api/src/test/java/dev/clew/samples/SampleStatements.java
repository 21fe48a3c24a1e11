// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import dev.clew.samples.SampleEvents.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log statement that printed an event, at the commit that was deployed: the truth to measure
 * against. It looks only where the event itself says it was logged (its class, module or calling
 * line), or, of Node services, which say nothing of it, for the one statement with this text.
 */
public final class SampleStatements {

  private static final Pattern JAVA =
      Pattern.compile("\\blog\\s*\\.(info|warn|error)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern PYTHON =
      Pattern.compile("\\blog\\.(info|warning|exception)\\(\\s*\"([^\"]*+)\"");
  private static final Pattern NODE =
      Pattern.compile("\\blog\\.(info|warn|error)\\(\\{[^\n]*}, \"([^\"]*+)\"\\)");
  private static final Map<String, String> LEVELS = Map.of("WARNING", "WARN", "EXCEPTION", "ERROR");

  private final DeployedSources sources;
  private final Map<String, List<Template>> known = new HashMap<>();

  /** For the repository and deploys of one scenario. */
  public SampleStatements(DeployedSources sources) {
    this.sources = sources;
  }

  /**
   * Where a statement stands.
   *
   * @param commit full id of the commit that ran
   * @param path path in the repository
   * @param line line of its call, from 1
   */
  public record Printed(String commit, String path, int line) {}

  private record Template(String path, int line, String level, Pattern pattern, int literals) {}

  /** The statement that printed the event; empty for what libraries print. */
  public Optional<Printed> of(Said said) {
    String commit = sources.commitAt(said.service(), said.time());
    if (said.place().contains(".go:")) {
      String[] place = said.place().split(":");
      String path = said.service() + "/" + place[0];
      return Optional.of(new Printed(commit, path, Integer.parseInt(place[1])));
    }
    return known
        .computeIfAbsent(
            commit + said.service() + said.place(),
            key -> templates(sources.at(said.service(), said.time()), said))
        .stream()
        .filter(template -> template.level().equals(said.level()))
        .filter(template -> template.pattern().matcher(said.message()).matches())
        .max(Comparator.comparingInt(Template::literals))
        .map(template -> new Printed(commit, template.path(), template.line()));
  }

  private static List<Template> templates(Map<String, List<String>> files, Said said) {
    List<Template> found = new ArrayList<>();
    files.forEach(
        (path, lines) -> {
          if (isOf(path, said)) {
            collect(path, String.join("\n", lines), found);
          }
        });
    return found;
  }

  private static boolean isOf(String path, Said said) {
    String place = said.place().replace('.', '/');
    if (place.isEmpty()) {
      return path.startsWith(said.service() + "/src/") && path.endsWith(".ts");
    }
    if (place.equals("__main__")) {
      return path.startsWith(said.service() + "/") && path.endsWith("/main.py");
    }
    return path.endsWith("src/main/java/" + place + ".java")
        || path.equals(said.service() + "/" + place + ".py");
  }

  private static void collect(String path, String text, List<Template> found) {
    Pattern statement = path.endsWith(".java") ? JAVA : path.endsWith(".py") ? PYTHON : NODE;
    Matcher matcher = statement.matcher(text);
    while (matcher.find()) {
      String level = matcher.group(1).toUpperCase(java.util.Locale.ROOT);
      String template = matcher.group(2);
      StringBuilder pattern = new StringBuilder();
      int literals = 0;
      for (String part : template.split("\\{}|%[sd]", -1)) {
        pattern.append(pattern.isEmpty() ? "" : "(.+)").append(Pattern.quote(part));
        literals += part.length();
      }
      int line =
          1 + (int) text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
      found.add(
          new Template(
              path,
              line,
              LEVELS.getOrDefault(level, level),
              Pattern.compile(pattern.toString()),
              literals));
    }
  }
}
