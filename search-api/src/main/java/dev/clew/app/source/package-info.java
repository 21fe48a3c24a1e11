// SPDX-License-Identifier: Apache-2.0
/** The commands about source code: which statement printed a line, which messages a commit has. */
@NullMarked
package dev.clew.app.source;

import org.jspecify.annotations.NullMarked;
