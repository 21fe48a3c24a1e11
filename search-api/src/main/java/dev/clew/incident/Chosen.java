// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident;

/**
 * Which one of the things an answer holds is meant: a suspect among suspects.
 *
 * @param kind of it: commit, deploy, config, …
 */
public record Chosen(String kind, String id) {}
