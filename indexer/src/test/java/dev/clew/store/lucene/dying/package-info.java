// SPDX-License-Identifier: Apache-2.0
/**
 * A file system that dies at a call that makes something durable, as its process would. It forwards
 * to the default one. Start reading at {@link dev.clew.store.lucene.dying.Life}.
 */
@NullMarked
package dev.clew.store.lucene.dying;

import org.jspecify.annotations.NullMarked;
