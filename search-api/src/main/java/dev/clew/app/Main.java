// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.terminal.Console;
import dev.clew.app.terminal.Fault;
import dev.clew.app.terminal.IoText;
import dev.clew.app.terminal.Surroundings;
import dev.clew.app.terminal.Throwables;
import dev.clew.change.file.ChangeFileException;
import dev.clew.code.GitException;
import dev.clew.incident.IncidentException;
import dev.clew.store.StoreException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The program. Exit codes: 0 done, 1 found nothing or a check failed, 2 wrong usage, 3 a fault of
 * data or environment.
 */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    quieten();
    // The launcher knows; what System.console() says of a pipe differs between JDKs.
    boolean terminal = Boolean.getBoolean("clew.terminal");
    Console console = new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), terminal);
    System.exit(
        run(
            new Surroundings(
                console,
                System.in,
                InstantSource.system(),
                ZoneId.systemDefault(),
                home(),
                System::getenv,
                cache()),
            args));
  }

  /** Runs one command in the given surroundings. */
  static int run(Surroundings surroundings, String... args) {
    Console console = surroundings.console();
    CommandLine commands = Commands.commandLine(surroundings, List.of(args));
    PrintWriter help = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
    commands.setOut(help);
    commands.setParameterExceptionHandler((wrong, arguments) -> usage(console, wrong));
    commands.setExecutionExceptionHandler((fault, command, arguments) -> fault(console, fault));
    try {
      return commands.execute(args.length == 0 ? new String[] {"help"} : args);
    } finally {
      help.flush();
      console.out().flush();
    }
  }

  /** Libraries log for developers; what concerns the person reaches them as a message of ours. */
  private static void quieten() {
    LogManager.getLogManager().reset();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    OutputStream buffered = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
    return new PrintStream(buffered, false, StandardCharsets.UTF_8);
  }

  private static Path home() {
    return Path.of(System.getProperty("clew.home", "."));
  }

  /** Where the XDG base directories say that caches belong; CLEW_CACHE overrides, empty is none. */
  private static Optional<Path> cache() {
    String own = System.getenv("CLEW_CACHE");
    if (own != null) {
      return own.isBlank() ? Optional.empty() : Optional.of(Path.of(own));
    }
    String folder = System.getenv("XDG_CACHE_HOME");
    if (folder != null && Path.of(folder).isAbsolute()) {
      return Optional.of(Path.of(folder, "clew"));
    }
    String home = System.getProperty("user.home", "");
    return home.isBlank() ? Optional.empty() : Optional.of(Path.of(home, ".cache", "clew"));
  }

  private static int usage(Console console, ParameterException wrong) {
    String name = wrong.getCommandLine().getCommandName();
    List<String> near =
        wrong instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String hint = near.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(" or ", near));
    String help = name.equals("clew") ? "clew help" : "clew help " + name;
    console.note(
        "clew: %s%s Try: %s"
            .formatted(Console.safe(wrong.getMessage(), 300), hint.isEmpty() ? "." : hint, help));
    return Fault.USAGE;
  }

  private static int fault(Console console, Exception thrown) {
    switch (thrown) {
      case Fault fault -> {
        console.note("clew: " + Console.safe(fault.getMessage(), 600));
        return fault.exitCode();
      }
      case GitException fault -> console.note("clew: " + Console.safe(fault.getMessage(), 600));
      case ChangeFileException fault ->
          console.note("clew: " + Console.safe(fault.getMessage(), 600));
      case IncidentException fault ->
          console.note("clew: " + Console.safe(fault.getMessage(), 600));
      case StoreException fault -> console.note("clew: " + Console.safe(fault.getMessage(), 600));
      case UncheckedIOException fault ->
          console.note("clew: " + Console.safe(IoText.say(fault.getCause()), 600));
      case java.io.IOException fault ->
          console.note("clew: " + Console.safe(IoText.say(fault), 600));
      default -> {
        console.note(
            "clew: internal error: %s. Please report it; CLEW_DEBUG=1 prints where it happened"
                .formatted(Console.safe(String.valueOf(thrown), 300)));
        if (System.getenv("CLEW_DEBUG") != null) {
          console.note(Throwables.text(thrown));
        }
      }
    }
    return Fault.ENVIRONMENT;
  }
}
