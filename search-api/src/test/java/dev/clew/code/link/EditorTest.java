// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EditorTest {
  @Test
  void opensAFileAtALine() {
    Path file = Path.of("/src/my shop/Pay.java");
    assertThat(Editor.of("VSCode").orElseThrow().link(file, 42))
        .isEqualTo("vscode://file/src/my%20shop/Pay.java:42");
    assertThat(Editor.of("idea").orElseThrow().link(file, 0))
        .isEqualTo("idea://open?file=/src/my%20shop/Pay.java&line=1");
  }

  @Test
  void encodesWhatCouldEndTheAddress() {
    assertThat(Editor.IDEA.link(Path.of("/a&line=7#x/\"<b>?.java"), 3))
        .isEqualTo("idea://open?file=/a%26line%3D7%23x/%22%3Cb%3E%3F.java&line=3");
  }

  @Test
  void knowsNoOtherEditors() {
    assertThat(Editor.of("javascript")).isEmpty();
    assertThat(Editor.names()).startsWith("vscode, ");
  }
}
