// SPDX-License-Identifier: Apache-2.0
/**
 * How lines become events: formats as data with their own samples, and their detection.
 *
 * <p>A format is a small file among the resources, such as {@code nginx-error.format}; the names
 * that loggers give to fields are in {@code roles.names}. Nothing here reads files of logs or keeps
 * events. Start reading at {@link dev.clew.format.Formats}, then {@link
 * dev.clew.format.SourceParser}.
 */
@NullMarked
package dev.clew.format;

import org.jspecify.annotations.NullMarked;
