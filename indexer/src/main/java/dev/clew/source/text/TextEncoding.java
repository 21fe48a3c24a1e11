// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The encodings in which sources are read. */
public enum TextEncoding {
  UTF_8("UTF-8", 1, true),
  UTF_16LE("UTF-16LE", 2, false),
  UTF_16BE("UTF-16BE", 2, false),
  UTF_32LE("UTF-32LE", 4, false),
  UTF_32BE("UTF-32BE", 4, false),
  /** Latin-1 with the printable characters of Windows; stands for both. */
  WINDOWS_1252("windows-1252", 1, true),
  WINDOWS_1250("windows-1250", 1, true),
  WINDOWS_1251("windows-1251", 1, true),
  KOI8_R("KOI8-R", 1, true),
  /** With the extensions of Windows, code page 932. */
  SHIFT_JIS("windows-31j", 1, false),
  EUC_JP("EUC-JP", 1, true),
  /** With the extensions of Windows, code page 949. */
  EUC_KR("x-windows-949", 1, false),
  BIG5("Big5", 1, false),
  /** Stands for GB2312 and GBK too. */
  GB18030("GB18030", 1, false);

  private final Charset charset;
  private final int unit;
  private final boolean asciiSafe;

  TextEncoding(String charset, int unit, boolean asciiSafe) {
    this.charset = Charset.forName(charset);
    this.unit = unit;
    this.asciiSafe = asciiSafe;
  }

  /** What people call the encodings, in small letters. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(TextEncoding::label).toList();
  }

  /** The encoding that {@code name}, a charset's name in any of its spellings, stands for. */
  public static Optional<TextEncoding> named(String name) {
    try {
      Charset wanted = Charset.forName(name);
      for (TextEncoding encoding : values()) {
        if (encoding.charset.equals(wanted) || encoding.label().equals(lower(wanted.name()))) {
          return Optional.of(encoding);
        }
      }
      return switch (lower(wanted.name())) {
        case "us-ascii" -> Optional.of(UTF_8);
        case "iso-8859-1", "iso-8859-15" -> Optional.of(WINDOWS_1252);
        case "utf-16" -> Optional.of(UTF_16BE);
        case "utf-32" -> Optional.of(UTF_32BE);
        case "gbk", "gb2312", "x-mswin-936" -> Optional.of(GB18030);
        default -> Optional.empty();
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** How bytes become characters. */
  public Charset charset() {
    return charset;
  }

  /** What people call it, in lower case: {@code utf-16le}, {@code shift_jis}. */
  public String label() {
    return switch (this) {
      case SHIFT_JIS -> "shift_jis";
      case EUC_KR -> "euc-kr";
      default -> lower(charset.name());
    };
  }

  /** Bytes of the smallest piece of a character. */
  public int unit() {
    return unit;
  }

  /** True when a byte below 128 is always the ASCII character, never a part of another one. */
  public boolean isAsciiSafe() {
    return asciiSafe;
  }

  /** True when the unit at {@code at} is {@code control}, a character below 128. */
  public boolean isAt(byte[] bytes, int at, char control) {
    return switch (this) {
      case UTF_16LE -> bytes[at] == control && bytes[at + 1] == 0;
      case UTF_16BE -> bytes[at] == 0 && bytes[at + 1] == control;
      case UTF_32LE ->
          bytes[at] == control && bytes[at + 1] == 0 && bytes[at + 2] == 0 && bytes[at + 3] == 0;
      case UTF_32BE ->
          bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 0 && bytes[at + 3] == control;
      default -> bytes[at] == control;
    };
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
