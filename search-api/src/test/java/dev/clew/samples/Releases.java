// SPDX-License-Identifier: Apache-2.0
package dev.clew.samples;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of each service ran when. */
public final class Releases {

  private static final Pattern READ_TIMEOUT =
      Pattern.compile("READ_TIMEOUT = Duration.ofMillis\\((\\d+)\\)");

  private final ShopHistory history;
  private final List<Deploy> deploys;

  Releases(ShopHistory history, List<Deploy> deploys) {
    this.history = history;
    this.deploys = List.copyOf(deploys);
  }

  /** A version that took over from the one before; its tag is {@code service-version}. */
  public record Deploy(Instant time, String service, String version, String by) {
    public String tag() {
      return service + "-" + version;
    }
  }

  public List<Deploy> deploys() {
    return deploys;
  }

  public String commit(Deploy deploy) {
    return history.commit(deploy.tag());
  }

  /** The deploy in force at a time. */
  public Deploy at(String service, long time) {
    Deploy found = null;
    for (Deploy deploy : deploys) {
      if (deploy.service().equals(service) && deploy.time().toEpochMilli() <= time) {
        found = deploy;
      }
    }
    return Objects.requireNonNull(found, service);
  }

  public Sources sources(String service, long time) {
    return history.sources(at(service, time).tag());
  }

  /** How long checkout waits for an answer, in milliseconds, as its sources say. */
  int checkoutTimeout(long time) {
    String path = "shared/http-client/src/main/java/com/acme/shop/http/HttpDefaults.java";
    Matcher matcher = READ_TIMEOUT.matcher(sources("checkout", time).text(path));
    if (!matcher.find()) {
      throw new IllegalStateException("no READ_TIMEOUT");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
