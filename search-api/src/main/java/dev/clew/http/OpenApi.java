// SPDX-License-Identifier: Apache-2.0
package dev.clew.http;

import dev.clew.http.ask.Parameter;
import dev.clew.http.json.ReceiptJson;
import dev.clew.http.json.intake.ImportJson;
import dev.clew.http.json.note.MappingJson;
import dev.clew.http.json.note.VerdictJson;
import dev.clew.http.problem.ProblemJson;
import dev.clew.http.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes as an OpenAPI 3.1 document. */
final class OpenApi {
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*+)}");

  private OpenApi() {}

  static Map<String, Object> document(
      List<Route> routes, List<EventStream> streams, List<Post> posts, String version) {
    Schemas schemas = new Schemas();
    Map<String, Object> paths = new LinkedHashMap<>();
    routes.forEach(route -> paths.put(route.path(), operations(route, schemas)));
    streams.forEach(stream -> paths.put(stream.path(), Map.of("get", operation(stream, schemas))));
    posts.forEach(
        post ->
            paths.merge(
                post.path(), Map.of("post", told(post, schemas)), (get, told) -> both(get, told)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        ordered(
            "title",
            "Clew",
            "version",
            version,
            "description",
            "Questions about logs, and what caused what they show. Only changes, notes,"
                + " incidents and logs that are handed in are written."));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("paths", paths);
    document.put("components", Map.of("schemas", schemas.components()));
    return document;
  }

  private static Map<String, Object> operations(Route route, Schemas schemas) {
    return switch (route.path()) {
      case HookRoute.PATH -> ordered("get", operation(route, schemas), "post", delivery(schemas));
      case NoteRoutes.MAPPINGS ->
          ordered(
              "get",
              operation(route, schemas),
              "post",
              note("map", "Keeps a mapping", MappingJson.ToldJson.class, route, schemas));
      case NoteRoutes.VERDICTS ->
          ordered(
              "get",
              operation(route, schemas),
              "post",
              note("judge", "Keeps a verdict", VerdictJson.ToldJson.class, route, schemas));
      case IntakeRoutes.IMPORTS ->
          ordered("get", operation(route, schemas), "post", handedIn(schemas));
      default -> Map.of("get", operation(route, schemas));
    };
  }

  private static Map<String, Object> note(
      String operation, String summary, Class<?> told, Route route, Schemas schemas) {
    return ordered(
        "operationId",
        operation,
        "summary",
        summary + " (clew serve only)",
        "requestBody",
        ordered(
            "required",
            true,
            "content",
            Map.of("application/json", Map.of("schema", schemas.of(told)))),
        "responses",
        ordered(
            "200", content("All that hold now", "application/json", schemas.of(route.answer())),
            "default",
                content(
                    "Why it was not taken", Problems.MEDIA_TYPE, schemas.of(ProblemJson.class))));
  }

  private static Map<String, Object> both(Object first, Object second) {
    Map<String, Object> both = new LinkedHashMap<>();
    ((Map<?, ?>) first).forEach((key, value) -> both.put(key.toString(), value));
    ((Map<?, ?>) second).forEach((key, value) -> both.put(key.toString(), value));
    return both;
  }

  private static Map<String, Object> told(Post post, Schemas schemas) {
    List<Object> inPath = new ArrayList<>();
    Matcher braces = BRACES.matcher(post.path());
    while (braces.find()) {
      inPath.add(
          ordered(
              "name",
              braces.group(1),
              "in",
              "path",
              "required",
              true,
              "schema",
              Map.of("type", "string")));
    }
    return ordered(
        "operationId",
        post.operation(),
        "summary",
        post.summary(),
        "parameters",
        inPath,
        "requestBody",
        ordered(
            "required",
            true,
            "content",
            Map.of("application/json", Map.of("schema", schemas.of(post.told())))),
        "responses",
        ordered(
            "200", content("What became of it", "application/json", schemas.of(post.answer())),
            "default",
                content(
                    "Why it was not taken", Problems.MEDIA_TYPE, schemas.of(ProblemJson.class))));
  }

  /** Bodies have the shapes that their senders give them, so no schema says more than that. */
  private static Map<String, Object> delivery(Schemas schemas) {
    return ordered(
        "operationId",
        "tell",
        "summary",
        "Takes changes that other systems tell of (clew serve only)",
        "requestBody",
        ordered("required", true, "content", Map.of("*/*", Map.of())),
        "responses",
        ordered(
            "200", content("What became of it", "application/json", schemas.of(ReceiptJson.class)),
            "default",
                content(
                    "Why it was not taken", Problems.MEDIA_TYPE, schemas.of(ProblemJson.class))));
  }

  private static Map<String, Object> handedIn(Schemas schemas) {
    List<Object> parameters = new ArrayList<>();
    IntakeRoutes.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    return ordered(
        "operationId",
        "handIn",
        "summary",
        "Takes a file of logs, which is then read into the index (clew serve and demo only)",
        "parameters",
        parameters,
        "requestBody",
        ordered("required", true, "content", Map.of("application/octet-stream", Map.of())),
        "responses",
        answers("How it stands", ImportJson.class, schemas));
  }

  private static Map<String, Object> answers(String what, Class<?> type, Schemas schemas) {
    return ordered(
        "200", content(what, "application/json", schemas.of(type)),
        "default",
            content("Why there is none", Problems.MEDIA_TYPE, schemas.of(ProblemJson.class)));
  }

  private static Map<String, Object> operation(Route route, Schemas schemas) {
    List<Object> parameters = new ArrayList<>();
    route.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    return ordered(
        "operationId",
        route.operation(),
        "summary",
        route.summary(),
        "parameters",
        parameters,
        "responses",
        ordered(
            "200", content("The answer", "application/json", schemas.of(route.answer())),
            "default",
                content("Why there is none", Problems.MEDIA_TYPE, schemas.of(ProblemJson.class))));
  }

  /** OpenAPI 3.1 has no words for the pieces of a stream: {@code x-events} says what each holds. */
  private static Map<String, Object> operation(EventStream stream, Schemas schemas) {
    List<Object> parameters = new ArrayList<>();
    stream.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    stream
        .headers()
        .forEach(
            (name, description) ->
                parameters.add(
                    ordered(
                        "name",
                        name,
                        "in",
                        "header",
                        "required",
                        false,
                        "description",
                        description,
                        "schema",
                        Map.of("type", "string"))));
    Map<String, Object> events = new LinkedHashMap<>();
    stream.events().forEach((name, type) -> events.put(name, schemas.of(type)));
    return ordered(
        "operationId", stream.path().substring(stream.path().lastIndexOf('/') + 1),
        "summary", stream.summary(),
        "parameters", parameters,
        "responses",
            ordered(
                "200",
                    content(
                        stream.description(),
                        stream.mediaType(),
                        ordered("type", "string", "x-events", events)),
                "default",
                    content(
                        "Why there are none", Problems.MEDIA_TYPE, schemas.of(ProblemJson.class))));
  }

  private static Map<String, Object> parameter(Parameter<?> parameter) {
    Map<String, Object> schema = new TreeMap<>(parameter.type().schema());
    if (parameter.fallback() != null) {
      schema.put("default", parameter.fallback());
    }
    return ordered(
        "name", parameter.name(),
        "in", parameter.inPath() ? "path" : "query",
        "required", parameter.inPath(),
        "description", parameter.description(),
        "schema", schema);
  }

  private static Map<String, Object> content(
      String description, String mediaType, Map<String, Object> schema) {
    return ordered(
        "description", description, "content", Map.of(mediaType, Map.of("schema", schema)));
  }

  /** A map in the order written: keys and values in turn. */
  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
    }
    return map;
  }
}
