// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.clew.code.GitException;
import dev.clew.code.GitFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.transport.PacketLineOut;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm: each meets a limit with a name, within ten seconds. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileServerTest {
  private static final String ID = "1".repeat(40);

  @TempDir private Path temp;
  private Fetcher fetcher;

  @BeforeEach
  void create() {
    fetcher = new Fetcher(temp.resolve("cache"));
  }

  @Test
  void dataWithoutEndMeetsTheLimitOfBytes() throws IOException {
    refused(
        packs(
            out -> {
              byte[] much = new byte[65_536];
              while (true) {
                out.write(much);
              }
            }),
        "");
    refused(
        exchange -> {
          PacketLineOut refs = GitHttpServer.refs(exchange);
          refs.writeString(ID + " refs/heads/main\0 \n");
          byte[] much =
              ("0040" + ID + " refs/heads/" + "x".repeat(7) + " ")
                  .getBytes(StandardCharsets.US_ASCII);
          while (true) {
            exchange.getResponseBody().write(much);
          }
        },
        "");
  }

  @Test
  void aPackLargerThanAllowedMeetsTheLimitOfBytes() throws IOException {
    java.util.Random random = new java.util.Random(7);
    refused(
        packs(
            out -> {
              out.write("0008NAK\n".getBytes(StandardCharsets.US_ASCII));
              out.write(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 100});
              for (int i = 0; i < 100; i++) {
                byte[] blob = new byte[100_000];
                random.nextBytes(blob);
                out.write(object(3, blob.length, blob));
              }
            }),
        "it sent more than 4,194,304 bytes");
  }

  @Test
  void aMillionRefsMeetTheLimitOfRefs() throws IOException {
    refused(
        exchange -> {
          PacketLineOut refs = GitHttpServer.refs(exchange);
          refs.writeString(ID + " refs/heads/main\0 \n");
          for (int i = 0; i < 1_000_000; i++) {
            refs.writeString(ID + " refs/tags/t" + i + "\n");
          }
          refs.end();
        },
        "it advertises more than 1,000 refs");
  }

  @Test
  void aRedirectToAnotherServerIsNotFollowed() throws IOException {
    GitFixture git = GitFixture.in(Files.createDirectory(temp.resolve("other.git")));
    git.file("a", "b").commit("x", "ann", Instant.parse("2026-03-02T10:00:00Z"));
    try (GitHttpServer other = GitHttpServer.of(git.folder())) {
      fetcher.environment.put("CLEW_GIT_TOKEN_127_0_0_1", "secret");
      refused(
          exchange -> {
            exchange
                .getResponseHeaders()
                .set(
                    "Location",
                    other.origin()
                        + exchange.getRequestURI().getPath()
                        + "?service=git-upload-pack");
            exchange.sendResponseHeaders(302, -1);
          },
          "it redirects to " + other.origin() + ", another server");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void redirectsInARingEnd() throws IOException {
    refused(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set(
                  "Location",
                  "/a" + exchange.getRequestURI().getPath() + "?service=git-upload-pack");
          exchange.sendResponseHeaders(301, -1);
        },
        "was not fetched");
  }

  @Test
  void aServerThatSaysNothingMeetsTheLimitOfSilence() throws IOException {
    refused(exchange -> sleep(9_000), "it said nothing for too long");
  }

  @Test
  void aBodyThatDripsMeetsTheLimitOfTime() throws IOException {
    refused(
        exchange -> {
          PacketLineOut refs = GitHttpServer.refs(exchange);
          refs.flush();
          exchange.getResponseBody().write("fff0".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            exchange.getResponseBody().write('0');
            exchange.getResponseBody().flush();
            sleep(200);
          }
        },
        "it took longer than 4 s");
  }

  @Test
  void headersThatDripMeetTheLimitOfTime() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(socket));
      String origin = "http://127.0.0.1:" + socket.getLocalPort();
      assertThatThrownBy(() -> fetcher.open(origin + "/shop.git", origin))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("it took longer than 4 s");
    }
  }

  @Test
  void whatIsCompressedUnaskedIsRefused() throws IOException {
    refused(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          GitHttpServer.advertise(exchange, "application/x-git-upload-pack-advertisement");
          exchange.getResponseBody().write(new byte[100]);
        },
        "compressed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "0004", "ffff", "001e# service=git-upload-pack\n0000ERR no", "zzzz"})
  void nonsenseIsSaid(String answer) throws IOException {
    refused(
        exchange -> {
          GitHttpServer.advertise(exchange, "application/x-git-upload-pack-advertisement");
          exchange.getResponseBody().write(answer.getBytes(StandardCharsets.US_ASCII));
        },
        "was not fetched");
  }

  @Test
  void anObjectThatClaimsGigabytesIsRefused() throws IOException {
    refused(
        packs(
            out -> {
              out.write("0008NAK\n".getBytes(StandardCharsets.US_ASCII));
              out.write(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 1});
              out.write(object(3, 4L << 30, new byte[100]));
            }),
        "too large");
  }

  @Test
  void aPackOfTwoBillionObjectsIsSaid() throws IOException {
    refused(
        packs(
            out -> {
              out.write("0008NAK\n".getBytes(StandardCharsets.US_ASCII));
              out.write(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0x7f, -1, -1, -1});
            }),
        "was not fetched");
  }

  @Test
  void aHostInAPrivateNetworkIsAskedOnlyWhenItsAddressIsAllowed() {
    Address odd = new Address("https", "127.1", -1, "/shop.git");
    assertThatThrownBy(
            () ->
                new Guard(odd, AllowedHosts.parse(List.of("git.example.org")), Fetcher.SMALL)
                    .create(URI.create("https://127.1/shop.git").toURL()))
        .isInstanceOf(FetchRefused.class)
        .hasMessageContaining("127.1 leads to 127.0.0.1, an address of a private network")
        .hasMessageContaining("--allow-fetch 127.1,127.0.0.1");
    Address number = Address.parse("https://2130706433/shop.git");
    assertThatThrownBy(
            () ->
                new Guard(number, AllowedHosts.parse(List.of("2130706433")), Fetcher.SMALL)
                    .create(URI.create(number.text()).toURL()))
        .isInstanceOf(FetchRefused.class)
        .hasMessageContaining("2130706433 leads to 127.0.0.1");
    for (String address :
        new String[] {
          "10.1.2.3",
          "172.16.0.1",
          "192.168.0.1",
          "169.254.169.254",
          "100.100.100.200",
          "0.0.0.0",
          "255.255.255.255",
          "224.0.0.1",
          "198.18.0.1",
          "192.0.0.1",
          "::1",
          "fe80::1",
          "fc00::1",
          "64:ff9b::7f00:1",
          "2002:7f00:1::",
          "::ffff:127.0.0.1"
        }) {
      assertThat(place(address)).as(address).isFalse();
    }
    assertThat(place("93.184.216.34")).isTrue();
    assertThat(place("2606:2800:220:1::1")).isTrue();
  }

  private static boolean place(String address) {
    try {
      return AllowedHosts.none().allowsPlace(InetAddress.getByName(address));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private interface Pack {
    void write(OutputStream out) throws IOException;
  }

  /** Advertises one branch and answers with a pack. */
  private static HttpHandler packs(Pack pack) {
    return exchange -> {
      if (exchange.getRequestURI().getPath().endsWith("/info/refs")) {
        PacketLineOut refs = GitHttpServer.refs(exchange);
        refs.writeString(ID + " HEAD\0 multi_ack_detailed ofs-delta\n");
        refs.writeString(ID + " refs/heads/main\n");
        refs.end();
      } else {
        GitHttpServer.advertise(exchange, "application/x-git-upload-pack-result");
        pack.write(exchange.getResponseBody());
      }
    };
  }

  private static byte[] object(int type, long size, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = size >>> 4;
    out.write((int) ((type << 4) | (size & 15) | (left > 0 ? 0x80 : 0)));
    while (left > 0) {
      out.write((int) ((left & 0x7f) | (left > 0x7f ? 0x80 : 0)));
      left >>>= 7;
    }
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(out, new Deflater(Deflater.NO_COMPRESSION))) {
      deflate.write(content);
    }
    return out.toByteArray();
  }

  private void refused(HttpHandler handler, String why) throws IOException {
    try (GitHttpServer server = GitHttpServer.of(handler)) {
      assertThatThrownBy(() -> fetcher.open(server.origin() + "/shop.git", server.origin()))
          .isInstanceOf(GitException.class)
          .hasMessageContaining("was not fetched")
          .hasMessageContaining(why);
    }
  }

  private static void drip(ServerSocket socket) {
    try (Socket connection = socket.accept()) {
      OutputStream out = connection.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; ; i++) {
        out.write(("X-" + i + ": 1\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        sleep(100);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("");
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
