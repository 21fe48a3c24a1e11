// SPDX-License-Identifier: Apache-2.0
package dev.clew.event;

import org.jspecify.annotations.Nullable;

/**
 * One call of a stack trace.
 *
 * @param module class, package or module the function belongs to, as printed: {@code
 *     com.acme.pay.GatewayClient}; empty when not named
 * @param function name as printed, without arguments
 * @param file source file as printed: a bare name in Java, a path elsewhere
 * @param line line in that file from 1; 0 when not printed
 * @param column column in that line from 1; 0 when not printed, or of no use as lines are short
 */
public record StackFrame(
    String module, String function, @Nullable String file, int line, int column) {

  /** A call without a column. */
  public StackFrame(String module, String function, @Nullable String file, int line) {
    this(module, function, file, line, 0);
  }

  /** {@code module.function}, or the function alone where no module is named. */
  public String qualifiedFunction() {
    return module.isEmpty() ? function : module + "." + function;
  }
}
