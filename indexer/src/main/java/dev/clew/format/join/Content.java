// SPDX-License-Identifier: Apache-2.0
package dev.clew.format.join;

/**
 * What a program wrote, without what was wrapped around it.
 *
 * @param stream names the program and the stream it wrote to
 * @param text what it wrote
 * @param partial that the line goes on in the next one of the stream
 */
public record Content(String stream, String text, boolean partial) {}
