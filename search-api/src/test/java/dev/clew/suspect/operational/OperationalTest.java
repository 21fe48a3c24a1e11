// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.operational;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.suspect.evidence.Evidence;
import dev.clew.suspect.evidence.Suspect;
import dev.clew.suspect.symptom.Symptom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationalTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @Test
  void recognisesTheCommonOnesByTheirWords() {
    assertThat(found("write failed: No space left on device")).containsExactly("disk");
    assertThat(found("java.net.UnknownHostException: db.internal")).containsExactly("dns");
    assertThat(found("provider says 429: rate limit exceeded")).containsExactly("quota");
    assertThat(found("accept: too many open files")).containsExactly("host");
    assertThat(found("row 7: malformed record")).containsExactly("data");
    assertThat(found("order 7 refused")).isEmpty();
  }

  @Test
  void readsTheEndOfAValidityHoweverItIsPrinted() {
    String java = "CertificateExpiredException: NotAfter: Mon May 04 11:59:30 UTC 2026";
    String go =
        "x509: certificate has expired or is not yet valid: current time 2026-05-04T12:00:01Z is after 2026-05-04T11:59:30Z";
    for (String text : List.of(java, go)) {
      assertThat(look(text))
          .singleElement()
          .satisfies(
              suspect -> {
                assertThat(suspect.id()).isEqualTo("certificate");
                assertThat(suspect.evidence())
                    .extracting(Evidence::text)
                    .anyMatch(line -> line.contains("30 s from the first failure"));
              });
    }
  }

  @Test
  void takesOnlyOutsideHostsThatWereCalledForUpstreams() {
    assertThat(found("POST https://api.payments.com/v1 returned 503")).containsExactly("upstream");
    assertThat(found("timeout calling api.payments.com")).containsExactly("upstream");
    assertThat(found("POST http://cart.svc:8080/add returned 503")).isEmpty();
    assertThat(found("at com.acme.shop.Cart: deadline exceeded")).isEmpty();
    assertThat(found("connect() failed (111: Connection refused), server: shop.example.org"))
        .isEmpty();
    assertThat(found("POST https://api.payments.com/v1 returned 400")).isEmpty();
  }

  private static List<String> found(String text) {
    return look(text).stream().map(Suspect::id).toList();
  }

  private static List<Suspect> look(String text) {
    Symptom symptom =
        new Symptom(
            List.of(),
            List.of(new Symptom.Message(text, "cart", 9, true, null)),
            List.of(),
            List.of(),
            List.of("cart"),
            NOON,
            null);
    return Operational.signs().stream().flatMap(sign -> sign.look(symptom).stream()).toList();
  }
}
