// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: the commands and the wiring of everything else.
 *
 * <p>The only place that knows the environment, the system clock, the default zone, locale and
 * character set, and that may end the process. No heuristics live here, and no output of more than
 * one command. Start reading at {@link dev.clew.app.Main}, then {@link dev.clew.app.Commands}.
 */
@NullMarked
package dev.clew.app;

import org.jspecify.annotations.NullMarked;
