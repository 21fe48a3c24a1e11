// SPDX-License-Identifier: Apache-2.0
/**
 * What the requests say: where they begin to fail, leave their usual course or lose time.
 *
 * <p>Requests are remembered from events handed in one by one; no store is asked here, and no
 * service is ranked. Start reading at {@link dev.clew.explain.trace.Traces}.
 */
@NullMarked
package dev.clew.explain.trace;

import org.jspecify.annotations.NullMarked;
