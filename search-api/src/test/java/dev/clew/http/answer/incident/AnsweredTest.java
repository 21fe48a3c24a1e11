// SPDX-License-Identifier: Apache-2.0
package dev.clew.http.answer.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.clew.incident.Chosen;
import dev.clew.incident.EvidenceKind;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A copy says the same as an answer of today when all that it could say is as it was. */
class AnsweredTest {
  private static final String COPY =
      """
      {"total": {"value": 3, "exact": true}, "complete": true, "tookMs": 12, "buckets": [
        {"time": "2026-11-21T14:00:00Z", "counts": {"error": 3}, "total": 3}]}""";

  @Test
  void aFieldThatTheApiDidNotHaveIsNoDifference() {
    assertSame(COPY, COPY.replace("\"tookMs\": 12", "\"tookMs\": 900, \"late\": 2"));
    assertSame(COPY, COPY.replace("\"total\": 3}]", "\"total\": 3, \"late\": {\"after\": 3}}]"));
  }

  @Test
  void anotherValueIsOneHoweverDeep() {
    assertDiffers(COPY, COPY.replace("\"error\": 3", "\"error\": 2"), "buckets");
    assertDiffers(COPY, COPY.replace("\"exact\": true", "\"exact\": false"), "total");
    assertDiffers(COPY, COPY.replace("14:00:00Z", "14:00:01Z"), "buckets");
  }

  @Test
  void aNameThatIsNewAmongDataIsOne() {
    assertDiffers(COPY, COPY.replace("\"error\": 3", "\"error\": 3, \"fatal\": 1"), "buckets");
  }

  @Test
  void oneMoreOrLessInAListIsOne() {
    String bucket = "{\"time\": \"2026-11-21T14:01:00Z\", \"counts\": {}, \"total\": 0}";
    assertDiffers(
        COPY, COPY.replace("\"total\": 3}]", "\"total\": 3}, " + bucket + "]"), "buckets");
    assertDiffers(COPY, COPY.replaceAll("(?s)\\[.*]", "[]"), "buckets");
  }

  @Test
  void anAnswerInPartIsNotTheWhole() {
    String older = COPY.replace("\"complete\": true, ", "");
    assertSame(older, COPY);
    Answered now = read(COPY.replace("\"complete\": true", "\"complete\": false"), null);
    assertThat(read(older, null).isSame(now)).isFalse();
  }

  @Test
  void aSuspectThatIsSuspectedNoLongerIsAnotherAnswer() {
    Chosen chosen = new Chosen("commit", "abc");
    String copy = "{\"suspects\": [{\"kind\": \"commit\", \"id\": \"abc\", \"score\": 0.9}]}";
    String more = copy.replace("\"score\": 0.9", "\"score\": 0.9, \"owner\": \"kim\"");
    assertThat(read(copy, chosen).isSame(read(more, chosen))).isTrue();
    assertThat(read(copy, chosen).isSame(read(copy.replace("0.9", "0.8"), chosen))).isFalse();
    assertThat(read(copy, chosen).isSame(read("{\"suspects\": []}", chosen))).isFalse();
    assertThat(read("{\"suspects\": []}", chosen).isSame(read(copy, chosen))).isFalse();
  }

  @Test
  void allObjectsOfTheApiWhoseFieldsAreDataAreKnown() {
    Stream<RecordComponent> components =
        new ClassFileImporter()
            .importPackages("dev.clew.http.json").stream()
                .map(JavaClass::reflect)
                .filter(Class::isRecord)
                .filter(type -> !type.getName().contains(".json.intake."))
                .filter(type -> !type.getName().contains(".json.incident."))
                .flatMap(type -> Stream.of(type.getRecordComponents()));
    assertThat(
            components
                .filter(component -> Map.class.isAssignableFrom(component.getType()))
                .map(RecordComponent::getName))
        .isNotEmpty()
        .allMatch(SharedFields.DATA::contains);
  }

  private static void assertSame(String copy, String now) {
    assertThat(now).isNotEqualTo(copy);
    assertThat(read(copy, null).isSame(read(now, null))).isTrue();
  }

  private static void assertDiffers(String copy, String now, String name) {
    assertThat(now).isNotEqualTo(copy);
    assertThat(read(copy, null).isSame(read(now, null))).isFalse();
    assertThat(read(copy, null).differing(read(now, null))).containsExactly(name);
  }

  private static Answered read(String json, @Nullable Chosen chosen) {
    EvidenceKind kind = chosen == null ? EvidenceKind.CHART : EvidenceKind.SUSPECT;
    return Answered.read(kind, json.getBytes(StandardCharsets.UTF_8), chosen);
  }
}
