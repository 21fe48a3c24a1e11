// SPDX-License-Identifier: Apache-2.0
/**
 * What a source file says, read with a parser of its language: functions, log statements,
 * exceptions, calls. The only package that knows tree-sitter.
 */
@NullMarked
package dev.clew.code.syntax;

import org.jspecify.annotations.NullMarked;
