// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLogsTest {

  private static final Path CHECKED_IN = Path.of("..", "sample-logs");
  private static final long LIMIT = 4_000_000;

  @Test
  void writesWhatIsCheckedIn(@TempDir Path folder) throws IOException {
    SampleLogs.main(new String[] {folder.toString()});
    for (Scenario scenario : SampleLogs.scenarios()) {
      Path written = folder.resolve(scenario.name());
      Path kept = CHECKED_IN.resolve(scenario.name());
      assertThat(files(written)).as(scenario.name()).isEqualTo(files(kept));
      for (String file : files(kept)) {
        boolean same = content(written.resolve(file)).equals(content(kept.resolve(file)));
        assertThat(same).as(scenario.name() + "/" + file + " as the generator writes it").isTrue();
      }
    }
  }

  @Test
  void staysSmall() throws IOException {
    for (Scenario scenario : SampleLogs.scenarios()) {
      long size = 0;
      for (String file : files(CHECKED_IN.resolve(scenario.name()))) {
        size += Files.size(CHECKED_IN.resolve(scenario.name()).resolve(file));
      }
      assertThat(size).as(scenario.name()).isLessThan(LIMIT);
    }
  }

  @Test
  void clonesFromEveryBundle(@TempDir Path folder) throws IOException, GitAPIException {
    for (Scenario scenario : SampleLogs.scenarios()) {
      Path bundle = CHECKED_IN.resolve(scenario.name()).resolve("repo.bundle");
      try (Git git =
          Git.cloneRepository()
              .setURI(bundle.toAbsolutePath().normalize().toUri().toString())
              .setDirectory(folder.resolve(scenario.name()).toFile())
              .call()) {
        List<RevCommit> commits =
            StreamSupport.stream(git.log().call().spliterator(), false).toList();
        assertThat(commits).hasSizeGreaterThanOrEqualTo(60);
        assertThat(commits.stream().map(commit -> commit.getAuthorIdent().getName()).distinct())
            .hasSizeGreaterThanOrEqualTo(5);
        assertThat(git.getRepository().getBranch()).isEqualTo("main");
        assertThat(git.status().call().isClean()).isTrue();
      }
    }
  }

  private static Set<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The text, unpacked; of a bundle the commits it names, as packs of equal content may differ. */
  private static String content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (file.toString().endsWith(".gz")) {
        return new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return file.toString().endsWith(".bundle") ? text.substring(0, text.indexOf("\n\n")) : text;
    }
  }
}
