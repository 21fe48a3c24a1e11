// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The workbench's pages, as the web module's jar holds them on the class path. A name is looked up
 * only when every part of it is plain, so that nothing outside the folder can be named.
 */
final class WorkbenchFiles {
  /** First parts of the addresses of views inside the one page: all are answered with it. */
  private static final Set<String> VIEWS = Set.of("i", "t", "p", "c", "e", "x", "n", "s");

  private static final String FOLDER = "META-INF/resources/clew/";
  private static final String PAGE = "index.html";
  private static final int LONGEST_NAME = 200;

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final ClassLoader loader;

  WorkbenchFiles(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * A file to send.
   *
   * @param caching the value of Cache-Control
   */
  record Served(byte[] bytes, String mediaType, String caching) {}

  /** What stands at a path of the server; empty when nothing does. */
  Optional<Served> find(String path) {
    String name = isView(path) ? PAGE : path.substring(1);
    return mediaType(name)
        .filter(type -> isPlain(name))
        .flatMap(type -> read(name).map(bytes -> new Served(bytes, type, caching(name))));
  }

  /** True for the address of a view: {@code /t}, or {@code /n/INC-1} with the name of one thing. */
  static boolean isView(String path) {
    if (path.equals("/")) {
      return true;
    }
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path.substring(1) : path.substring(1, end);
    return VIEWS.contains(first) && (end < 0 || path.indexOf('/', end + 1) < 0);
  }

  /** True when the pages are there at all. */
  boolean present() {
    return loader.getResource(FOLDER + PAGE) != null;
  }

  private Optional<byte[]> read(String name) {
    try (InputStream file = loader.getResourceAsStream(FOLDER + name)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name + " of the workbench", broken);
    }
  }

  /** The build puts a digest into the name of everything under assets. */
  private static String caching(String name) {
    return name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  }

  private static Optional<String> mediaType(String name) {
    return Optional.ofNullable(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
  }

  /** Letters, digits, {@code - _ .} and single slashes, no part starting with a dot. */
  private static boolean isPlain(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    char before = '/';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean word =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_';
      boolean joint = (c == '.' || c == '/') && before != '/' && before != '.';
      if (!word && !joint) {
        return false;
      }
      before = c;
    }
    return before != '/';
  }
}
