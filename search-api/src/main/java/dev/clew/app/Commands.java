// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import dev.clew.app.relate.CorrelateCommand;
import dev.clew.app.relate.ExplainCommand;
import dev.clew.app.relate.GraphCommand;
import dev.clew.app.relate.JoinsCommand;
import dev.clew.app.relate.SkewCommand;
import dev.clew.app.relate.TimelineCommand;
import dev.clew.app.terminal.Surroundings;
import java.util.List;
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
  private Commands() {}

  static CommandLine commandLine(Surroundings surroundings) {
    CommandLine clew = new CommandLine(new Commands());
    commands(surroundings).forEach(clew::addSubcommand);
    clew.getSubcommands().values().forEach(command -> command.setUsageHelpWidth(110));
    clew.setUsageHelpWidth(110);
    clew.setCaseInsensitiveEnumValuesAllowed(true);
    return clew;
  }

  private static List<Object> commands(Surroundings surroundings) {
    return List.of(
        new DemoCommand(surroundings),
        new IndexCommand(surroundings),
        new ServeCommand(surroundings),
        new SearchCommand(surroundings),
        new CorrelateCommand(surroundings),
        new JoinsCommand(surroundings),
        new ExplainCommand(surroundings),
        new SkewCommand(surroundings),
        new GraphCommand(surroundings),
        new TimelineCommand(surroundings),
        new DetectCommand(surroundings),
        new PatternsCommand(surroundings),
        new InvestigateCommand(surroundings),
        new SuspectsCommand(surroundings),
        new VerifyCommand(surroundings),
        new BackupCommand(surroundings),
        new RestoreCommand(surroundings),
        new WarmUpCommand(surroundings));
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
