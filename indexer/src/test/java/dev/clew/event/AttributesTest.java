// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Attributes are a map that keeps the order read and never changes. */
class AttributesTest {

  @Test
  void areTheMapTheyWereReadAs() {
    Random random = new Random(11);
    for (int size = 0; size < 200; size++) {
      Map<String, String> expected = new LinkedHashMap<>();
      AttributeList list = new AttributeList();
      for (int i = 0; i < size; i++) {
        String name = "n" + random.nextInt(size);
        if (random.nextBoolean()) {
          expected.putIfAbsent(name, "v" + i);
          list.putIfAbsent(name, "v" + i);
        } else {
          expected.put(name, "v" + i);
          list.put(name, "v" + i);
        }
      }
      Attributes attributes = list.toAttributes();
      assertThat(attributes).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(attributes.entrySet()).containsExactlyElementsOf(expected.entrySet());
      expected.forEach((name, value) -> assertThat(attributes.get(name)).isEqualTo(value));
      assertThat(attributes.get("other")).isNull();
      assertThat(attributes.containsKey("other")).isFalse();
    }
  }

  @Test
  void stayWhatTheyAreWhenMoreIsCollected() {
    for (int size : new int[] {1, 4, 8, 9, 40}) {
      AttributeList list = new AttributeList();
      for (int i = 0; i < size; i++) {
        list.put("n" + i, "v");
      }
      Attributes before = list.toAttributes();
      list.put("n0", "w");
      list.put("more", "x");
      assertThat(before).hasSize(size).containsEntry("n0", "v").doesNotContainKey("more");
      assertThat(list.toAttributes()).hasSize(size + 1).containsEntry("n0", "w");
    }
  }

  @Test
  void refuseToBeChanged() {
    AttributeList list = new AttributeList();
    list.put("order", "7");
    Map<String, String> attributes = list.toAttributes();
    assertThatThrownBy(() -> attributes.put("order", "8"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> attributes.remove("order"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Attributes.copyOf(attributes)).isSameAs(attributes);
  }
}
