// SPDX-License-Identifier: Apache-2.0
/** What is noted, as the API shows and takes it. */
@NullMarked
package dev.clew.http.json.note;

import org.jspecify.annotations.NullMarked;
