// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.Change;
import dev.clew.change.ConfigChange;
import dev.clew.change.Deploy;
import dev.clew.change.FlagChange;
import dev.clew.change.Inference;
import dev.clew.change.Restart;
import dev.clew.code.CommitRange;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.code.home.Home;
import dev.clew.event.EventId;
import dev.clew.event.Origin;
import dev.clew.event.StackFrame;
import dev.clew.suspect.evidence.Cleared;
import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.evidence.SuspectReport;
import dev.clew.suspect.operational.Operational;
import dev.clew.suspect.symptom.Symptom;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvestigationTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static final Inference SHOWN =
      new Inference(
          "says that it starts",
          EventId.of(new Origin("cart", "cart.log", 0, 7, 1)),
          "cart.log",
          7);

  @TempDir private Path temp;
  private GitFixture git;
  private String old;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
    pool(50);
    old =
        git.file("services/cart/cart.go", "package cart", "func Add() error {", "\treturn nil", "}")
            .commit("first", "ann", NOON.minusSeconds(86_400 * 3));
  }

  @Test
  void ranksTheLimitThatTheDeployLoweredFirst() {
    String innocent =
        git.file(
                "services/cart/cart.go",
                "package cart",
                "func Add() error {",
                "\treturn check()",
                "}")
            .commit("feat: check", "bob", NOON.minusSeconds(900));
    String guilty = pool(10).commit("simplify defaults", "cem", NOON.minusSeconds(800));
    SuspectReport report =
        rank(poolExhausted(), deploy("cart", old, -80_000), deploy("cart", guilty, -300));
    assertThat(report.suspects()).extracting(Suspect::id).startsWith(guilty, innocent);
    Suspect first = report.suspects().get(0);
    assertThat(first.strength()).isNotEqualTo(Suspect.Strength.WEAK);
    assertThat(first.service()).isEqualTo("cart");
    assertThat(first.evidence())
        .extracting(Evidence::text)
        .anyMatch(text -> text.contains("lowers a value from 50 to 10"))
        .anyMatch(
            text ->
                text.contains("deployed to cart")
                    && text.contains("5 min before the first failure"));
  }

  @Test
  void ranksOrClearsEveryCommit() {
    String after = pool(8).commit("too late", "bob", NOON.plusSeconds(60));
    pool(50).commit("back", "bob", NOON.minusSeconds(700));
    SuspectReport report = rank(poolExhausted(), deploy("cart", old, -80_000));
    List<String> all = new ArrayList<>(report.suspects().stream().map(Suspect::id).toList());
    report.cleared().forEach(cleared -> all.add(cleared.id()));
    try (GitRepository repository = git.open()) {
      String head = repository.head().orElseThrow();
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(
              repository.commits(CommitRange.upTo(head, 99)).stream()
                  .map(commit -> commit.id())
                  .toList());
    }
    assertThat(reason(report, after)).isEqualTo("committed 60 s after the first failure");
  }

  @Test
  void clearsWhatWasNotDeployedOrOnlyLater() {
    String deployed = pool(40).commit("one", "bob", NOON.minusSeconds(900));
    String later = pool(30).commit("two", "bob", NOON.minusSeconds(800));
    String never = pool(20).commit("three", "bob", NOON.minusSeconds(700));
    SuspectReport report =
        rank(
            poolExhausted(),
            deploy("cart", old, -80_000),
            deploy("cart", deployed, -600),
            deploy("cart", later, 120));
    assertThat(report.suspects()).extracting(Suspect::id).contains(deployed);
    assertThat(reason(report, later))
        .isEqualTo("first deployed (cart) 2 min after the first failure");
    assertThat(reason(report, never)).isEqualTo("no deploy had brought it when the failure began");
  }

  @Test
  void blamesNoCommitForAnExpiredCertificate() {
    String innocent =
        git.file("services/cart/tls.go", "package cart", "func Handshake() { certificate(tls13) }")
            .commit("tidy tls", "bob", NOON.minusSeconds(900));
    Symptom symptom =
        symptom(
            message(
                "tls handshake failed: x509: certificate has expired or is not yet valid: current time is after 2026-05-04T11:59:58Z",
                40));
    SuspectReport report =
        rank(symptom, deploy("cart", old, -80_000), deploy("cart", innocent, -300));
    assertThat(report.suspects().get(0))
        .satisfies(
            first -> {
              assertThat(first.kind()).isEqualTo(Suspect.Kind.OPERATIONAL);
              assertThat(first.id()).isEqualTo("certificate");
              assertThat(first.evidence())
                  .extracting(Evidence::text)
                  .anyMatch(
                      text -> text.contains("2026-05-04T11:59:58Z, 2 s from the first failure"));
            });
    assertThat(report.suspects())
        .filteredOn(suspect -> suspect.id().equals(innocent))
        .allSatisfy(
            suspect ->
                assertThat(suspect.evidence())
                    .extracting(Evidence::text)
                    .anyMatch(text -> text.contains("explains it without any change")));
  }

  @Test
  void ranksASettingFirstWhenItFits() {
    String innocent =
        git.file(
                "services/cart/cart.go",
                "package cart",
                "func Add() error {",
                "\treturn check()",
                "}")
            .commit("feat: check", "bob", NOON.minusSeconds(900));
    ConfigChange guilty =
        new ConfigChange(
            NOON.minusSeconds(1_000), "cart", "cart.yaml", "db.pool.max-size", "50", "10", "dee");
    FlagChange flag =
        new FlagChange(NOON.minusSeconds(60), "ship", "new_labels", "off", "on", "eve");
    SuspectReport report =
        rank(
            poolExhausted(),
            deploy("cart", old, -80_000),
            deploy("cart", innocent, -300),
            guilty,
            flag);
    assertThat(report.suspects().get(0).id()).isEqualTo(guilty.id());
    assertThat(report.suspects().get(0).author()).isEqualTo("dee");
    assertThat(report.suspects()).extracting(Suspect::id).contains(innocent);
  }

  @Test
  void suspectsADeployWhoseCommitIsUnknown() {
    Deploy deploy = new Deploy(NOON.minusSeconds(120), "cart", "2.0", null, "bob");
    SuspectReport report =
        Investigation.rank(Map.of(), List.of(deploy), poolExhausted(), List.of());
    assertThat(report.suspects())
        .singleElement()
        .satisfies(suspect -> assertThat(suspect.kind()).isEqualTo(Suspect.Kind.DEPLOY));
    assertThat(report.unknowns()).anyMatch(text -> text.contains("--repo"));
  }

  @Test
  void ranksNoRestartAboveWhatPeopleChanged() {
    Restart crashed = new Restart(NOON.minusSeconds(5), "cart", null, 9, 2, SHOWN);
    Restart after = new Restart(NOON.plusSeconds(60), "cart", null, 1, 0, SHOWN);
    FlagChange farOff =
        new FlagChange(NOON.minusSeconds(9_000), "cart", "new_labels", "off", "on", "eve");

    SuspectReport report =
        Investigation.rank(Map.of(), List.of(crashed, after, farOff), poolExhausted(), List.of());

    assertThat(report.suspects())
        .extracting(Suspect::kind)
        .containsExactly(Suspect.Kind.FLAG, Suspect.Kind.RESTART);
    assertThat(report.suspects().getLast().evidence())
        .extracting(Evidence::text)
        .anyMatch(text -> text.contains("may be a consequence"))
        .anyMatch(text -> text.contains("(inferred: says that it starts, cart.log:7)"));
    assertThat(reason(report, after.id())).isEqualTo("took effect 60 s after the first failure");
  }

  @Test
  void followsADeployThatOnlyTheLogsTellToItsCommits() {
    String guilty = pool(10).commit("simplify defaults", "cem", NOON.minusSeconds(800));
    Deploy inferred =
        new Deploy(
            NOON.minusSeconds(300), "cart", "2.1", guilty.substring(0, 8), null, "2.0", 1, SHOWN);

    SuspectReport report = rank(poolExhausted(), inferred);

    assertThat(report.suspects().getFirst().id()).isEqualTo(guilty);
    assertThat(report.suspects().getFirst().evidence())
        .anySatisfy(
            piece -> {
              assertThat(piece.text())
                  .contains("deployed to cart 2.1")
                  .contains("(inferred: says that it starts, cart.log:7)");
              assertThat(piece.event()).isEqualTo(SHOWN.event());
            });
  }

  @Test
  void clearsNoCommitBecauseTheLogsTellOfNoDeployThatBroughtIt() {
    String deployed = pool(40).commit("one", "bob", NOON.minusSeconds(900));
    String never = pool(20).commit("three", "bob", NOON.minusSeconds(700));
    Deploy inferred =
        new Deploy(
            NOON.minusSeconds(600), "cart", "2.1", deployed.substring(0, 8), null, "2.0", 1, SHOWN);

    assertThat(reason(rank(poolExhausted(), inferred), never)).isEqualTo("not cleared");
  }

  @Test
  void looksAtTheProgramsOfTheHostThatARunChanged() {
    ConfigChange here =
        new ConfigChange(NOON.minusSeconds(300), null, "web-1", null, "dns", "a", "b", null)
            .withNeighbours(List.of("mail", "cart"));
    ConfigChange elsewhere =
        new ConfigChange(NOON.minusSeconds(300), null, "db-7", null, "dns", "a", "b", null)
            .withNeighbours(List.of("mail"));

    SuspectReport report =
        Investigation.rank(Map.of(), List.of(elsewhere, here), poolExhausted(), List.of());

    assertThat(report.suspects())
        .extracting(Suspect::title)
        .containsExactly(
            "dns on web-1, where mail, cart log: a → b", "dns on db-7, where mail logs: a → b");
    assertThat(report.suspects().getFirst().evidence())
        .extracting(Evidence::text)
        .contains("was made on web-1, where cart logs, which fails");
  }

  @Test
  void saysWhatIsMissing() {
    Symptom nothing =
        new Symptom(List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
    assertThat(Investigation.rank(Map.of(), List.of(), nothing, List.of()).unknowns()).hasSize(4);
  }

  private GitFixture pool(int connections) {
    return git.file(
        "pkg/db/pool.go",
        "package db",
        "const defaultMaxConns = " + connections,
        "func Open() *Pool {",
        "\treturn open(defaultMaxConns)",
        "}");
  }

  private static Deploy deploy(String service, String commit, int seconds) {
    return new Deploy(NOON.plusSeconds(seconds), service, null, commit, null);
  }

  private static Symptom poolExhausted() {
    return symptom(message("pool: deadline exceeded acquiring connection, pool exhausted", 30));
  }

  private static Symptom symptom(Symptom.Message... messages) {
    return new Symptom(
        List.of(), Arrays.asList(messages), List.of(), List.of(), List.of("cart"), NOON, null);
  }

  private static Symptom.Message message(String text, long count) {
    return new Symptom.Message(text, "cart", count, true, null);
  }

  @Test
  void aDeployBringsAServiceWhatLiesInItsFolderOrOnItsPath() {
    String elsewhere =
        git.file("services/mail/mail.go", "package mail")
            .commit("mail", "bob", NOON.minusSeconds(900));
    String own =
        git.file("services/cart/cart.go", "package cart", "func Add() error {", "\treturn a()", "}")
            .commit("add", "cem", NOON.minusSeconds(800));
    String shared = pool(10).commit("pool", "dan", NOON.minusSeconds(700));
    Deploy deploy = deploy("cart", shared, -300);
    Symptom symptom =
        new Symptom(
            List.of(),
            poolExhausted().messages(),
            List.of(
                new StackFrame("", "Add", "/src/cart.go", 3),
                new StackFrame("", "Open", "/src/pkg/db/pool.go", 4)),
            List.of(),
            List.of("cart"),
            NOON,
            null);
    try (GitRepository repository = git.open()) {
      repository.withFolders(Map.of("cart", "services/cart"));
      SuspectReport report =
          Investigation.rank(
              Map.of("cart", repository),
              List.of(deploy("cart", old, -80_000), deploy),
              symptom,
              List.of());
      assertThat(report.folders())
          .containsExactly(new Home("cart", "services/cart", "as told", true));
      assertThat(deployed(report, own)).isTrue();
      assertThat(deployed(report, shared)).isTrue();
      assertThat(deployed(report, elsewhere)).isFalse();
    }
  }

  private static boolean deployed(SuspectReport report, String id) {
    return report.suspects().stream()
        .filter(suspect -> suspect.id().equals(id))
        .flatMap(suspect -> suspect.evidence().stream())
        .anyMatch(evidence -> evidence.text().contains("deployed to cart"));
  }

  private SuspectReport rank(Symptom symptom, Change... changes) {
    try (GitRepository repository = git.open()) {
      List<Suspect> operational =
          Operational.signs().stream().flatMap(sign -> sign.look(symptom).stream()).toList();
      return Investigation.rank(Map.of("*", repository), List.of(changes), symptom, operational);
    }
  }

  private static String reason(SuspectReport report, String id) {
    return report.cleared().stream()
        .filter(cleared -> cleared.id().equals(id))
        .map(Cleared::reason)
        .findFirst()
        .orElse("not cleared");
  }
}
