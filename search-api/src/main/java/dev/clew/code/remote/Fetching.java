// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how repositories are fetched.
 *
 * @param allowed the hosts from which
 * @param limits how much one fetch may take
 * @param cache folder below which mirrors are kept; empty keeps none, and then nothing is fetched
 * @param clock tells the age of a mirror
 * @param environment variables, for tokens; null for one that is not set
 * @param notes told what is fetched, and how old a mirror is
 */
public record Fetching(
    AllowedHosts allowed,
    FetchLimits limits,
    Optional<Path> cache,
    InstantSource clock,
    UnaryOperator<@Nullable String> environment,
    Consumer<String> notes) {}
