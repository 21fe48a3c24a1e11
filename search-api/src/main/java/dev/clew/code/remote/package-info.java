// SPDX-License-Identifier: Apache-2.0
/**
 * Where repositories are: on this machine, or on a server from which a mirror is fetched when its
 * host is allowed. Start reading at {@link dev.clew.code.remote.Place}.
 */
@NullMarked
package dev.clew.code.remote;

import org.jspecify.annotations.NullMarked;
