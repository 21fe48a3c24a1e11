// SPDX-License-Identifier: Apache-2.0
/**
 * Looking at a selection part by part in time: what each part holds, and how much of the whole has
 * been looked at.
 *
 * <p>Every part is asked of a {@link dev.clew.store.LogStore}, whose answers stand unchanged; how
 * they travel to people does not live here. Start reading at {@link dev.clew.scan.Scan}.
 */
@NullMarked
package dev.clew.scan;

import org.jspecify.annotations.NullMarked;
