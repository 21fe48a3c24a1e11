// SPDX-License-Identifier: Apache-2.0
/**
 * An incident as a file: a document for people in Markdown, HTML, PDF or Confluence's storage
 * format, its timeline as a table, or the whole as a bundle that another Clew reads. {@link
 * dev.clew.incident.export.Exports} is the place to start.
 *
 * <p>One description of the document ({@link dev.clew.incident.export.Part}) is written in every
 * format, so that none of them says less than another. All texts count as hostile: logs are shown
 * with their hidden characters made visible, what people wrote is Markdown whose raw HTML is shown
 * as text, and nothing is fetched when a file is opened. What is not here: the incident's values
 * and where they are kept.
 */
@NullMarked
package dev.clew.incident.export;

import org.jspecify.annotations.NullMarked;
