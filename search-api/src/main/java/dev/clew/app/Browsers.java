// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a browser of the Chromium family, which prints documents. */
final class Browsers {
  /** Names the browser's program, where it is not on the path. */
  static final String VARIABLE = "CHROMIUM";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

  private Browsers() {}

  /**
   * The one that {@code CHROMIUM} names, or the first on the {@code PATH}: its program, and what
   * must be said to it here. Empty when there is none.
   */
  static List<String> find(UnaryOperator<@Nullable String> environment) {
    // Chromium refuses its own sandbox to the superuser; what it prints runs no script.
    boolean superuser = "root".equals(System.getProperty("user.name"));
    return program(environment)
        .map(Path::toString)
        .map(program -> superuser ? List.of(program, "--no-sandbox") : List.of(program))
        .orElse(List.of());
  }

  private static Optional<Path> program(UnaryOperator<@Nullable String> environment) {
    String named = environment.apply(VARIABLE);
    if (named != null && !named.isBlank()) {
      return program(named);
    }
    String path = environment.apply("PATH");
    return path == null
        ? Optional.empty()
        : Stream.of(path.split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> folder + File.separator + name))
            .flatMap(candidate -> program(candidate).stream())
            .findFirst();
  }

  private static Optional<Path> program(String text) {
    try {
      Path path = Path.of(text).toAbsolutePath();
      return Files.isExecutable(path) && Files.isRegularFile(path)
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }
}
