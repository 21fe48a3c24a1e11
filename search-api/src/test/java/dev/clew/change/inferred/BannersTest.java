// SPDX-License-Identifier: Apache-2.0
package dev.clew.change.inferred;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BannersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Starting ShopApplication v1.2.0 using Java 21.0.4 with PID 123 (/app.jar started by app in /)",
        "Started ShopApplication in 4.231 seconds (process running for 5.1)",
        "Tomcat started on port 8080 (http) with context path '/'",
        "Server startup in [1234] milliseconds",
        "shop 1.0.0 on JVM (powered by Quarkus 3.2.0) started in 1.234s. Listening on: http://0.0.0.0:8080",
        "WFLYSRV0025: WildFly Full 30.0.1.Final (WildFly Core 22.0.2.Final) started in 4712ms",
        "[KafkaServer id=1] started (kafka.server.KafkaServer)",
        "version[8.11.1], pid[7], build[docker/6f9f/2023-11-11]",
        "[INFO] Starting gunicorn 21.2.0",
        "Started server process [4711]",
        "Application startup complete.",
        "Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)",
        " * Running on http://127.0.0.1:5000",
        "Starting development server at http://127.0.0.1:8000/",
        "Puma starting in cluster mode...",
        "=> Booting Puma",
        "celery@worker1 ready.",
        "Now listening on: http://[::]:8080",
        "Application started. Press Ctrl+C to shut down.",
        "Server listening on port 3000",
        "listening on :8080",
        "Server listening on 0.0.0.0 port 22.",
        "nginx/1.25.3",
        "Apache/2.4.58 (Unix) configured -- resuming normal operations",
        "starting PostgreSQL 16.1 on x86_64-pc-linux-gnu, compiled by gcc",
        "database system is ready to accept connections",
        "/usr/sbin/mysqld (mysqld 8.0.35) starting as process 1",
        "Redis version=7.2.3, bits=64, commit=00000000, modified=0, pid=1, just started",
        "Ready to accept connections tcp",
        "ready to serve client requests",
        "Starting checkout 2.14.0 (commit 5967912)",
        "starting checkout",
        "checkout started",
        "Server started on port 8080",
        "Application is ready to serve requests"
      })
  void isToldByThoseWhoStart(String text) {
    assertThat(Banners.mayBe(text)).as("by its words").isTrue();
    assertThat(Banners.starts(text, "checkout")).as("by its form").isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Export for courier south started with 3 workers",
        "HikariPool-1 - Starting...",
        "Starting transfer of block 17",
        "Started reading broadcast variable 9",
        "Started o.e.j.s.ServletContextHandler@32e853ae{static,/static,AVAILABLE}",
        "checkpoint starting: time",
        "server is listening only on the HTTP port, so no automatic HTTPS will be applied",
        "checkout started payment 17 for order 4",
        "Starting payment 17 of checkout",
        "Server running out of memory",
        "VM Started (Lifecycle Event)",
        "Booting worker with pid: 12",
        "stock count started",
        "getting ready for shipping"
      })
  void isNoPartOfAProgram(String text) {
    assertThat(Banners.starts(text, "checkout")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Starting ShopApplication v1.2.0-RC1 using Java 21.0.4 with PID 123,1.2.0-RC1",
    "nginx/1.25.3,1.25.3",
    "starting PostgreSQL 16.1 on x86_64,16.1",
    "Starting checkout v2.14.0.,2.14.0",
    "'Starting checkout version 2.14.0, commit 5967912',2.14.0",
    "Starting checkout 2.14.0 (commit 5967912),2.14.0"
  })
  void namesTheProgramsOwnVersion(String text, String version) {
    assertThat(Banners.starts(text, "checkout").orElseThrow().version()).isEqualTo(version);
  }

  @Test
  void takesNoFrameworksVersionForTheProgramsOwn() {
    assertThat(Banners.starts("Starting gunicorn 21.2.0", "checkout").orElseThrow().version())
        .isNull();
  }

  @Test
  void looksAtLongHostileLinesForNoTime() {
    String long1 = "Starting " + "a.".repeat(200_000);
    String long2 = "version[" + " listening on ".repeat(100_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          for (int i = 0; i < 200; i++) {
            assertThat(Banners.starts(long1, "checkout")).isEmpty();
            assertThat(Banners.starts(long2, "checkout")).isEmpty();
          }
        });
  }
}
