// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the repository at one commit: where a call stands, whether a log statement exists.
 * It refuses whatever the sources do not say, so no log line can claim what the code does not
 * print.
 */
public final class Sources {

  private final String name;
  private final Map<String, String> files;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> statements = new HashSet<>();

  Sources(String name, Map<String, String> files) {
    this.name = name;
    this.files = Map.copyOf(files);
  }

  Map<String, String> files() {
    return files;
  }

  public String text(String path) {
    String text = files.get(path);
    if (text == null) {
      throw new IllegalStateException("no " + path + " at " + name);
    }
    return text;
  }

  /** The one main file of a class, by its simple name, of a service or shared. */
  public String pathOf(String service, String simpleName) {
    List<String> found =
        files.keySet().stream()
            .filter(path -> path.endsWith("/" + simpleName + ".java") && path.contains("/main/"))
            .filter(path -> path.startsWith(service + "/") || path.startsWith("shared/"))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(simpleName + " at " + name + " is " + found);
    }
    return found.getFirst();
  }

  /** The full name of a class. */
  public String className(String service, String simpleName) {
    String path = pathOf(service, simpleName);
    return path.substring(path.indexOf("com/"), path.length() - ".java".length()).replace('/', '.');
  }

  /** The line, from 1, of the first place in a method that holds the text of a call. */
  int line(String path, String method, String call) {
    return lines.computeIfAbsent(path + '|' + method + '|' + call, key -> find(path, method, call));
  }

  private int find(String path, String method, String call) {
    String[] text = text(path).split("\n", -1);
    Pattern declaration = Pattern.compile("^ {2}\\w.*\\b" + Pattern.quote(method) + "\\(.*");
    boolean inside = false;
    for (int i = 0; i < text.length; i++) {
      inside |= declaration.matcher(text[i]).matches() && !text[i].endsWith(";");
      if (inside && text[i].contains(call)) {
        return i + 1;
      }
    }
    throw new IllegalStateException(path + " at " + name + " has no " + call + " in " + method);
  }

  /** The line of a Go log statement, by its message. */
  int goLine(String file, String level, String message, List<String> keys) {
    return lines.computeIfAbsent(
        file + level + message + keys, key -> findGo(file, level, message, keys));
  }

  private int findGo(String file, String level, String message, List<String> keys) {
    String[] text = text("inventory/" + file).split("\n", -1);
    String call =
        Character.toUpperCase(level.charAt(0))
            + level.substring(1).toLowerCase(java.util.Locale.ROOT);
    for (int i = 0; i < text.length; i++) {
      if (text[i].contains("og." + call + "(\"" + message + "\"")) {
        String statement = text[i];
        if (keys.stream().allMatch(key -> statement.contains("\"" + key + "\", "))) {
          return i + 1;
        }
      }
    }
    throw new IllegalStateException(file + " at " + name + " does not log " + message + keys);
  }

  /** Refuses a message that no log statement of the class prints. */
  public void requireStatement(String path, String level, String template) {
    if (!hasStatement(path, level, template)) {
      throw new IllegalStateException(path + " at " + name + " does not log " + template);
    }
  }

  /** Whether a class has a log statement with this template. */
  boolean hasStatement(String path, String level, String template) {
    if (statements.isEmpty()) {
      files.forEach(this::collectStatements);
    }
    return statements.contains(path + '|' + level + '|' + template);
  }

  private void collectStatements(String path, String text) {
    Matcher matcher =
        Pattern.compile("log\\s*\\.(info|warn|error)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"")
            .matcher(text);
    while (matcher.find()) {
      String level = matcher.group(1).toUpperCase(java.util.Locale.ROOT);
      statements.add(path + '|' + level + '|' + matcher.group(2));
    }
  }
}
