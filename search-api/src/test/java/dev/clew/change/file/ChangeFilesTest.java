// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.change.FlagChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeFilesTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path temp;

  @Test
  void readsDeploysFromCsvWhateverTheColumnsAreCalled() throws IOException {
    assertThat(
            read(
                "d.csv",
                "Deployed-At,Service,Commit_SHA,version,author\n2026-05-04 12:00:00Z,pay,abc1234,2.1,ann\n\n1777896000,cart,,3.0,\n"))
        .containsExactly(
            new Deploy(NOON, "pay", "2.1", "abc1234", "ann"),
            new Deploy(NOON, "cart", "3.0", null, null));
  }

  @Test
  void readsConfigurationChangesAndFlags() throws IOException {
    assertThat(
            read(
                "c.csv",
                "time,service,resource,key,old,new,by\n2026-05-04T12:00:00Z,pay,pool.yaml,max,96,48,bob\n"))
        .containsExactly(new ConfigChange(NOON, "pay", "pool.yaml", "max", "96", "48", "bob"));
    assertThat(
            read(
                "f.json",
                "[{\"timestamp\":\"2026-05-04T12:00:00Z\",\"flag\":\"new_tax\",\"service\":\"pay\",\"change\":\"off->on\",\"actor\":\"cem\"}]"))
        .containsExactly(new FlagChange(NOON, "pay", "new_tax", "off", "on", "cem"));
    assertThat(
            read("k.csv", "time,kind,name,from,to\n2026-05-04T12:00:00Z,feature flag,x,off,on\n"))
        .containsExactly(new FlagChange(NOON, null, "x", "off", "on", null));
  }

  @Test
  void readsJsonAsArrayAsEnvelopeAndAsLines() throws IOException {
    String row = "{\"time\":\"2026-05-04T12:00:00+00:00\",\"service\":\"pay\",\"commit\":\"abc\"}";
    Deploy deploy = new Deploy(NOON, "pay", null, "abc", null);
    assertThat(read("a.json", "[" + row + "," + row + "]")).containsExactly(deploy, deploy);
    assertThat(read("b.json", "{\"title\":\"x\",\"deploys\":[" + row + "],\"flags\":[]}"))
        .containsExactly(deploy);
    assertThat(read("c.ndjson", row + "\n" + row + "\n")).containsExactly(deploy, deploy);
    assertThat(read("e.json", "")).isEmpty();
  }

  @Test
  void sortsByTimeAndReadsZonelessTimesInTheGivenZone() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("z.csv"), "time,service\n2026-05-04 15:00:00,b\n2026-05-04T14:00:00,a\n");
    assertThat(ChangeFiles.read(file, ZoneId.of("Europe/Berlin"), problem -> {}))
        .extracting(change -> change.service() + change.time())
        .containsExactly("a" + NOON, "b" + NOON.plusSeconds(3600));
  }

  @Test
  void reportsABrokenRowWithItsLineAndReadsTheRest() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("d.csv"), "time,service\nyesterday,pay\n2026-05-04T12:00:00Z,cart\n,x\n");
    List<RowProblem> problems = new ArrayList<>();
    assertThat(ChangeFiles.read(file, ZoneId.of("UTC"), problems::add)).hasSize(1);
    assertThat(problems).extracting(RowProblem::line).containsExactly(2L, 4L);
    assertThat(problems.get(0).message())
        .contains("\"yesterday\" is no time")
        .contains("2026-05-04T10:11:12Z");
    assertThat(problems.get(0).toString()).contains("d.csv:2");
  }

  @Test
  void keepsWhatStandsBeforeBrokenJson() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("d.json"),
            "[{\"time\":\"2026-05-04T12:00:00Z\",\"service\":\"a\"},\n{\"time\": oops}]");
    List<RowProblem> problems = new ArrayList<>();
    assertThat(ChangeFiles.read(file, ZoneId.of("UTC"), problems::add)).hasSize(1);
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThatThrownBy(() -> read(temp.resolve("none.csv")))
        .isInstanceOf(ChangeFileException.class)
        .hasMessageContaining("there is no change file");
  }

  private List<Change> read(String name, String content) throws IOException {
    return read(Files.writeString(temp.resolve(name), content));
  }

  private static List<Change> read(Path file) {
    return ChangeFiles.read(
        file,
        ZoneId.of("UTC"),
        problem -> {
          throw new AssertionError(problem.toString());
        });
  }
}
