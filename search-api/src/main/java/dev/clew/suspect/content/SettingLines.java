// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import dev.clew.change.SettingLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings in properties, YAML, JSON, TOML, INI, environment files and manifests of Kubernetes. A
 * name below others is told with as much of its path as the diff shows.
 */
final class SettingLines implements LineReader {
  private static final int DEEPEST = 20;
  private static final Pattern SWITCH =
      Pattern.compile("(?i)(?:^|[._/-])(?:features?|flags?|toggles?|ff|experiments?)(?:[._/-]|$)");
  private static final Pattern FLAG_FILE = Pattern.compile("(?i)(?:feature|flag|toggle)");
  private static final Pattern IMAGE =
      Pattern.compile("([\\w./:-]{1,200}?)(?::([\\w.-]{1,100}))?(?:@sha256:[0-9a-f]{1,64})?");
  private static final Pattern FROM = Pattern.compile("(?i)^FROM (\\S{1,200})(?: AS \\S+)?$");

  private final String fileName;
  private final boolean nested;
  private SettingLine.Section section = new SettingLine.Section();
  private final Deque<Level> path = new ArrayDeque<>();
  private String lastName = "";

  /** A name that others stand below. */
  private record Level(int indent, String key) {}

  SettingLines(String fileName) {
    this.fileName = fileName;
    String lower = fileName.toLowerCase(Locale.ROOT);
    this.nested = lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }

  @Override
  public Optional<Item> read(String line) {
    Matcher from = FROM.matcher(line.strip());
    if (fileName.toLowerCase(Locale.ROOT).startsWith("dockerfile") && from.matches()) {
      return image(from.group(1));
    }
    SettingLine setting = section.read(line);
    String key = setting.key();
    if (key == null) {
      return Optional.empty();
    }
    if (!nested) {
      return item(key, setting.value());
    }
    int indent = indent(line);
    while (!path.isEmpty() && path.peekLast().indent() >= indent) {
      path.removeLast();
    }
    String value =
        setting.value().equals("{") || setting.value().equals("[") ? "" : setting.value();
    if (value.isEmpty() && path.size() < DEEPEST) {
      path.addLast(new Level(indent, key));
      return Optional.empty();
    }
    if (key.equals("name")) {
      lastName = value;
    }
    if (key.equals("image")) {
      return image(value);
    }
    // a variable of a container: its name stands in the line before
    boolean named = key.equals("value") && !lastName.isEmpty();
    return item(named ? lastName : full(key), value);
  }

  @Override
  public void skip() {
    path.clear();
    lastName = "";
  }

  private String full(String key) {
    StringBuilder name = new StringBuilder();
    path.forEach(level -> name.append(level.key()).append('.'));
    return name.append(key).toString();
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length()
        && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || isDash(line, at))) {
      at++;
    }
    return at;
  }

  /** The dash of a list stands for a space: what follows it is as deep as the lines below. */
  private static boolean isDash(String line, int at) {
    return line.charAt(at) == '-' && at + 1 < line.length() && line.charAt(at + 1) == ' ';
  }

  private Optional<Item> item(String name, String value) {
    boolean flag = SWITCH.matcher(name).find() || FLAG_FILE.matcher(fileName).find();
    return Optional.of(
        new Item(flag ? Content.Kind.FLAG : Content.Kind.SETTING, name, comment(value), ""));
  }

  /** Without the remark after it. */
  private static String comment(String value) {
    int at = value.indexOf(" #");
    return (at < 0 ? value : value.substring(0, at)).strip();
  }

  private static Optional<Item> image(String value) {
    Matcher matcher = IMAGE.matcher(value);
    return matcher.matches()
        ? Optional.of(
            Item.dependency(
                "image " + matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)))
        : Optional.empty();
  }
}
