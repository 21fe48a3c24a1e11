// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this workbench looks at. */
public record StatusJson(
    String title,
    String version,
    String zone,
    long events,
    @Nullable RangeJson range,
    List<ServiceJson> services,
    List<String> repositories,
    int changes) {

  /** A service and how many events it wrote. */
  public record ServiceJson(String service, long events) {}
}
