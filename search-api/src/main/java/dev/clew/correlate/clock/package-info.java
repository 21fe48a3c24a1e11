// SPDX-License-Identifier: Apache-2.0
/**
 * How far the clocks of hosts are apart, as far as requests that several of them worked on can
 * tell.
 *
 * <p>Estimates are made and told here; no time is altered unless {@link
 * dev.clew.correlate.clock.Offsets} are applied by somebody who says so. Start reading at {@link
 * dev.clew.correlate.clock.SkewSearch}.
 */
@NullMarked
package dev.clew.correlate.clock;

import org.jspecify.annotations.NullMarked;
