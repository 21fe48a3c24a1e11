// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.failure;

import dev.clew.http.json.FrameJson;
import dev.clew.http.json.SuspectsJson.RunningJson;
import dev.clew.suspect.FailingLine;
import org.jspecify.annotations.Nullable;

/**
 * Where an event failed.
 *
 * @param running the commit that ran; null without a repository of the service
 * @param frame the first frame of the application at that commit; null when none was found
 */
public record CodeJson(@Nullable RunningJson running, @Nullable FrameJson frame) {
  public static CodeJson of(FailingLine line) {
    return new CodeJson(
        RunningJson.of(line.running()),
        line.frame().map(frame -> FrameJson.of(frame, true)).orElse(null));
  }
}
