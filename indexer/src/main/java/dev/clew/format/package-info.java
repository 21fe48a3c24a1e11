// SPDX-License-Identifier: Apache-2.0
/**
 * How lines become events: formats as data with their own samples, their detection, and the joining
 * of lines that belong together.
 *
 * <p>A format is a small file among the resources; see {@code formats/logback.format} for one that
 * is a layout and {@code formats/json.format} for one that is a list of names. Nothing here reads
 * files of logs or keeps events. Start reading at {@link dev.clew.format.Formats}, then {@link
 * dev.clew.format.LineParser}.
 */
@NullMarked
package dev.clew.format;

import org.jspecify.annotations.NullMarked;
