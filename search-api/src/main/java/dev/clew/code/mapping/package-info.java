// SPDX-License-Identifier: Apache-2.0
/** Folders of a repository by the paths that frames print, as people gave them. */
@NullMarked
package dev.clew.code.mapping;

import org.jspecify.annotations.NullMarked;
