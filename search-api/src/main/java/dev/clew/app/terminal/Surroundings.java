// SPDX-License-Identifier: Apache-2.0
package dev.clew.app.terminal;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The world outside the process, handed in once.
 *
 * @param console where to print
 * @param input standard input
 * @param clock what time it is
 * @param zone the machine's time zone
 * @param home the folder Clew lives in, which holds sample-logs
 * @param environment variables by name; null for one that is not set
 * @param cache where what can be made again is kept between runs; empty keeps nothing
 */
public record Surroundings(
    Console console,
    InputStream input,
    InstantSource clock,
    ZoneId zone,
    Path home,
    UnaryOperator<@Nullable String> environment,
    Optional<Path> cache) {}
