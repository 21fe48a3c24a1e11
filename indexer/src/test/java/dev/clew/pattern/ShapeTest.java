// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShapeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          charged order 7712 in 12ms ~ charged order <num> in <duration>
          charged order 7712 in 1h30m ~ charged order <num> in <duration>
          took 0.24 s, -529.0 left, 87% used ~ took <num> s, <num> left, <num>% used
          cache of 512MB holds 1.2.3 and 1e9 ~ cache of <size> holds <num> and <num>
          user=bob id=17 state=OPEN ~ user=bob id=<num> state=OPEN
          {"user":"bob","cart":{"items":3,"id":"c-18"}} ~ {"user":"bob","cart":{"items":<num>,"id":"c-<num>"}}
          Receiving blk_-5792 src: /10.251.30.6:33145 ~ Receiving <id> src: <ip>:<num>
          from ::1 and fe80::1ff:fe23:4567:890a port 22 ~ from <ip> and <ip> port <num>
          [req 550e8400-e29b-41d4-a716-446655440000] gone ~ [req <uuid>] gone
          trace 4bf92f3577b34da6a3ce929d0e0e4736 at 0xFF ~ trace <hex> at <hex>
          chip FF:F2:9F:16:E2:23 changed ~ chip <hex> changed
          wrote /data/v2/part-17.log: done ~ wrote <path>: done
          wrote data/v2/part-17.log: done ~ wrote <path>: done
          opened C:\\temp\\a1.txt. ~ opened <path>.
          GET /api/orders?id=5&page=2 HTTP/1.1 ~ GET /api/orders?id=<num>&page=<num> HTTP/<num>
          calling http://shop:8080/api?x=1, retrying ~ calling http://<url>, retrying
          due 2024-05-01T10:11:12.345Z or 2024/05/01 10:15 ~ due <time> or <time> <time>
          mail to bob.smith@example.com failed ~ mail to <email> failed
          joined web-1.eu-west.example.net:80 ~ joined <host>:<num>
          node node-129 of node-[104-127] in R25-M1-N2 ~ node node-<num> of node-[<num>-<num>] in <id>
          org.slf4j.Logger in main.c:12 ~ org.<id>.Logger in main.c:<num>
          no digits here/there, at all: fine. ~ no digits here/there, at all: fine.
          """)
  void readsLikeTheStatementThatPrintedIt(String body, String template) {
    assertThat(Shape.split(body).template()).isEqualTo(template);
    assertThat(Shape.split(body).join()).isEqualTo(body);
  }

  @Test
  void keepsVariablesInOrderWithTheirTypes() {
    Shape shape = Shape.split("10.0.0.1 sent 512MB in 3s");

    assertThat(shape.variables()).containsExactly("10.0.0.1", "512MB", "3s");
    assertThat(types(shape))
        .isEqualTo(List.of(VariableType.IP, VariableType.SIZE, VariableType.DURATION));
  }

  /** The types of the variables, in their order. */
  private static List<VariableType> types(Shape shape) {
    return shape
        .text()
        .chars()
        .filter(c -> VariableType.isMarker((char) c))
        .mapToObj(c -> VariableType.of((char) c))
        .toList();
  }

  @Test
  void givesAnyTextBackExactly() {
    RandomText random = new RandomText(20240501);
    for (int i = 0; i < 20_000; i++) {
      String body = random.next();
      assertThat(Shape.split(body).join()).isEqualTo(body);
    }
  }

  @Test
  void leavesNoDigitInTheText() {
    RandomText random = new RandomText(7);
    for (int i = 0; i < 20_000; i++) {
      assertThat(Shape.split(random.next()).text()).doesNotContainPattern("[0-9]");
    }
  }

  @Test
  void holdsNoVariableWithoutADigitButIdentifiers() {
    RandomText random = new RandomText(11);
    for (int i = 0; i < 20_000; i++) {
      Shape shape = Shape.split(random.next());
      for (int v = 0; v < shape.variables().size(); v++) {
        switch (types(shape).get(v)) {
          case URL, EMAIL, ID -> {}
          default -> assertThat(shape.variables().get(v)).containsPattern("[0-9a-fA-F]");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "x",
    "7",
    "a1",
    "1:",
    "'1-'",
    "1.",
    "/",
    "/1",
    "\"",
    "a1.",
    "f:",
    "_-1",
    "\uD83D\uDE00"
  })
  void splitsAMegabyteOfAnythingInTimeLinearInItsLength(String piece) {
    String body = piece.repeat(1_000_000 / piece.length());

    Shape shape = Shape.split(body);

    assertThat(shape.join().equals(body)).isTrue();
    assertThat(shape.template().length()).isLessThanOrEqualTo(400);
  }

  @Test
  void showsNoControlCharacterInATemplate() {
    RandomText random = new RandomText(3);
    for (int i = 0; i < 20_000; i++) {
      String template = Shape.split(random.next()).template();
      assertThat(template.length()).isLessThanOrEqualTo(400);
      assertThat(template.codePoints().map(Character::getType))
          .doesNotContain(
              (int) Character.CONTROL,
              (int) Character.FORMAT,
              (int) Character.SURROGATE,
              (int) Character.UNASSIGNED,
              (int) Character.LINE_SEPARATOR,
              (int) Character.PARAGRAPH_SEPARATOR);
    }
  }
}
