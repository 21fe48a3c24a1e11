// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a repository is a mirror of one on a server, and how old it is.
 *
 * @param address of the repository, without a password
 * @param when it was last fetched whole
 * @param failure why it was not fetched again when it was opened, a sentence without its end; null
 *     when it was
 */
public record Fetched(String address, Instant when, @Nullable String failure) {}
