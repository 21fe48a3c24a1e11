// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.reference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Two hundred lines that want to be more than text. */
final class HostileLines {
  private static final int LINES = 200;
  private static final int LONG = 1_000_000;

  private static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<svg/onload=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "</textarea><iframe srcdoc=\"<script>parent.alert(1)</script>\">",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "javascript:alert(1) data:text/html,x vbscript:x http://a.b@evil.example/?q=1",
          "{{constructor.constructor('alert(1)')()}} ${7*7} <%= 7*7 %>",
          "\" autofocus onfocus=alert(1) x=\"",
          "\u202egnp.exe\u202c \u200bzero\u200dwidth\ufeff",
          "\u001b[31mred\u001b[0m \u001b]8;;http://evil.example\u0007link\u001b]8;;\u0007",
          "nul \u0000 bell \u0007 delete \u007f",
          "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 e\u0301\u0301\u0301\u0301",
          "=cmd|' /C calc'!A0",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "+1-1 \tformula, \"quoted\"; '=1'",
          "__proto__=1 constructor=2 length=3 then=4 $$typeof=5",
          "</style><style>body{background:url(//canary.example/x)}</style>");

  private HostileLines() {}

  /** As they stand in a file, the first at {@code start}, a second apart. */
  static byte[] bytes(Instant start) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int line = 0; line < LINES; line++) {
      String head = start.plusSeconds(line) + " WARN [edge-1] edge.Guard - hostile " + line + " ";
      out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      out.writeBytes(text(line));
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static byte[] text(int line) {
    if (line == LINES - 1) {
      return "long ".repeat(LONG / 5).getBytes(StandardCharsets.UTF_8);
    }
    if (line % 20 == 19) {
      return new byte[] {
        (byte) 0xc3, (byte) 0x28, (byte) 0xff, (byte) 0xed, (byte) 0xa0, (byte) 0x80
      };
    }
    return TEXTS.get(line % TEXTS.size()).getBytes(StandardCharsets.UTF_8);
  }
}
