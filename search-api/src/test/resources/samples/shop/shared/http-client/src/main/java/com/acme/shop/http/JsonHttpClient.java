package com.acme.shop.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends JSON and reads JSON. One instance per service that is called. */
public final class JsonHttpClient {

  private final HttpClient http;
  private final ObjectMapper json;
  private final URI base;
  private final Duration timeout;

  public JsonHttpClient(URI base, ObjectMapper json) {
    this(base, json, HttpDefaults.READ_TIMEOUT);
  }

  public JsonHttpClient(URI base, ObjectMapper json, Duration timeout) {
    this.http = HttpClient.newBuilder().connectTimeout(HttpDefaults.CONNECT_TIMEOUT).build();
    this.json = json;
    this.base = base;
    this.timeout = timeout;
  }

  /** How long one call may take. */
  public Duration timeout() {
    return timeout;
  }

  public <T> T post(String path, Object body, Class<T> answerType)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("User-Agent", HttpDefaults.USER_AGENT)
            .header(TraceHeader.NAME, TraceHeader.current())
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build();
    return send(request, answerType);
  }

  public <T> T get(String path, Class<T> answerType) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(timeout)
            .header("User-Agent", HttpDefaults.USER_AGENT)
            .header(TraceHeader.NAME, TraceHeader.current())
            .GET()
            .build();
    return send(request, answerType);
  }

  private <T> T send(HttpRequest request, Class<T> answerType)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() >= 400) {
      throw new HttpCallFailed(request.uri(), response.statusCode());
    }
    return json.readValue(response.body(), answerType);
  }
}
