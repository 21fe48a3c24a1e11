// SPDX-License-Identifier: Apache-2.0
/**
 * Git repositories as evidence: commits, hunks, blame, source text at a commit, and the way from a
 * stack frame or a log message to a line.
 *
 * <p>Repositories are only read: nothing is checked out, no hook runs, no submodule is followed,
 * and no configuration of the user or the machine is consulted. JGit's types stay inside. What a
 * commit has to do with an incident is not judged here. Start reading at {@link
 * dev.clew.code.GitRepository}.
 */
@NullMarked
package dev.clew.code;

import org.jspecify.annotations.NullMarked;
