// SPDX-License-Identifier: Apache-2.0
/**
 * Which folder of a repository belongs to which service: told, or guessed from names of folders and
 * of build files. Start reading at {@link dev.clew.code.home.HomeSearch}.
 */
@NullMarked
package dev.clew.code.home;

import org.jspecify.annotations.NullMarked;
