// SPDX-License-Identifier: Apache-2.0
/** The shapes of answers about source code: statements, their history, messages of commits. */
@NullMarked
package dev.clew.http.json.source;

import org.jspecify.annotations.NullMarked;
