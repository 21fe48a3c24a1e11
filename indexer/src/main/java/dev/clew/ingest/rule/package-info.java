// SPDX-License-Identifier: Apache-2.0
/**
 * What is known about a source before its lines are read: by the rules that people give, else by
 * where it lies.
 *
 * <p>Nothing here opens a source. Start reading at {@link dev.clew.ingest.rule.SourceRules}.
 */
@NullMarked
package dev.clew.ingest.rule;

import org.jspecify.annotations.NullMarked;
