// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.option;

import dev.clew.app.terminal.Fault;
import dev.clew.code.GitRepository;
import dev.clew.code.link.Editor;
import dev.clew.code.mapping.PathMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the source of frames is found and opened. */
public final class SourceOptions {
  @Option(
      names = "--source-maps",
      paramLabel = "DIR",
      description = "Folder with source maps (*.map) of scripts that were built elsewhere.")
  @Nullable Path sourceMaps;

  @Option(
      names = "--editor",
      paramLabel = "NAME",
      description =
          "Add addresses that open a line of a work tree in the editor of this machine: vscode, vscodium, cursor, zed, idea, pycharm, goland, webstorm.")
  @Nullable String editor;

  @Mixin MappingOptions mappings = new MappingOptions();

  /** Folders of frames' paths. */
  public List<PathMapping> mappings() {
    return mappings.mappings();
  }

  /**
   * Tells a repository.
   *
   * @throws Fault when the folder is none, or no such editor is known
   */
  public GitRepository tell(GitRepository repository) {
    if (sourceMaps != null && !Files.isDirectory(sourceMaps)) {
      throw Fault.usage("--source-maps: there is no folder " + sourceMaps);
    }
    Editor named =
        editor == null
            ? null
            : Editor.of(editor)
                .orElseThrow(
                    () ->
                        Fault.usage(
                            "--editor: '%s' is not known; there are: %s"
                                .formatted(editor, Editor.names())));
    List<PathMapping> folders = mappings();
    return repository.withSourceMaps(sourceMaps).withEditor(named).withMappings(() -> folders);
  }
}
