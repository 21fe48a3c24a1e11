// SPDX-License-Identifier: Apache-2.0
/**
 * The commands about events that belong together and about what happened when.
 *
 * <p>What they print as JSON is what the API answers; what is found is found elsewhere. Start
 * reading at {@link dev.clew.app.relate.CorrelateCommand}.
 */
@NullMarked
package dev.clew.app.relate;

import org.jspecify.annotations.NullMarked;
