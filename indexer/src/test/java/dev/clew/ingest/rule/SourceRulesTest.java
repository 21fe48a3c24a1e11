// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {
  private static final String POD =
      "/var/log/pods/shop_checkout-7d9f8b6c5d-x2x4z_0a1b2c3d-0000-4000-8000-123456789abc/app/0.log";

  private static SourceRules rules(String... lines) {
    return new SourceRules(RuleFile.read("clew.rules", List.of(lines)));
  }

  @Test
  void letsTheFirstRuleThatMatchesWinAndSaysWhichItWas() {
    SourceRules rules = rules("# zones", "zone edge/* America/New_York", "zone ** Europe/London");
    assertThat(rules.zone("edge/app.log", null))
        .hasValue(new Said("America/New_York", "clew.rules line 2"));
    assertThat(rules.zone("core/app.log", null))
        .hasValue(new Said("Europe/London", "clew.rules line 3"));
  }

  @ParameterizedTest
  @CsvSource({
    "edge/*, edge/app.log, true",
    "edge/*, edge/a/b.log, true",
    "edge/*, bundle/edge/app.log, true",
    "edge/*, ledge/app.log, false",
    "*.log, a/b/app.log, true",
    "a/*/c.log, a/b/c.log, true",
    "a/*/c.log, a/b/b/c.log, false",
    "a/**/c.log, a/b/b/c.log, true",
    "app-?.log, app-1.log, true",
    "app+1.log, app+1.log, true",
    "/srv/*, srv/app.log, false",
    "bundle.zip/db/*, bundle.zip!db/app.log, true"
  })
  void matchesNamesByGlob(String glob, String name, boolean expected) {
    assertThat(rules("service " + glob + " found").service(name, null))
        .matches(
            found -> expected == found.filter(each -> each.value().equals("found")).isPresent());
  }

  @Test
  void matchesWholePathsToo() {
    assertThat(rules("host /srv/db/* db-1").host("app.log", Path.of("/srv/db/app.log")))
        .hasValue(new Said("db-1", "clew.rules line 1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zon edge/* UTC > clew.rules line 1: 'zon' is not known; did you mean zone?",
        "zone edge/* Europe/Belrin > did you mean Europe/Berlin?",
        "zone edge/* > clew.rules line 1: 'zone edge/*' lacks a value"
      })
  void namesTheLineAndTheNearestKnownName(String example) {
    String[] parts = example.split(" > ", -1);
    assertThatThrownBy(() -> rules(parts[0]))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining(parts[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "/l/checkout/app.log, checkout, from the folder's name",
    "/l/payment.log.gz, payment, from the file's name",
    "/l/payment.log.1, payment, from the file's name",
    "/l/payment-2026-03-04.log, payment, from the file's name",
    "/l/payment.2026-03-04T101112.log.zst, payment, from the file's name",
    "/l/payment-20260304.log.old, payment, from the file's name",
    "/l/com.acme.shop.log, com.acme.shop, from the file's name",
    "/l/nginx/access.log, nginx, from the folder's name",
    "/var/log/nova/nova-api.log, nova-api, from the file's name",
    "/var/log/neutron/l3-agent.log, neutron-l3-agent, from the names of folder and file",
    "/l/shop/order-api.log, order-api, from the file's name"
  })
  void readsTheServiceOffThePath(String path, String service, String reason) {
    Path file = Path.of(path);
    assertThat(SourceRules.NONE.service(String.valueOf(file.getFileName()), file))
        .hasValue(new Said(service, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "cinder/volume.log, cinder-volume",
    "neutron/l3-agent.log, neutron-l3-agent",
    "node7/l3-agent.log, l3-agent",
    "neutron/neutron-agent.log, neutron-agent",
    "logs/worker.log, worker",
    "l3-agent.log, l3-agent"
  })
  void readsProductAndPartOffTheFoldersOfWhatWasGiven(String name, String service) {
    assertThat(SourceRules.NONE.service(name, Path.of("/l", name)).map(Said::value))
        .hasValue(service);
  }

  @Test
  void readsWorkloadNamespacePodAndContainerOffTheKubeletsFolders() {
    Path file = Path.of(POD);
    assertThat(SourceRules.NONE.service("0.log", file))
        .hasValue(new Said("checkout", "from the pod's name"));
    assertThat(SourceRules.NONE.attributes("0.log", file))
        .isEqualTo(
            Map.of("namespace", "shop", "pod", "checkout-7d9f8b6c5d-x2x4z", "container", "app"));
  }

  @Test
  void readsTheSameOffTheLinksToThem() {
    String name = "checkout-7d9f8b6c5d-x2x4z_shop_app-" + "0af3".repeat(16) + ".log";
    Path file = Path.of("/var/log/containers", name);
    assertThat(SourceRules.NONE.service(name, file).map(Said::value)).hasValue("checkout");
    assertThat(SourceRules.NONE.attributes(name, file)).containsEntry("container", "app");
  }

  @Test
  void takesNoServiceFromTheIdentityOfADockerContainer() {
    String id = "0af3".repeat(16);
    Path file = Path.of("/var/lib/docker/containers", id, id + "-json.log");
    assertThat(SourceRules.NONE.service(id + "-json.log", file)).isEmpty();
    assertThat(SourceRules.NONE.attributes("x", file))
        .isEqualTo(Map.of("container", "0af30af30af3"));
  }

  @ParameterizedTest
  @CsvSource({
    "checkout-7d9f8b6c5d-x2x4z, checkout", "redis-0, redis", "fluent-bit-x7k2p, fluent-bit",
    "report-28912345-hj4kt, report", "web, web", "order-login, order-login"
  })
  void readsTheWorkloadOffAPod(String pod, String workload) {
    assertThat(Containers.workload(pod)).isEqualTo(workload);
  }

  @ParameterizedTest
  @CsvSource({
    "web-1/var/log/syslog, web-1",
    "sosreport-db7-2026-03-04-abcdefg/var/log/messages, db7",
    "bundle.tar.gz!node-3/var/log/app.log, node-3"
  })
  void readsTheHostOffTheFolderAboveVarLog(String name, String host) {
    assertThat(SourceRules.NONE.host(name, null).map(Said::value)).hasValue(host);
  }

  @Test
  void takesNoPlaceOnOneMachineForAHost() {
    assertThat(SourceRules.NONE.host("app.log", Path.of("/mnt/data/var/log/app.log"))).isEmpty();
    assertThat(SourceRules.NONE.host("app.log", Path.of("/var/log/app.log"))).isEmpty();
    assertThat(SourceRules.NONE.host("app.log", Path.of("/home/me/shop/var/log/app.log")))
        .isEmpty();
  }

  @Test
  void refusesAnEncodingThatIsNotReadAndNamesTheNearest() {
    assertThatThrownBy(
            () ->
                SourceRule.of(SourceRule.Key.ENCODING, "a/*", "windows-1253", "clew.rules line 1"))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("clew.rules line 1")
        .hasMessageContaining("windows-125");
  }
}
