// SPDX-License-Identifier: Apache-2.0
package dev.clew.code;

/**
 * A line of source and the commit that last changed more than its white space.
 *
 * @param line number in the file as asked for, from 1
 * @param text the line without its terminator
 * @param commit who changed it last
 * @param path what the file was called in that commit
 * @param origin number of the line in that commit's file, from 1
 */
public record BlameLine(int line, String text, Commit commit, String path, int origin) {}
