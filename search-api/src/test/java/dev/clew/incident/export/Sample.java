// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import dev.clew.incident.Ask;
import dev.clew.incident.Block;
import dev.clew.incident.Check;
import dev.clew.incident.Chosen;
import dev.clew.incident.Comment;
import dev.clew.incident.Entry;
import dev.clew.incident.Evidence;
import dev.clew.incident.EvidenceKind;
import dev.clew.incident.Gravity;
import dev.clew.incident.Incident;
import dev.clew.incident.Item;
import dev.clew.incident.ItemKind;
import dev.clew.incident.Mark;
import dev.clew.incident.MarkKind;
import dev.clew.incident.Review;
import dev.clew.incident.Role;
import dev.clew.incident.Section;
import dev.clew.incident.Status;
import dev.clew.incident.Version;
import dev.clew.incident.Whole;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An incident with evidence of every kind, in whose texts somebody hostile had a hand. */
final class Sample {
  static final String HOSTILE =
      "<script>alert(1)</script> ]]> & \"quoted\" `tick` | pipe [x](javascript:alert(2)) \u202Egnp.exe";

  static final Instant START = Instant.parse("2026-03-10T14:11:58.123456789Z");

  private static final Map<EvidenceKind, String> ANSWERS =
      Map.of(
          EvidenceKind.ROW,
          """
          {"event":{"time":"2026-03-10T14:11:58.123456789Z","level":"error","service":"checkout",
            "message":"failed","raw":"14:11:58 ERROR HOSTILE\\n  at a.B.c(B.java:1)",
            "origin":{"file":"checkout.log","line":7}},
           "before":[{"time":"2026-03-10T14:11:57Z","level":"info","service":"checkout",
            "message":"before"}],"after":[]}""",
          EvidenceKind.ROWS,
          """
          {"events":[{"time":"2026-03-10T14:11:58Z","level":"error","service":"=1+1",
            "message":"HOSTILE"}],"total":{"value":585,"exact":false}}""",
          EvidenceKind.CHART,
          """
          {"stepMs":60000,"levels":["info","error"],"total":{"value":12,"exact":true},
           "buckets":[{"time":"2026-03-10T14:10:00Z","counts":{"info":4},"total":4},
            {"time":"2026-03-10T14:11:00Z","counts":{"info":3,"error":5},"total":8}],
           "changes":[{"kind":"deploy","time":"2026-03-10T14:09:41Z","service":"checkout",
            "label":"HOSTILE","by":"bot"}]}""",
          EvidenceKind.PATTERNS,
          """
          {"total":10,"patterns":[{"template":"HOSTILE <num>","count":9,"before":0,"kind":"new",
            "level":"error","services":["checkout"],"first":"2026-03-10T14:11:58Z"}]}""",
          EvidenceKind.COMPARISON,
          """
          {"sentence":"2 differences, of 40 comparisons","here":{"members":9,"perMinute":9.0},
           "there":{"members":1,"perMinute":1.0},
           "groups":[{"leading":{"kind":"pattern","sentence":"new: HOSTILE"}}],
           "leftOut":[{"name":"path","reason":"more than 1,000 values"}]}""",
          EvidenceKind.SUSPECT,
          """
          {"suspects":[{"kind":"commit","id":"aaa","title":"first","score":0.6,"strength":"strong"},
            {"kind":"commit","id":"bbb","title":"HOSTILE","author":"Ben","score":0.44,
             "strength":"likely","time":"2026-03-06T13:05:09Z",
             "evidence":[{"weight":0.39,"text":"lowers a value from 5000 to 2500",
              "file":"HttpDefaults.java","line":12},{"weight":-0.05,"text":"HOSTILE"}],
             "diff":[{"file":"HttpDefaults.java","oldStart":5,"newStart":5,
              "lines":[{"op":"-","text":"old ]]> ```"},{"op":"+","text":"new"}]}]}],
           "cleared":[{"id":"ccc"}]}""",
          EvidenceKind.DIFF,
          """
          {"lines":[{"line":12,"text":"HOSTILE"}]}""",
          EvidenceKind.TRACE,
          """
          {"value":"83857","total":{"value":1,"exact":true},"start":"2026-03-10T14:11:58Z",
           "end":"2026-03-10T14:12:00Z","services":[{"service":"checkout","events":1}],
           "events":[{"event":{"time":"2026-03-10T14:11:58Z","message":"HOSTILE"}}]}""",
          EvidenceKind.TIMELINE,
          """
          {"lanes":[{"name":"checkout","total":9,"firstError":"2026-03-10T14:11:58Z"}],
           "changes":[]}""");

  private Sample() {}

  static Whole whole() {
    List<Evidence> evidence = new ArrayList<>();
    Map<String, byte[]> copies = new HashMap<>();
    for (EvidenceKind kind : EvidenceKind.values()) {
      String id = "E" + (evidence.size() + 1);
      String json = ANSWERS.get(kind);
      byte[] copy = quoted(json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8);
      copies.put(id, copy);
      evidence.add(evidence(id, kind, copy));
    }
    List<Block> blocks = blocks();
    Map<String, List<Version>> versions = new HashMap<>();
    blocks.forEach(block -> versions.put(block.id(), List.of(block.version())));
    return new Whole(incident(evidence, blocks), copies, versions, List.<Entry>of());
  }

  /** The answers with the hostile text in the places that are marked. */
  private static String quoted(String json) {
    return json.replace("HOSTILE", HOSTILE.replace("\"", "\\\""));
  }

  private static Evidence evidence(String id, EvidenceKind kind, byte[] copy) {
    @Nullable Chosen chosen = kind == EvidenceKind.SUSPECT ? new Chosen("commit", "bbb") : null;
    return new Evidence(
        id,
        kind,
        kind.word() + " " + HOSTILE,
        new Ask("/api/search", Map.of("q", HOSTILE)),
        chosen,
        "/i?v=1&q=x",
        null,
        "the demo",
        START,
        "Ana",
        Bundle.sha256(copy),
        copy.length,
        3L,
        START,
        START,
        List.of(),
        new Check(Check.State.NOW, "423", "418", START, null));
  }

  private static List<Block> blocks() {
    return List.of(
        new Block(
            "B1",
            Section.SUMMARY,
            Role.TEXT,
            "Orders failed **twice** [E1]. " + HOSTILE + "\n\n![spy](http://evil.example/x.png)\n",
            2,
            "Ana",
            START,
            List.of(new Comment("C1", "is this so? " + HOSTILE, "Ben", START, false))),
        new Block(
            "B2",
            Section.ROOT_CAUSE,
            Role.FACTS,
            "| a | b |\n|---|---|\n| 1 | 2 |\n",
            1,
            "Ana",
            START,
            List.of()),
        new Block(
            "B3",
            Section.ROOT_CAUSE,
            Role.INTERPRETATION,
            "```\n]]> code\n```\n",
            1,
            "Ana",
            START,
            List.of()));
  }

  private static Incident incident(List<Evidence> evidence, List<Block> blocks) {
    List<Item> items =
        List.of(
            new Item("T1", START, ItemKind.EVENT, HOSTILE, "checkout", "E1", "Ana", 1, true),
            new Item(
                "T2",
                START.plusSeconds(60),
                ItemKind.NOTE,
                "=cmd|' /C calc'!A0",
                null,
                null,
                "Ana",
                1,
                false));
    return new Incident(
        "INC-1",
        "Orders fail " + HOSTILE,
        Gravity.SEV2,
        Status.RESOLVED,
        Review.DRAFT,
        null,
        "Europe/Paris",
        START,
        "Ana",
        3,
        List.of(
            new Mark(MarkKind.STARTED, START, "Ana", "E1"),
            new Mark(MarkKind.RESOLVED, START.plusSeconds(1054), "Ana", null)),
        List.of(),
        evidence,
        List.of(),
        items,
        blocks);
  }
}
