// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.syntax;

/**
 * A place in the source that says something: it logs, prints or throws it, or only holds the text.
 *
 * @param kind how the text gets out
 * @param template what is said
 * @param level TRACE, DEBUG, INFO, WARN, ERROR or FATAL; empty when the source does not tell
 * @param logger name or class that the logger is made for; empty when the file does not tell
 * @param owner class around it; empty when there is none
 * @param function name of the innermost function around it; empty outside functions
 * @param first first line, from 1
 * @param last last line, inclusive
 */
public record Said(
    Kind kind,
    Template template,
    String level,
    String logger,
    String owner,
    String function,
    int first,
    int last) {
  /** How a text gets out, surest first. */
  public enum Kind {
    /** by a call on a logger */
    LOG,
    /** by a call that looks like a wrapper around a logger, or prints */
    PRINT,
    /** as the message of an exception */
    THROW,
    /** some other way: a text of several words in the source */
    TEXT
  }
}
