// SPDX-License-Identifier: Apache-2.0
/**
 * Pipelines computed: a query and its pipes in, a table out, in bounded memory.
 *
 * <p>Here is where rows come from: the store counts where it can, else its pages are read. What
 * pipes do with rows is in {@code stage}, what they compute in {@code measure}. How tables are
 * shown does not live here. Start reading at {@link dev.clew.pipe.Pipes}.
 */
@NullMarked
package dev.clew.pipe;

import org.jspecify.annotations.NullMarked;
