// SPDX-License-Identifier: Apache-2.0
package dev.clew.pattern;

import java.util.Random;

/** Seeded text that leans towards what makes scanners stumble. */
final class RandomText {
  private static final String[] PIECES = {
    "order",
    "user=",
    "id:",
    "0x1f",
    "7712",
    "-5",
    "12ms",
    "10.0.0.1",
    "/10.0.0.1:80",
    "::1",
    "550e8400-e29b-41d4-a716-446655440000",
    "2024-05-01T10:11:12.345Z",
    "10:15",
    "C:\\a1\\b",
    "\\\\x1\\y",
    "/var/log/x1.log:",
    "a/b/c1",
    "http://h/p?q=1&r=2,",
    "s3://",
    "://",
    "bob@x1.io",
    "@",
    "blk_-12",
    "R25-M1-N2",
    "FF:F2:9F:16:E2:23",
    "1.2.3",
    "1e9",
    "1h30m",
    "512MB",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    ";",
    "=",
    "|",
    ".",
    "..",
    ":",
    "-",
    "+",
    "_",
    "#",
    "%",
    "$",
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u0000",
    "\u001b[31m",
    "\u00A0",
    "\u2028",
    "\u202E",
    "\u00e9",
    "\uD83D\uDE00",
    "\uD83D",
    "\uDE00",
    "\uFDD0",
    "\uFDD9",
    "\uFDEF",
    "\u0663",
    "\u00B5s",
    "<num>"
  };

  private final Random random;

  RandomText(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(14); i > 0; i--) {
      if (random.nextInt(8) == 0) {
        text.append((char) random.nextInt(0x10000));
      } else {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
