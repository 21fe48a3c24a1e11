// SPDX-License-Identifier: Apache-2.0
package dev.clew.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/** Made-up lines of a shop in the layouts that loggers commonly write; the same for a seed. */
public enum SampleLines {
  LOGBACK {
    @Override
    public String line(Instant time, Random random) {
      return "%s [http-nio-8080-exec-%d] %-5s com.acme.%s.Service - %s"
          .formatted(
              local(time, ','), random.nextInt(64), level(random), part(random), words(random));
    }
  },
  SPRING_BOOT {
    @Override
    public String line(Instant time, Random random) {
      return "%s %5s 815 --- [payment] [nio-8080-exec-%d] c.acme.%s.Service                : %s"
          .formatted(time, level(random), random.nextInt(64), part(random), words(random));
    }
  },
  JSON {
    @Override
    public String line(Instant time, Random random) {
      return """
          {"@timestamp":"%s","log.level":"%s","message":"%s","service.name":"%s",\
          "log.logger":"com.acme.Service","process.thread.name":"exec-%d","trace.id":"%016x",\
          "span.id":"%08x","order":%d}"""
          .formatted(
              time,
              level(random),
              words(random),
              part(random),
              random.nextInt(64),
              random.nextLong(),
              random.nextInt(),
              random.nextInt(100_000));
    }
  },
  LOGFMT {
    @Override
    public String line(Instant time, Random random) {
      return "ts=%s level=%s caller=%s.go:%d msg=\"%s\" order=%d traceID=%016x"
          .formatted(
              time,
              level(random).toLowerCase(Locale.ROOT),
              part(random),
              random.nextInt(900),
              words(random),
              random.nextInt(100_000),
              random.nextLong());
    }
  },
  ACCESS {
    @Override
    public String line(Instant time, Random random) {
      return "10.0.%d.%d - - [%s] \"GET /%s/%d?full=1 HTTP/1.1\" %d %d \"-\" \"Mozilla/5.0 (X11)\""
          .formatted(
              random.nextInt(256),
              random.nextInt(256),
              ACCESS_TIME.format(time),
              part(random),
              random.nextInt(100_000),
              random.nextInt(20) == 0 ? 502 : 200,
              random.nextInt(100_000));
    }
  },
  SYSLOG {
    @Override
    public String line(Instant time, Random random) {
      return "%s web-%d %s[%d]: %s"
          .formatted(
              SYSLOG_TIME.format(time),
              random.nextInt(20),
              part(random),
              random.nextInt(30_000),
              words(random));
    }
  },
  CRI_JSON {
    @Override
    public String line(Instant time, Random random) {
      return time + " stdout F " + JSON.line(time, random);
    }
  },
  /** A layout that no definition names: columns are found by the general rules. */
  UNNAMED {
    @Override
    public String line(Instant time, Random random) {
      return "%s %s %s node-%d %016x%016x c.a.%s.Controller#%d - %s"
          .formatted(
              time,
              level(random),
              part(random),
              random.nextInt(40),
              random.nextLong(),
              random.nextLong(),
              part(random),
              random.nextInt(300),
              words(random));
    }
  };

  private static final DateTimeFormatter ACCESS_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SYSLOG_TIME =
      DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String[] LEVELS = {"INFO", "INFO", "INFO", "DEBUG", "WARN", "ERROR"};
  private static final String[] PARTS = {"checkout", "payment", "stock", "shipping", "mail"};
  private static final String[] SENTENCES = {
    "charged order %d in %d ms", "reserved %d of item %d", "cannot reach gateway after %d tries (%d)",
    "cache miss for key user:%d:cart:%d", "sent mail %d to customer %d and closed the connection"
  };

  /** One line, without its end, at {@code time}. */
  public abstract String line(Instant time, Random random);

  private static String level(Random random) {
    return LEVELS[random.nextInt(LEVELS.length)];
  }

  private static String part(Random random) {
    return PARTS[random.nextInt(PARTS.length)];
  }

  private static String words(Random random) {
    return SENTENCES[random.nextInt(SENTENCES.length)].formatted(
        random.nextInt(1_000_000), random.nextInt(1000));
  }

  private static String local(Instant time, char mark) {
    return time.toString().replace('T', ' ').replace('.', mark).replace("Z", "");
  }
}
