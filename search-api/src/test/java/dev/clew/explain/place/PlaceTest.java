// SPDX-License-Identifier: Apache-2.0
package dev.clew.explain.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.StackFrame;
import dev.clew.explain.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.pay.Charge,com/acme/pay/Charge.java",
    "com.acme.pay.Charge$Retry,com/acme/pay/Charge.java",
    "c.a.p.Charge#81,Charge.java",
    "BlockStore,BlockStore.java",
    "acme.pay.charge,acme/pay/charge.py",
    "server.go:49,server.go"
  })
  void derivesTheFileOfALogger(String logger, String file) {
    assertThat(Place.ofLogger(logger).map(Place::file)).contains(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "", "access log", "...", "http-8080"})
  void derivesNothingFromOtherNames(String logger) {
    assertThat(Place.ofLogger(logger)).isEmpty();
  }

  @Test
  void putsABareFileIntoItsPackage() {
    StackFrame frame = new StackFrame("com.acme.pay.Charge", "first", "Charge.java", 42);

    assertThat(Place.of(frame).map(Place::file)).contains("com/acme/pay/Charge.java");
  }

  @Test
  void readsATracebackInsideOneEventInnermostFirst() {
    String text =
        """
        failed
          File "/srv/site-packages/acme/web.py", line 17, in post
            charge()
          File "/srv/site-packages/acme/pay.py", line 42, in charge
        Empty: no card""";

    assertThat(PrintedPlaces.ofTraceback(text))
        .extracting(Place::path, Place::function, Place::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("acme/pay.py", "charge", 42),
            org.assertj.core.groups.Tuple.tuple("acme/web.py", "post", 17));
  }

  @Test
  void readsThePlaceAStatementPrintsOfItself() {
    assertThat(PrintedPlaces.ofStatement(event("charged 3 cards charge src/acme/pay.py:42")))
        .contains(Place.of("src/acme/pay.py", "charge", 42));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ":", "see http://acme.test:80", "at 10:15", "a.b:", ".:1", "x :7"})
  void readsNoPlaceWhereThereIsNone(String body) {
    assertThat(PrintedPlaces.ofStatement(event(body))).isEmpty();
  }

  private static dev.clew.event.LogEvent event(String body) {
    return new Scene("2026-03-01T14:00:00Z")
        .add(0, "pay", "INFO", body)
        .events()
        .store()
        .search(
            new dev.clew.store.Selection(
                new dev.clew.query.Query.All(), dev.clew.event.TimeRange.ALL),
            dev.clew.store.Order.OLDEST_FIRST,
            java.util.Optional.empty(),
            1)
        .events()
        .getFirst();
  }
}
