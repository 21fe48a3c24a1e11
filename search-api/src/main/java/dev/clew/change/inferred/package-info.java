// SPDX-License-Identifier: Apache-2.0
/**
 * Deploys and restarts that nobody told of, read off the logs: a version that changes for good, a
 * program that says it starts, a process that another one replaces.
 *
 * <p>Asks the store for a few counts and single events, never for all of them; what cannot be told
 * for sure is not inferred, and why is said. Start reading at {@link
 * dev.clew.change.inferred.InferredChanges}.
 */
@NullMarked
package dev.clew.change.inferred;

import org.jspecify.annotations.NullMarked;
