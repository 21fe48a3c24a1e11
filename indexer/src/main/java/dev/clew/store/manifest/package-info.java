// SPDX-License-Identifier: Apache-2.0
/**
 * The one file that says what a store holds: which partitions, as of which of their commits, and
 * how far the readers have come; and the room on the disk to write it.
 *
 * <p>Only files and values; nothing here knows Lucene. Start reading at {@link
 * dev.clew.store.manifest.Manifest}, then {@link dev.clew.store.manifest.ManifestFile}.
 */
@NullMarked
package dev.clew.store.manifest;

import org.jspecify.annotations.NullMarked;
