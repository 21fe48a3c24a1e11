// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With what options the launcher starts Java: here a program that prints them. */
class LauncherTest {
  private static final String ONCE = "-XX:TieredStopAtLevel=1";

  @TempDir Path folder;

  @BeforeEach
  void install() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path home = Files.exists(here.resolve("clew")) ? here : here.getParent();
    Files.copy(home.resolve("clew"), folder.resolve("clew"));
    Files.createDirectories(folder.resolve("search-api/target"));
    Files.createFile(folder.resolve("search-api/target/clew.jar"));
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    Path java = Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho \"$*\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search error",
        "explain level:error",
        "timeline",
        "investigate --data index",
        "investigate --data=index",
        "investigate --json --data index"
      })
  void asksAnIndexWithoutCompilingForSpeed(String command) throws Exception {
    assertThat(started(command)).contains(ONCE, "-XX:+UseSerialGC").endsWith("clew.jar " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"index logs", "serve --watch logs", "patterns app.log", "investigate app.log"})
  void readsLogsWithAllThatTheCompilerCanDo(String command) throws Exception {
    assertThat(started(command)).doesNotContain(ONCE).endsWith("clew.jar " + command);
  }

  @Test
  void handsOptionsForJavaOn() throws Exception {
    assertThat(started("search x")).contains(" -Xmx300m ");
  }

  private String started(String command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("bash", folder.resolve("clew").toString()));
    words.addAll(List.of(command.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("CLEW_JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("CLEW_JAVA_OPTIONS", "-Xmx300m");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.strip();
  }
}
