// SPDX-License-Identifier: Apache-2.0
package dev.clew.format;

import dev.clew.event.EventTime;
import org.jspecify.annotations.Nullable;

/**
 * What the first lines of a source were found to be.
 *
 * @param format the name of the format
 * @param share how many of the lines looked at start an event of that format, 0 to 1
 * @param firstTime the first time read in them; null when there is none
 */
public record Detection(String format, double share, @Nullable EventTime firstTime) {}
