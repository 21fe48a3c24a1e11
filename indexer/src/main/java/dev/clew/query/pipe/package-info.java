// SPDX-License-Identifier: Apache-2.0
/**
 * What is done with the events a query finds: pipes, in the order they are typed.
 *
 * <p>Here are the tree, its parser and its printer; how a pipe is computed lives elsewhere. Start
 * reading at {@link dev.clew.query.pipe.Pipe}; text becomes a tree in {@link
 * dev.clew.query.pipe.PipelineParser}.
 */
@NullMarked
package dev.clew.query.pipe;

import org.jspecify.annotations.NullMarked;
