// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which commit a version is: the one of its tag, by the usual ways to name tags, or the one whose
 * id the version carries, as {@code 2.14.0-3-g9f31c2e} and {@code 2.14.0+9f31c2e} do. Versions come
 * from logs and are not trusted: what is no plain name is no version.
 */
public final class Versions {
  private static final Pattern PLAIN = Pattern.compile("[\\w.+-]{1,100}");
  private static final Pattern CARRIED =
      Pattern.compile("(?:^|-g|[+.-])([0-9a-f]{7,40})(?:[.-]dirty)?$");

  private static final Pattern DESCRIBED = Pattern.compile("-\\d+-g[0-9a-f]{7,40}(?:-dirty)?$");

  private Versions() {}

  /**
   * A commit that a version is.
   *
   * @param commit full id
   * @param how how it was found, in words
   */
  public record Found(String commit, String how) {}

  /**
   * The commit of a version of a service.
   *
   * @param service the service, whose name tags of a shared repository begin with; null when
   *     unknown
   */
  public static Optional<Found> commit(
      GitRepository repository, @Nullable String service, @Nullable String version) {
    if (version == null || !PLAIN.matcher(version).matches()) {
      return Optional.empty();
    }
    // git describe names a commit after a tag, and such a name is no tag
    boolean described = DESCRIBED.matcher(version).find();
    for (String tag : described ? List.<String>of() : tags(service, version)) {
      Optional<String> commit = repository.resolve("refs/tags/" + tag);
      if (commit.isPresent()) {
        return Optional.of(new Found(commit.get(), "told by the tag " + tag));
      }
    }
    Matcher carried = CARRIED.matcher(version);
    return carried.find()
        ? repository
            .resolve(carried.group(1))
            .map(commit -> new Found(commit, "told by the id in the version " + version))
        : Optional.empty();
  }

  /** Names that a tag of the version may have: the service's own before those of all. */
  private static List<String> tags(@Nullable String service, String version) {
    String plain = version.startsWith("v") ? version.substring(1) : version;
    List<String> tags = new ArrayList<>();
    if (service != null && PLAIN.matcher(service).matches()) {
      for (String join : List.of("-", "/", "_", "-v", "/v", "@")) {
        tags.add(service + join + plain);
      }
    }
    tags.add(version);
    for (String prefix :
        List.of("v", "", "release-", "release/", "rel-", "rel/", "release-v", "version-")) {
      tags.add(prefix + plain);
    }
    return tags;
  }
}
