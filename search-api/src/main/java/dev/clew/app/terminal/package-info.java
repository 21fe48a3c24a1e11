// SPDX-License-Identifier: Apache-2.0
/**
 * The person and the machine around a command: the console, progress, times and sizes in words, and
 * faults that say what to try.
 *
 * <p>What every command needs and nothing of what Clew finds: no other package of ours comes in
 * here, and nothing here asks the environment; the program hands it in as {@link
 * dev.clew.app.terminal.Surroundings}. Start reading at {@link dev.clew.app.terminal.Console}.
 */
@NullMarked
package dev.clew.app.terminal;

import org.jspecify.annotations.NullMarked;
