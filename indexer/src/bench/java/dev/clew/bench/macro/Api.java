// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench.macro;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** The API of a workbench that runs. Thread-safe. */
final class Api {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  /** The workbench at {@code address}. */
  Api(String address) {
    base = URI.create(address);
  }

  /**
   * Asks.
   *
   * @param path below {@code /api/}
   * @param since only events from then on are asked for, when it is not {@link Instant#MIN}
   * @param more further parameters, each with its {@code &}
   * @throws IOException when there is no answer, or a problem
   */
  String ask(String path, String query, Instant since, String more)
      throws IOException, InterruptedException {
    String text = "/api/" + path + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more;
    text += since.equals(Instant.MIN) ? "" : "&from=" + since;
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(text)).timeout(Duration.ofSeconds(30)).build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }
}
