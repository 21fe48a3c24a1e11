// SPDX-License-Identifier: Apache-2.0
/**
 * Causes that nobody changed: a certificate, an upstream, a full disk, a quota or a surge of
 * traffic, recognised from the symptom and the events alone.
 *
 * <p>Nothing here knows a change or a repository. Start reading at {@link
 * dev.clew.suspect.operational.Operational}.
 */
@NullMarked
package dev.clew.suspect.operational;

import org.jspecify.annotations.NullMarked;
