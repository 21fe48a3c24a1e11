// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

import dev.clew.format.field.Draft;
import dev.clew.format.field.Names;
import org.jspecify.annotations.Nullable;

/** {@code [pod/payment-5d4c7b9f8-x2x7z/app] text}, as {@code kubectl logs --prefix} shows. */
final class PodPrefix implements Envelope {
  private static final String START = "[pod/";

  @Override
  public @Nullable Content open(String line) {
    int close = line.startsWith(START) ? line.indexOf(']') : -1;
    if (close < 0 || line.indexOf('/', START.length()) > close) {
      return null;
    }
    int text = line.startsWith(" ", close + 1) ? close + 2 : close + 1;
    return new Content(line.substring(START.length(), close), line.substring(text), false);
  }

  @Override
  public boolean isPrefix() {
    return true;
  }

  @Override
  public void describe(Content content, Draft draft) {
    String name = content.stream();
    int slash = name.indexOf('/');
    String pod = slash < 0 ? name : name.substring(0, slash);
    draft.attribute("pod", pod);
    if (slash > 0) {
      draft.attribute("container", name.substring(slash + 1));
    }
    if (draft.service() == null) {
      draft.service(Names.ofPod(pod));
    }
  }

  @Override
  public String whole(String first, Content content, String text) {
    return text;
  }
}
