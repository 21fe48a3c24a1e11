// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How answers become bytes: keys in the order the records declare them, times as ISO 8601, and text
 * that is always valid UTF-8. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.
 */
final class Json {
  private static final char REPLACEMENT = '\uFFFD';

  private Json() {}

  static JsonMapper mapper() {
    SimpleModule wellFormed = new SimpleModule("well-formed");
    wellFormed.addSerializer(String.class, new Values());
    wellFormed.addKeySerializer(String.class, new Keys());
    return JsonMapper.builder()
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .addModule(wellFormed)
        .build();
  }

  private static final class Values extends ValueSerializer<String> {
    @Override
    public void serialize(String text, JsonGenerator json, SerializationContext context) {
      json.writeString(wellFormed(text));
    }
  }

  private static final class Keys extends ValueSerializer<String> {
    @Override
    public void serialize(String text, JsonGenerator json, SerializationContext context) {
      json.writeName(wellFormed(text));
    }
  }

  private static String wellFormed(String text) {
    int lone = loneSurrogate(text, 0);
    if (lone < 0) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text);
    for (; lone >= 0; lone = loneSurrogate(text, lone + 1)) {
      mended.setCharAt(lone, REPLACEMENT);
    }
    return mended.toString();
  }

  /** Index of the first surrogate without its other half from {@code start} on; -1 without one. */
  private static int loneSurrogate(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
