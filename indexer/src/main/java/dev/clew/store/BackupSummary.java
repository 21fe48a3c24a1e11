// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

/**
 * What was backed up or restored.
 *
 * @param commit number of the commit, which grows with each
 * @param events it holds
 * @param partitions it is divided into
 * @param files copied
 * @param bytes copied
 */
public record BackupSummary(long commit, long events, int partitions, int files, long bytes) {}
