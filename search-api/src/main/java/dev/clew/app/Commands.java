// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.relate.CorrelateCommand;
import dev.clew.app.relate.ExplainCommand;
import dev.clew.app.relate.GraphCommand;
import dev.clew.app.relate.JoinsCommand;
import dev.clew.app.relate.SkewCommand;
import dev.clew.app.relate.TimelineCommand;
import dev.clew.app.source.CommitsCommand;
import dev.clew.app.source.MessagesCommand;
import dev.clew.app.source.StatementCommand;
import dev.clew.app.terminal.Surroundings;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The tree of commands. */
@Command(
    name = "clew",
    versionProvider = Commands.Version.class,
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Finds the thread from a failure in the logs to the change that caused it.",
    footer = {
      "",
      "Start with:",
      "  clew demo                     the main job on the sample logs, then the workbench",
      "  clew index /var/log/shop      read your own logs, then: clew serve",
      "",
      "clew help COMMAND shows the options of a command and two examples."
    })
final class Commands {
  /** What makes each command, by its name, in the order of the help. */
  private static final Map<String, Function<Surroundings, Object>> ALL = all();

  private Commands() {}

  /** All commands. */
  static CommandLine commandLine(Surroundings surroundings) {
    return tree(surroundings, ALL.keySet());
  }

  /**
   * What is needed for {@code arguments}: reading what one command takes is a tenth of the time
   * that all take.
   */
  static CommandLine commandLine(Surroundings surroundings, List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.getFirst();
    return ALL.containsKey(first) ? tree(surroundings, List.of(first)) : commandLine(surroundings);
  }

  private static CommandLine tree(Surroundings surroundings, Collection<String> names) {
    CommandLine clew = new CommandLine(new Commands());
    for (String name : names) {
      clew.addSubcommand(Objects.requireNonNull(ALL.get(name)).apply(surroundings));
    }
    clew.getSubcommands().values().forEach(command -> command.setUsageHelpWidth(110));
    clew.setUsageHelpWidth(110);
    clew.setCaseInsensitiveEnumValuesAllowed(true);
    return clew;
  }

  private static Map<String, Function<Surroundings, Object>> all() {
    Map<String, Function<Surroundings, Object>> all = new LinkedHashMap<>();
    all.put("demo", DemoCommand::new);
    all.put("index", IndexCommand::new);
    all.put("serve", ServeCommand::new);
    all.put("search", SearchCommand::new);
    all.put("correlate", CorrelateCommand::new);
    all.put("joins", JoinsCommand::new);
    all.put("explain", ExplainCommand::new);
    all.put("skew", SkewCommand::new);
    all.put("graph", GraphCommand::new);
    all.put("timeline", TimelineCommand::new);
    all.put("detect", DetectCommand::new);
    all.put("patterns", PatternsCommand::new);
    all.put("investigate", InvestigateCommand::new);
    all.put("suspects", SuspectsCommand::new);
    all.put("history", HistoryCommand::new);
    all.put("statement", StatementCommand::new);
    all.put("commits", CommitsCommand::new);
    all.put("messages", MessagesCommand::new);
    all.put("verify", VerifyCommand::new);
    all.put("backup", BackupCommand::new);
    all.put("restore", RestoreCommand::new);
    all.put("warm-up", WarmUpCommand::new);
    return all;
  }

  /** The version the jar was built with. */
  static final class Version implements IVersionProvider {
    static String text() {
      String version = Commands.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
      return new String[] {"clew " + text()};
    }
  }
}
