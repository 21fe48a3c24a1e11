// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import dev.clew.code.PathIndex;
import dev.clew.event.StackFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source map of generated JavaScript: beside the file in the repository, named or
 * contained in its last lines, or in a folder of maps. A map is never fetched from an address.
 */
final class SourceMaps {
  private static final Set<String> SCRIPTS = Set.of("js", "mjs", "cjs", "jsx");
  private static final String NAMED = "sourceMappingURL=";
  private static final int LAST_LINES = 5;
  private static final int MAX_FILES = 20_000;
  private static final int MAX_DEPTH = 12;

  private final GitRepository repository;
  private final @Nullable Path folder;
  private @Nullable List<Path> maps;

  SourceMaps(GitRepository repository, @Nullable Path folder) {
    this.repository = repository;
    this.folder = folder;
  }

  /**
   * A map and what its sources are relative to.
   *
   * @param base folder in the repository, ending in a slash; empty for the root
   */
  private record Placed(SourceMap map, String base) {}

  /**
   * The place of the frame in the source its file was made of; empty when no map tells.
   *
   * @param generated the frame's file in the repository; null when the repository does not hold it
   */
  Optional<StackFrame> original(StackFrame frame, @Nullable String generated, String at) {
    if (frame.file() == null || frame.line() == 0 || !SCRIPTS.contains(extension(frame.file()))) {
      return Optional.empty();
    }
    return map(frame.file().replace('\\', '/'), generated, at)
        .flatMap(
            placed ->
                placed
                    .map
                    .origin(frame.line(), frame.column())
                    .map(
                        origin ->
                            new StackFrame(
                                frame.module(),
                                frame.function(),
                                path(placed.base, origin.source()),
                                origin.line())));
  }

  /** True for a file whose lines were made by a machine. */
  static boolean isMinified(String path, List<String> lines, int line) {
    boolean script = SCRIPTS.contains(extension(path));
    boolean wide = line > 0 && line <= lines.size() && lines.get(line - 1).length() > 1_000;
    return script && (wide || path.contains(".min."));
  }

  /** True for a file that a bundler or compiler usually makes. */
  static boolean isMade(String file) {
    return SCRIPTS.contains(extension(file))
        && (file.contains("/dist/") || file.contains("/build/") || file.contains(".min."));
  }

  private Optional<Placed> map(String file, @Nullable String generated, String at) {
    Optional<Placed> inside = generated == null ? Optional.empty() : beside(generated, at);
    return inside.isPresent() ? inside : inFolder(file);
  }

  private Optional<Placed> beside(String generated, String at) {
    String base = generated.substring(0, generated.lastIndexOf('/') + 1);
    List<String> lines = repository.source(generated, at).orElse(List.of());
    for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - LAST_LINES); i--) {
      int named = lines.get(i).lastIndexOf(NAMED);
      if (named >= 0 && lines.get(i).lastIndexOf("//", named) >= 0) {
        Optional<Placed> found = named(lines.get(i).substring(named + NAMED.length()), base, at);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return file(generated + ".map", at);
  }

  private Optional<Placed> named(String address, String base, String at) {
    String url = address.strip();
    if (url.startsWith("data:")) {
      int comma = url.indexOf(',');
      if (comma < 0 || !url.substring(0, comma).endsWith(";base64")) {
        return Optional.empty();
      }
      try {
        byte[] json = Base64.getMimeDecoder().decode(url.substring(comma + 1));
        return SourceMap.read(new String(json, StandardCharsets.UTF_8))
            .map(map -> new Placed(map, base));
      } catch (IllegalArgumentException e) {
        // not base 64: no map
        return Optional.empty();
      }
    }
    return url.contains("://") ? Optional.empty() : file(normal(base + url), at);
  }

  private Optional<Placed> file(String path, String at) {
    PathIndex index = repository.paths(at);
    if (!index.contains(path)) {
      return Optional.empty();
    }
    String base = path.substring(0, path.lastIndexOf('/') + 1);
    return repository
        .source(path, at)
        .flatMap(lines -> SourceMap.read(String.join("\n", lines)))
        .map(map -> new Placed(map, base));
  }

  /** The map in the folder whose path ends most like the file's. */
  private Optional<Placed> inFolder(String file) {
    if (folder == null) {
      return Optional.empty();
    }
    String[] wanted = (file + ".map").split("/");
    Path best = null;
    int most = 0;
    for (Path map : maps()) {
      int same = 0;
      while (same < wanted.length
          && same < map.getNameCount()
          && map.getName(map.getNameCount() - 1 - same)
              .toString()
              .equals(wanted[wanted.length - 1 - same])) {
        same++;
      }
      if (same > most) {
        most = same;
        best = map;
      }
    }
    return best == null
        ? Optional.empty()
        : read(best).flatMap(SourceMap::read).map(map -> new Placed(map, ""));
  }

  private synchronized List<Path> maps() {
    if (maps == null) {
      try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
        maps =
            walk.limit(MAX_FILES)
                .filter(path -> path.toString().endsWith(".map") && Files.isRegularFile(path))
                .toList();
      } catch (IOException | UncheckedIOException e) {
        throw new GitException(
            "cannot list the source maps in " + folder + ": " + e.getMessage(), e);
      }
    }
    return maps;
  }

  private static Optional<String> read(Path map) {
    try {
      return Files.size(map) > SourceMap.MAX_CHARS
          ? Optional.empty()
          : Optional.of(Files.readString(map, StandardCharsets.UTF_8));
    } catch (MalformedInputException e) {
      // no text, so no map
      return Optional.empty();
    } catch (IOException e) {
      throw new GitException("cannot read the source map " + map + ": " + e.getMessage(), e);
    }
  }

  /** The source's path: without a bundler's scheme, below the map's folder when relative. */
  private static String path(String base, String source) {
    int scheme = source.indexOf("://");
    if (scheme < 0) {
      return normal(source.startsWith("/") ? source.substring(1) : base + source);
    }
    String rest = source.substring(scheme + 3);
    String path = rest.startsWith("/") ? rest : rest.substring(rest.indexOf('/') + 1);
    int query = path.lastIndexOf('?');
    return normal(query > 0 ? path.substring(0, query) : path);
  }

  /** Without {@code .} and {@code ..}; what would lead out of the root is left out. */
  private static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String extension(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
