// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.correlate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.clew.correlate.call.CallGraph;
import dev.clew.correlate.call.CallGraph.Call;
import dev.clew.http.json.CountJson;
import dev.clew.http.json.RangeJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Services and the calls between them.
 *
 * @param requests how many requests were looked at
 * @param left steps of very long requests that were left out
 * @param read how many of the {@code total} events were read for that
 * @param complete false when events could not be read in time or at all
 * @param reason why it is not complete
 */
public record GraphJson(
    RangeJson range,
    List<NodeJson> services,
    List<CallJson> calls,
    int requests,
    long left,
    CountJson total,
    long read,
    boolean complete,
    @JsonInclude(Include.NON_NULL) @Nullable String reason,
    long tookMs) {

  /** A service: the requests it worked on, failed in, and was the first to get. */
  public record NodeJson(String service, int requests, int failing, int entries) {}

  /**
   * Calls from one service to another.
   *
   * @param basis {@code spans}, {@code reconstructed}, or {@code both}
   * @param reconstructed how many of the calls no span tells of
   */
  public record CallJson(
      String caller,
      String callee,
      int calls,
      int errors,
      String basis,
      int reconstructed,
      LatencyJson latency) {
    static CallJson of(Call call) {
      String basis =
          call.reconstructed() == 0
              ? "spans"
              : call.reconstructed() == call.calls() ? "reconstructed" : "both";
      return new CallJson(
          call.caller(),
          call.callee(),
          call.calls(),
          call.errors(),
          basis,
          call.reconstructed(),
          new LatencyJson(
              Millis.of(call.latency().p50()),
              Millis.of(call.latency().p95()),
              Millis.of(call.latency().p99()),
              Millis.of(call.latency().max())));
    }
  }

  /** How long calls took at the callee. */
  public record LatencyJson(double p50Ms, double p95Ms, double p99Ms, double maxMs) {}

  /** {@code graph} as the answer for {@code range}. */
  public static GraphJson of(
      RangeJson range, CallGraph graph, @Nullable String reason, long tookMs) {
    return new GraphJson(
        range,
        graph.services().stream()
            .map(
                node ->
                    new NodeJson(node.service(), node.requests(), node.failing(), node.entries()))
            .toList(),
        graph.calls().stream().map(CallJson::of).toList(),
        graph.requests(),
        graph.left(),
        CountJson.of(graph.sample().total()),
        graph.sample().read(),
        graph.sample().complete(),
        reason,
        tookMs);
  }
}
