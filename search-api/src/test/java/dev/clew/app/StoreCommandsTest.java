// SPDX-License-Identifier: Apache-2.0
package dev.clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandsTest {
  private static final String LINES =
      """
      2026-03-10 14:12:31.204 ERROR [http-17] com.acme.shop.Checkout - payment failed order=1
      2026-03-10 14:12:32.000 INFO  [http-18] com.acme.shop.Checkout - order 2 placed
      """;

  @TempDir Path folder;

  @BeforeEach
  void index() throws IOException {
    Path log = Files.writeString(folder.resolve("checkout.log"), LINES);
    assertThat(Cli.run("index", log.toString(), "--data", at("data")).code()).isZero();
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void verifiesWhatIsSoundAndNamesWhatIsNot() throws IOException {
    Cli.Outcome sound = Cli.run("verify", at("data"));
    assertThat(sound.code()).as(sound.err()).isZero();
    assertThat(sound.out()).contains("2 events", "sound");
    assertThat(Cli.run("verify", at("data"), "--json").out()).contains("\"ok\":true");
    damage(folder.resolve("data").resolve("partitions"), ".fdt");
    Cli.Outcome damaged = Cli.run("verify", at("data"), "--json");
    assertThat(damaged.code()).isEqualTo(1);
    assertThat(damaged.out()).contains("\"ok\":false", "late.1", "\"events\":2", "checksum");
  }

  @Test
  void restoresWhatWasBackedUpAsAFolderAndAsAFile() {
    for (String backup : List.of("backup", "backup.zip")) {
      Cli.Outcome made = Cli.run("backup", at("data"), at(backup));
      assertThat(made.code()).as(made.err()).isZero();
      assertThat(made.out()).contains("backed up 2 events");
      Cli.Outcome back = Cli.run("restore", at(backup), at(backup + ".data"), "--json");
      assertThat(back.code()).as(back.err()).isZero();
      assertThat(back.out()).contains("\"events\":2");
      assertThat(Cli.run("search", "--data", at(backup + ".data"), "--json").out())
          .isEqualTo(Cli.run("search", "--data", at("data"), "--json").out());
    }
  }

  @Test
  void refusesABackupThatWasTamperedWith() throws IOException {
    Cli.run("backup", at("data"), at("backup"));
    damage(folder.resolve("backup").resolve("partitions"), ".dvd");
    Cli.Outcome refused = Cli.run("restore", at("backup"), at("other"));
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("is not what was backed up");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void neverWritesOverWhatIsThere() {
    Cli.run("backup", at("data"), at("backup"));
    assertThat(Cli.run("restore", at("backup"), at("data")).err()).contains("not empty");
    assertThat(Cli.run("backup", at("data"), at("backup")).err()).contains("not empty");
    assertThat(Cli.run("verify", at("nowhere")).code()).isEqualTo(3);
    assertThat(Cli.run("backup", at("nowhere"), at("b")).err()).contains("no index");
  }

  @Test
  void backsUpTheChangesThatWereSentAndComparesTheirChecksum() throws IOException {
    String change = "{\"time\":\"2026-03-10T14:00:00Z\",\"kind\":\"deploy\",\"service\":\"pay\"}\n";
    Files.writeString(folder.resolve("data/changes.jsonl"), change + "{\"time\":\"2026-03-");

    Cli.run("backup", at("data"), at("backup"));
    Cli.Outcome back = Cli.run("restore", at("backup"), at("back"));

    assertThat(back.code()).as(back.err()).isZero();
    assertThat(folder.resolve("back/changes.jsonl")).hasContent(change);
    Files.writeString(folder.resolve("backup/changes.jsonl"), change.replace("pay", "cart"));
    assertThat(Cli.run("restore", at("backup"), at("again")).code()).isNotZero();
  }

  private static void damage(Path below, String suffix) throws IOException {
    Path file;
    try (Stream<Path> all = Files.walk(below)) {
      file = all.filter(each -> each.toString().endsWith(suffix)).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 4;
    Files.write(file, bytes);
  }
}
