// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this workbench looks at.
 *
 * @param keeps that it takes changes and notes, and keeps them
 */
public record StatusJson(
    String title,
    String version,
    String zone,
    long events,
    @Nullable RangeJson range,
    List<ServiceJson> services,
    List<String> repositories,
    int changes,
    boolean keeps) {

  /** A service and how many events it wrote. */
  public record ServiceJson(String service, long events) {}
}
