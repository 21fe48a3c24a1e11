// SPDX-License-Identifier: Apache-2.0
/**
 * A stage for each pipe: takes rows one after the other and passes rows on.
 *
 * <p>What a stage cannot keep it leaves out and notes. Where rows come from does not live here.
 * Start reading at {@link dev.clew.pipe.stage.Stage}.
 */
@NullMarked
package dev.clew.pipe.stage;

import org.jspecify.annotations.NullMarked;
