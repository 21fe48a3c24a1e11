// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import dev.clew.code.Fetched;
import dev.clew.code.GitException;
import dev.clew.code.GitRepository;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/** Opens repositories wherever they are. What is on a server is mirrored first, when allowed. */
public final class Opener {
  private final Fetching fetching;

  public Opener(Fetching fetching) {
    this.fetching = fetching;
  }

  /**
   * Opens a place as a whole.
   *
   * @throws GitException when it cannot be opened, or fetching it is not allowed or failed and
   *     there is no mirror of an earlier time
   */
  public GitRepository open(Place place) {
    Address address = place.address();
    if (address == null) {
      return GitRepository.open(Objects.requireNonNull(place.path()));
    }
    Mirror mirror =
        Mirror.of(
            fetching
                .cache()
                .orElseThrow(
                    () ->
                        new GitException(
                            address.text()
                                + " is not fetched: there is no folder to keep it in; name one in"
                                + " CLEW_CACHE")),
            address);
    String failed =
        fetching.allowed().allows(address) ? fetch(address, mirror) : notAllowed(address);
    Optional<Instant> fetched = mirror.fetched();
    if (failed != null && fetched.isEmpty()) {
      throw new GitException(failed);
    }
    if (failed != null) {
      note(failed + "; what is looked at was fetched " + age(fetched.get()));
    }
    return GitRepository.open(mirror.folder())
        .withFetched(new Fetched(address.text(), mirror.fetched().orElse(Instant.EPOCH), failed));
  }

  /** Why it failed; null when it did not. */
  private @Nullable String fetch(Address address, Mirror mirror) {
    try {
      Optional<Instant> before = mirror.fetched();
      mirror.make();
      mirror.alone(
          () -> {
            Fetch.Brought brought = new Fetch(address, mirror, fetching).run();
            mirror.fetched(fetching.clock().instant());
            note(
                "fetched %s: %,d branches and tags changed, %,d bytes%s"
                    .formatted(
                        address.text(),
                        brought.refs(),
                        brought.bytes(),
                        before.map(when -> "; last fetched " + age(when)).orElse("")));
          });
      return null;
    } catch (OutOfMemoryError e) {
      return "%s was not fetched: it claims more than fits into memory".formatted(address.text());
    } catch (IOException | RuntimeException e) {
      return "%s was not fetched: %s".formatted(address.text(), why(address, e));
    }
  }

  private static String notAllowed(Address address) {
    return "%s is not fetched: nothing is, unless its host is allowed; add --allow-fetch %s"
        .formatted(address.text(), AllowedHosts.entryFor(address));
  }

  private static String why(Address address, Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String said = String.valueOf(each.getMessage());
      if (each instanceof FetchRefused) {
        return said;
      }
      if (each instanceof java.net.SocketTimeoutException) {
        return "it said nothing for too long (" + said + ")";
      }
      if (each instanceof org.eclipse.jgit.errors.TooLargeObjectInPackException) {
        return "it sent an object that is too large: " + said;
      }
      if (each instanceof NoRemoteRepositoryException) {
        return "there is no repository, or it is private: put a token into "
            + Token.variable(address.host());
      }
      if (said.contains("not authorized") || said.contains("no CredentialsProvider")) {
        return "it asks who you are: put a token, or NAME:PASSWORD, into "
            + Token.variable(address.host());
      }
      message = said;
    }
    return message;
  }

  private String age(Instant then) {
    Duration age = Duration.between(then, fetching.clock().instant());
    long minutes = age.toMinutes();
    return minutes < 1
        ? "less than a minute ago"
        : minutes < 120
            ? minutes + " min ago"
            : minutes < 60 * 48 ? age.toHours() + " h ago" : age.toDays() + " days ago";
  }

  private void note(String text) {
    fetching.notes().accept(text);
  }
}
