// SPDX-License-Identifier: Apache-2.0
/**
 * Runs of configuration tools: what Ansible, Puppet and Chef report that they changed on which
 * machine, as settings with the value before and after.
 *
 * <p>Only what took effect becomes a change: rehearsals (check, noop) and failures do not. Files
 * and requests are opened elsewhere. Start reading at {@link dev.clew.change.run.RunListener}, then
 * {@link dev.clew.change.run.AnsibleReport}.
 */
@NullMarked
package dev.clew.change.run;

import org.jspecify.annotations.NullMarked;
