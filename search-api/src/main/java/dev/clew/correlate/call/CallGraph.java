// SPDX-License-Identifier: Apache-2.0
package dev.clew.correlate.call;

import dev.clew.correlate.request.Sample;
import java.util.List;

/**
 * Services and the calls between them.
 *
 * @param services most requests first
 * @param calls most calls first
 * @param requests how many requests were looked at
 * @param left steps of requests that were left out because there were too many
 * @param sample how much was read
 */
public record CallGraph(
    List<ServiceNode> services, List<Call> calls, int requests, long left, Sample sample) {
  public CallGraph {
    services = List.copyOf(services);
    calls = List.copyOf(calls);
  }

  /**
   * A service.
   *
   * @param requests that it worked on
   * @param failing requests in which it reported an error
   * @param entries requests that came to it first, as far as is known
   */
  public record ServiceNode(String service, int requests, int failing, int entries) {}

  /**
   * Calls from one service to another.
   *
   * @param calls how many
   * @param errors how many of them failed
   * @param reconstructed how many are not told by spans: the callee was at work while the caller
   *     was
   * @param latency how long they took, at the callee
   */
  public record Call(
      String caller, String callee, int calls, int errors, int reconstructed, Latency latency) {}

  /**
   * How long calls took, nanoseconds.
   *
   * @param of how many calls it is known
   */
  public record Latency(int of, long p50, long p95, long p99, long max) {}
}
