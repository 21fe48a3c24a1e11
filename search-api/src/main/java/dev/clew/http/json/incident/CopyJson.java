// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.json.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.clew.http.json.RangeJson;
import dev.clew.incident.Evidence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored answer with its bytes.
 *
 * @param copy the answer, byte for byte as it was
 */
public record CopyJson(
    String id,
    String kind,
    String title,
    EvidenceJson.AskJson ask,
    @JsonInclude(Include.NON_NULL) EvidenceJson.@Nullable ChosenJson chosen,
    @Nullable String view,
    @Nullable RangeJson range,
    String source,
    Instant taken,
    String by,
    String sha256,
    long bytes,
    @Nullable Long total,
    @Nullable Instant first,
    @Nullable Instant last,
    List<String> used,
    EvidenceJson.CheckJson check,
    @JsonRawValue String copy) {
  public static CopyJson of(Evidence evidence, byte[] copy) {
    EvidenceJson json = EvidenceJson.of(evidence);
    return new CopyJson(
        json.id(),
        json.kind(),
        json.title(),
        json.ask(),
        json.chosen(),
        json.view(),
        json.range(),
        json.source(),
        json.taken(),
        json.by(),
        json.sha256(),
        json.bytes(),
        json.total(),
        json.first(),
        json.last(),
        json.used(),
        json.check(),
        new String(copy, StandardCharsets.UTF_8));
  }
}
