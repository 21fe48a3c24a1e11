// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.change.hook.ChangeHook;
import dev.clew.change.hook.ChangeJournal;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes sent to a server. The payloads of GitHub, GitLab and Bitbucket are shortened from the
 * examples of their documents (docs.github.com/webhooks, docs.gitlab.com webhook_events,
 * support.atlassian.com event-payloads), CDEvents from cdevents.dev.
 */
class ChangesHookTest {
  private static final String ROW =
      "{\"time\":\"2026-11-21T14:10:00Z\",\"service\":\"pay\",\"version\":\"2.4.0\",\"by\":\"kim\"}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path temp;

  private final List<String> notes = new ArrayList<>();
  private ChangeJournal journal;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    serve(null);
  }

  @AfterEach
  void stop() throws IOException {
    served.close();
    journal.close();
  }

  private void serve(@Nullable String secret) throws IOException {
    journal = ChangeJournal.open(temp.resolve(ChangeJournal.NAME), notes::add);
    served = Served.taking(List.of(), journal, secret);
  }

  private void restart(@Nullable String secret) throws IOException {
    stop();
    serve(secret);
  }

  @Test
  void showsAtOnceWhatItTakesAndStillDoesWhenStartedAgain() throws IOException {
    assertThat(tell(ROW)).isEqualTo("{\"added\":1,\"known\":0,\"notes\":[]}");
    assertThat(labels()).containsExactly("pay 2.4.0 deployed");
    assertThat(served.get("/api/status").get("changes").asInt()).isEqualTo(1);

    restart(null);

    assertThat(labels()).containsExactly("pay 2.4.0 deployed");
    assertThat(notes).isEmpty();
  }

  @Test
  void takesTheSameDeliveryOnce() throws IOException {
    tell(ROW);
    assertThat(tell(ROW)).isEqualTo("{\"added\":0,\"known\":1,\"notes\":[]}");
    restart(null);
    assertThat(tell("[" + ROW + "," + ROW + "]")).contains("\"added\":0");

    assertThat(labels()).hasSize(1);
    assertThat(Files.readAllLines(temp.resolve(ChangeJournal.NAME))).hasSize(1);
  }

  @Test
  void survivesALineThatACrashCutOffAndSaysSo() throws IOException {
    tell(ROW);
    stop();
    Path file = temp.resolve(ChangeJournal.NAME);
    Files.writeString(file, Files.readString(file) + "{\"time\":\"2026-11-21T14:1");

    serve(null);

    assertThat(labels()).containsExactly("pay 2.4.0 deployed");
    assertThat(notes).singleElement().asString().contains("cut off by a crash", "24 bytes");
    tell(ROW.replace("2.4.0", "2.4.1"));
    restart(null);
    assertThat(labels()).containsExactly("pay 2.4.0 deployed", "pay 2.4.1 deployed");
  }

  @Test
  void saysWhichLineOfTheJournalIsDamagedAndReadsTheOthers() throws IOException {
    tell(ROW);
    stop();
    Path file = temp.resolve(ChangeJournal.NAME);
    Files.writeString(file, "{\"time\": oops}\n" + Files.readString(file));

    serve(null);

    assertThat(labels()).containsExactly("pay 2.4.0 deployed");
    assertThat(notes).singleElement().asString().contains(ChangeJournal.NAME + ":1: ");
  }

  @Test
  void readsEveryKindOfChangeBackAsItWas() throws IOException {
    tell(
        """
        [{"time":"2026-11-21T14:10:00Z","service":"pay","version":"2.4.0","commit":"9f31c2ab","by":"kim"},
         {"time":"2026-11-21T14:11:00.5Z","host":"web-1","file":"pay.yaml","key":"pool.size","old":"20","new":"5"},
         {"time":"2026-11-21T14:12:00Z","flag":"new_tax","old":"off","new":"on"},
         {"time":"2026-11-21T14:13:00Z","kind":"commit","commit":"9f31c2ab04d1","subject":"Lower it","by":"lee"}]
        """);
    String before = served.get("/api/changes", range()).toString();
    assertThat(before).contains("pool.size in pay.yaml on web-1: 20 → 5", "Lower it");

    restart(null);

    assertThat(served.get("/api/changes", range()).toString()).isEqualTo(before);
  }

  @Test
  void readsPushesAndDeploymentsOfGitHub() {
    String push =
        """
        {"ref":"refs/heads/main","after":"0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c","repository":{"name":"pay","full_name":"acme/pay"},
         "pusher":{"name":"kim"},"commits":[{"id":"0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c","message":"Lower the pool\\n\\nmore",
          "timestamp":"2026-11-21T15:10:00+01:00","author":{"name":"Kim Lee","username":"kim"}}]}
        """;
    String deployed =
        """
        {"action":"created","deployment_status":{"state":"%s","environment":"production","updated_at":"2026-11-21T14:12:00Z",
          "creator":{"login":"kim"}},"deployment":{"sha":"0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c","ref":"v2.4.0"},
         "repository":{"name":"pay"}}
        """;
    tell(push, "X-GitHub-Event", "push");
    assertThat(tell(deployed.formatted("in_progress"), "X-GitHub-Event", "deployment_status"))
        .contains("\"added\":0", "counts when that is success");
    tell(deployed.formatted("success"), "X-GitHub-Event", "deployment_status");

    assertThat(labels()).containsExactly("Lower the pool", "pay v2.4.0 deployed (0d1a26e6)");
    assertThat(served.get("/api/changes", range()).at("/changes/0/by").asString())
        .isEqualTo("Kim Lee");
    assertThat(tell("{\"zen\":\"x\"}", "X-GitHub-Event", "ping")).contains("the webhook works");
  }

  @Test
  void readsPushesAndDeploymentsOfGitLab() {
    tell(
        """
        {"object_kind":"push","user_username":"kim","project":{"name":"pay"},"total_commits_count":1,
         "commits":[{"id":"b6568db1bc1dcd7f8b4d5a946b0b91f9dacd7327","message":"Lower the pool","title":"Lower the pool",
          "timestamp":"2026-11-21T14:10:00+00:00","author":{"name":"Kim Lee"}}]}
        """,
        "X-Gitlab-Event",
        "Push Hook");
    tell(
        """
        {"object_kind":"deployment","status":"success","status_changed_at":"2026-11-21 15:12:00 +0100","environment":"production",
         "project":{"name":"pay"},"short_sha":"279484c0","user":{"username":"kim"},"ref":"main",
         "commit_url":"https://gitlab.example/acme/pay/-/commit/279484c09fbe69ededfced8c1bb6e6d24616b468"}
        """,
        "X-Gitlab-Event",
        "Deployment Hook");

    assertThat(labels()).containsExactly("Lower the pool", "pay main deployed (279484c0)");
    assertThat(served.get("/api/changes", range()).at("/changes/1/by").asString())
        .isEqualTo("kim, to production");
  }

  @Test
  void readsPushesOfBitbucket() {
    tell(
        """
        {"actor":{"display_name":"Kim Lee"},"repository":{"name":"pay"},"push":{"changes":[{"truncated":true,"commits":[
          {"hash":"03f4a7270240708834de475bcf21532d6134777e","message":"Lower the pool\\n","date":"2026-11-21T14:10:00+00:00",
           "author":{"raw":"Kim Lee <kim@acme.example>"}}]}]}}
        """,
        "X-Event-Key",
        "repo:push");
    tell(
        """
        {"eventKey":"repo:refs_changed","date":"2026-11-21T15:11:00+0100","actor":{"displayName":"Kim Lee"},"repository":{"slug":"pay"},
         "changes":[{"ref":{"displayId":"main"},"toHash":"178864a7d521b6f5e720b386b2c2b0ef8563e0dc","type":"UPDATE"}]}
        """,
        "X-Event-Key",
        "repo:refs_changed");

    assertThat(labels()).containsExactly("Lower the pool", "pushed to main");
  }

  @Test
  void readsCdEventsInBothModesOfCloudEvents() {
    String data =
        """
        {"context":{"type":"dev.cdevents.service.%1$s.0.2.0","timestamp":"2026-11-21T14:1%2$d:00Z"},
         "subject":{"id":"pay","type":"service","content":{"environment":{"id":"production"},
           "artifactId":"pkg:oci/pay@sha256%%3A0b31b1c0?tag=2.%2$d.0"}}}
        """;
    tell(
        """
        {"specversion":"1.0","id":"1","source":"/ci","type":"dev.cdevents.service.upgraded.0.2.0","time":"2026-11-21T14:00:00Z",
         "datacontenttype":"application/json","data":%s}
        """
            .formatted(data.formatted("upgraded", 4)),
        "Content-Type",
        "application/cloudevents+json; charset=utf-8");
    tell(
        data.formatted("rolledback", 5),
        "Content-Type",
        "application/json",
        "ce-specversion",
        "1.0",
        "ce-type",
        "dev.cdevents.service.rolledback.0.2.0",
        "ce-id",
        "2",
        "ce-source",
        "/ci");

    JsonNode changes = served.get("/api/changes", range()).get("changes");
    assertThat(labels()).containsExactly("pay 2.4.0 deployed", "pay 2.5.0 deployed");
    assertThat(changes.at("/1/by").asString()).isEqualTo("rolled back to production");
  }

  @Test
  void givesTheDataOfAnyCloudEventTheTimeThatItLacks() {
    tell(
        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/ff\",\"type\":\"com.acme.flag\","
            + "\"time\":\"2026-11-21T14:12:00Z\",\"data\":{\"flag\":\"new_tax\",\"old\":\"off\",\"new\":\"on\"}}",
        "Content-Type",
        "application/cloudevents+json");

    assertThat(labels()).containsExactly("flag new_tax: off → on");
  }

  @Test
  void takesReportsOfConfigurationRunsAsBodies() throws IOException {
    for (String name :
        List.of("ansible-run.json", "last_run_report.yaml", "chef-run-report.json")) {
      try (InputStream in = getClass().getResourceAsStream("/changes/" + name)) {
        assertThat(served.post("/api/changes", in.readAllBytes()).statusCode()).isEqualTo(200);
      }
    }
    JsonNode answer =
        served.get("/api/changes", "from", "2026-11-22T00:00:00Z", "to", "2026-11-23T00:00:00Z");
    assertThat(answer.get("changes").findValuesAsString("label"))
        .filteredOn(label -> label.startsWith("pool.size in /etc/pay/pay.properties"))
        .containsExactly(
            "pool.size in /etc/pay/pay.properties on web-1: 20 → 5",
            "pool.size in /etc/pay/pay.properties on web-1: 20 → 5",
            "pool.size in /etc/pay/pay.properties on web-1: 20 → 5");
  }

  @Test
  void takesNothingFromWhoDoesNotKnowTheSecret() throws Exception {
    restart("s3cret");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signature =
        "sha256=" + HexFormat.of().formatHex(mac.doFinal(ROW.getBytes(StandardCharsets.UTF_8)));

    for (String[] wrong :
        new String[][] {
          {},
          {"X-Gitlab-Token", "s3cre"},
          {"Authorization", "Bearer wrong"},
          {"X-Hub-Signature-256", signature.replace('a', 'b').replace('1', '2')},
          // a wrong signature is not made good by a token
          {"X-Hub-Signature-256", "sha256=00", "X-Gitlab-Token", "s3cret"}
        }) {
      assertRefused(post(ROW, wrong), 401, "wrong-secret");
    }
    assertThat(labels()).isEmpty();
    assertThat(tell(ROW, "X-Hub-Signature-256", signature)).contains("\"added\":1");
    assertThat(tell(ROW, "X-Gitlab-Token", "s3cret")).contains("\"known\":1");
    assertThat(tell(ROW, "Authorization", "Bearer s3cret")).contains("\"known\":1");
  }

  @Test
  void keepsNothingOfWhatItCannotReadWhole() throws IOException {
    assertRefused(post(""), 400, "unreadable-changes");
    assertRefused(post("[" + ROW + ", {\"time\": oops}]"), 400, "unreadable-changes");
    assertRefused(
        post("[" + ROW + ", {\"time\":\"yesterday\",\"service\":\"x\"}]"),
        400,
        "unreadable-changes");
    assertRefused(post("{", "X-GitHub-Event", "push"), 400, "unreadable-changes");
    assertRefused(
        post("[".repeat(5_000), "X-Gitlab-Event", "Push Hook"), 400, "unreadable-changes");
    assertRefused(
        post(
            "payload=%7B%7D",
            "Content-Type", "application/x-www-form-urlencoded", "X-GitHub-Event", "push"),
        400,
        "unreadable-changes");
    assertThat(labels()).isEmpty();
    assertThat(Files.size(temp.resolve(ChangeJournal.NAME))).isZero();
  }

  @Test
  void tellsTheSenderOfABodyThatIsTooLarge() {
    HttpResponse<String> refused = served.post("/api/changes", new byte[ChangeHook.MOST_BYTES + 1]);
    assertRefused(refused, 413, "body-too-large");
  }

  @Test
  void refusesABodyThatIsMuchTooLargeBeforeItReadsIt() throws IOException {
    String answer =
        served.raw(
            "POST /api/changes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 1099511627776\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("/docs/errors#body-too-large");
  }

  @ParameterizedTest
  @CsvSource({"Origin,http://evil.example", "Sec-Fetch-Site,cross-site", "Origin,null"})
  void takesNothingFromAWebSite(String header, String value) throws IOException {
    String answer =
        served.raw(
            "POST /api/changes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(header, value, ROW.length(), ROW));
    assertThat(answer).startsWith("HTTP/1.1 403 ").contains("/docs/errors#foreign-origin");
    assertThat(labels()).isEmpty();
  }

  @Test
  void takesPostNowhereElseAndNothingButPostHere() {
    assertRefused(served.post("/api/status", new byte[0]), 405, "method-not-allowed");
    HttpResponse<String> put = served.ask("PUT", "/api/changes");
    assertRefused(put, 405, "method-not-allowed");
    assertThat(put.headers().firstValue("allow")).contains("GET, HEAD, POST");
    assertRefused(served.post("/api/changes?x=1", new byte[0]), 400, "unknown-parameter");
    try (Served reading = Served.events(List.of())) {
      assertRefused(reading.post("/api/changes", new byte[0]), 405, "method-not-allowed");
    }
  }

  @Test
  void answersWhatTheDocumentShows() throws IOException {
    Pattern example =
        Pattern.compile(
            "```\\ncurl -s -d '([^']+)' http://127\\.0\\.0\\.1:8080/api/changes\\n```\\n```json\\n(.*?)\\n```",
            Pattern.DOTALL);
    String document = Files.readString(Path.of("..", "docs", "api.md"));
    Matcher shown = example.matcher(document);
    assertThat(shown.find()).isTrue();
    // as curl sends it
    String answer = tell(shown.group(1), "Content-Type", "application/x-www-form-urlencoded");
    assertThat(JSON.readTree(answer)).isEqualTo(JSON.readTree(shown.group(2)));

    JsonNode openApi = served.get("/api/openapi.json");
    JsonNode schema =
        openApi
            .get("paths")
            .get("/api/changes")
            .at("/post/responses/200/content/application~1json/schema");
    assertThat(SchemaCheck.faults(openApi, schema, JSON.readTree(tell(ROW)))).isEmpty();
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("/docs/errors#" + type).doesNotContain("s3cret");
  }

  private String tell(String body, String... headers) {
    HttpResponse<String> answer = post(body, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String body, String... headers) {
    return served.post("/api/changes", body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private List<String> labels() {
    return served.get("/api/changes", range()).get("changes").findValuesAsString("label");
  }

  private static String[] range() {
    return new String[] {"from", "2026-11-21T14:00:00Z", "to", "2026-11-21T15:00:00Z"};
  }
}
