// SPDX-License-Identifier: Apache-2.0
package dev.clew.ingest;

import java.util.ArrayList;
import java.util.List;

/** Families of hostile lines; each element may hold line feeds of its own. */
final class HostileLines {
  private static final String HEAD = "2026-03-04 10:11:12,345 ERROR [main] com.acme.Pay - ";
  private static final char ESCAPE = 0x1b;

  private HostileLines() {}

  static List<String> terminalCodes() {
    return List.of(
        ESCAPE + "[31m" + HEAD + ESCAPE + "[0mred" + ESCAPE + "[2J" + ESCAPE + "[6n",
        HEAD + ESCAPE + "]8;;javascript:alert(1)\u0007click" + ESCAPE + "]8;;\u0007 here",
        HEAD + ESCAPE + "]0;title" + ESCAPE + "\\ titled",
        HEAD + "\u009b31mred \u0090q#0;2;0;0;0\u009c done",
        HEAD + "unfinished " + ESCAPE + "[" + "1;".repeat(5000),
        HEAD + "unfinished " + ESCAPE + "]8;;" + "x".repeat(5000),
        HEAD + "real\rfake",
        HEAD + "abc\b\b\bxyz \u202egpj.exe\u2066 \u200b\u00ad\u3164");
  }

  static List<String> forged() {
    return List.of(
        "{\"time\":\"2026-03-04T10:11:12Z\",\"level\":\"info\",\"message\":\"login\\n2026-01-01"
            + " 00:00:00 ERROR admin logged in\"}",
        HEAD + "login \"2026-01-01 00:00:00 ERROR admin logged in\"",
        HEAD + "user=\\n2026-01-01 00:00:00 ERROR admin",
        HEAD + "level=info level=error msg=\"2026-01-01 FATAL\"",
        HEAD + "events 7 rejected 0 lines 7 bytes 812");
  }

  static List<String> twice() {
    return List.of(
        "{\"ts\":1772619072,\"level\":\"info\",\"level\":\"error\",\"msg\":\"a\",\"msg\":\"b\"}",
        "ts=2026-03-04T10:11:12Z level=info level=error msg=a msg=b",
        "{\"ts\":1772619072,\"__proto__\":{\"a\":1},\"constructor\":1,\"_id\":\"x\",\"\":2,\".\":3,"
            + "\"a..b\":4,\"a.b\":5,\"a\":{\"b\":6},\"level\":\"info\"}");
  }

  static List<String> traces() {
    StringBuilder cycle = new StringBuilder(HEAD + "failed\njava.lang.IllegalStateException: a");
    for (int i = 0; i < 2000; i++) {
      cycle.append("\n\tat com.acme.Pay.charge(Pay.java:").append(i).append(')');
      cycle.append("\nCaused by: java.lang.IllegalStateException: a");
    }
    return List.of(
        cycle.toString(),
        HEAD + "failed\njava.io.IOException: x\n\tat a.B.c(D.java:1)\n\t... 2147483647 more",
        HEAD + "failed\njava.io.IOException\n\t[CIRCULAR REFERENCE: java.io.IOException]",
        "\tat com.acme.Pay.charge(Pay.java:12)\n\tat com.acme.Main.main(Main.java:7)",
        "Traceback (most recent call last):\n  File \"a.py\", line 99999999999999999999, in f",
        "goroutine 1 [running]:\nmain.f(0x" + "f".repeat(3000) + ")\n\t/srv/a.go:1 +0x1",
        "panic: " + "(".repeat(5000));
  }

  static List<String> requests() {
    String head = "10.0.0.1 - - [04/Mar/2026:10:11:12 +0000] ";
    return List.of(
        head + "\"GET /" + "a".repeat(65_536) + " HTTP/1.1\" 200 7",
        head + "\"GET /%00%0a\u00ff HTTP/1.1\" 404 - \"-\" \"agent without an end",
        head + "\"\" 400 0 \"-\" \"-\"",
        "fe80::1%eth0 - - [04/Mar/2026:10:11:12 +0000] \"GET / HTTP/1.1\" 200 7",
        "10.0.0.1 - - [31/Feb/2026:25:61:61 +9999] \"GET / HTTP/1.1\" 999 99999999999999999999");
  }

  static List<String> impossibleTimes() {
    List<String> lines = new ArrayList<>();
    for (String time :
        List.of(
            "2100-02-29 10:11:12",
            "2026-02-30 10:11:12",
            "2026-13-01 10:11:12",
            "2026-03-04 24:00:00",
            "2026-03-04 23:59:60",
            "0000-01-01 00:00:00",
            "-0001-01-01 00:00:00",
            "10000-01-01 00:00:00",
            "1969-12-31 23:59:59",
            "1677-09-21 00:12:43",
            "2262-04-11 23:47:17",
            "9999-12-31 23:59:59",
            "2026-03-04 10:11:12.12345678901234567890")) {
      lines.add(time + " ERROR com.acme.Pay - failed");
    }
    return lines;
  }

  static List<String> localTimes() {
    List<String> lines = new ArrayList<>();
    for (String zone :
        List.of(
            "IST",
            "CST",
            "BST",
            "EST5EDT",
            "Z",
            "+0530",
            "+05:30:15",
            "GMT+25",
            "+99:99",
            "Europe/Berlin",
            "[Europe/Berlin]",
            "Nowhere/City",
            "\u0661")) {
      lines.add("2026-03-29 02:30:00 " + zone + " ERROR com.acme.Pay - failed");
    }
    lines.add("Dec 31 23:59:59 web-1 shop[7]: old\nJan  1 00:00:01 web-1 shop[7]: new");
    return lines;
  }

  static List<String> epochs() {
    List<String> lines = new ArrayList<>();
    for (String number :
        List.of(
            "0",
            "-1",
            "1772619072",
            "1772619072345",
            "1772619072345678",
            "1772619072345678901",
            "1.772619072e9",
            "0x69a80880",
            "9999999999999999999",
            "NaN",
            "1e1000000000",
            "9".repeat(100_000))) {
      lines.add("{\"ts\":" + number + ",\"level\":\"error\",\"msg\":\"failed\"}");
      lines.add(number + " ERROR com.acme.Pay - failed");
    }
    return lines;
  }

  static List<String> tongues() {
    List<String> lines = new ArrayList<>();
    for (String time :
        List.of(
            "01/02/03 10:11:12",
            "4 janv. 2026 10:11:12",
            "04. M\u00e4r 2026 10:11:12",
            "4 \u043c\u0430\u0440\u0442\u0430 2026 10:11:12",
            "\u0662\u0660\u0662\u0666-\u0660\u0663-\u0660\u0664 10:11:12",
            "2569-03-04 10:11:12",
            "2026\u5e743\u67084\u65e5 10:11:12",
            "04/03/2026 10:11:12 \u0645")) {
      lines.add(time + " ERROR com.acme.Pay - failed");
    }
    return lines;
  }

  static List<String> syslog() {
    String rest = " 2026-03-04T10:11:12.003Z web-1 shop 815 ID47 ";
    return List.of(
        "<999>Mar  4 10:11:12 web-1 shop: a",
        "<-1>Mar  4 10:11:12 web-1 shop: a",
        "<191>1" + rest + "[order@32473 id=\"a\\]\\\"b\" x=\"\"] \ufeffcharged",
        "<191>1" + rest + "[order@32473 id=\"never closed",
        "<191>1",
        "<" + "1".repeat(70_000) + ">",
        "99999999 <34>1" + rest + "- lied about its length",
        "56 <34>1" + rest + "- counted<34>Mar  4 10:11:12 web-1 shop: mixed");
  }

  static List<String> columns() {
    return List.of(
        "CEF:0|acme|gate|1.0|100|a\\|b|9|src=10.0.0.1 msg=a=b\\=c cs1=| end",
        "LEEF:2.0|acme|gate|1.0|100|^|src=10.0.0.1^msg=never = closed",
        "#Fields: date time c-ip\n2026-03-04 10:11:12 10.0.0.1\n#Fields: time date\n10:11:13"
            + " 2026-03-04",
        "time,message\n2026-03-04T10:11:12Z,\"a\nb\"\ntime,message\n2026-03-04T10:11:13Z,c",
        "time" + ",c".repeat(10_000) + "\n2026-03-04T10:11:12Z" + ",1".repeat(10_000),
        "time,message\n2026-03-04T10:11:12Z,\"never closed");
  }

  static List<String> containers() {
    return List.of(
        "2026-03-04T10:11:12.345678901Z stdout P first \n2026-03-04T10:11:12.345678902Z stdout F"
            + " last",
        "2026-03-04T10:11:12.345678901Z stdout P never finished",
        "{\"log\":\"first \",\"stream\":\"stdout\",\"time\":\"2026-03-04T10:11:12Z\"}\n"
            + "{\"log\":\"last\\n\",\"stream\":\"stdout\",\"time\":\"2026-03-04T10:11:12Z\"}",
        "{\"log\":\"" + "{\\\"log\\\":".repeat(500) + "\",\"time\":\"2026-03-04T10:11:12Z\"}",
        "{\"__REALTIME_TIMESTAMP\":\"1772619072345678\",\"MESSAGE\":[104,105,0,255],"
            + "\"PRIORITY\":\"3\"}");
  }

  static List<String> xml() {
    return List.of(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><log4j:event>&x;</log4j:event>",
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
            + "<Event><System>&b;</System></Event>",
        "<Event>" + "<a>".repeat(10_000),
        "<log4j:event logger=\"a\" timestamp=\"1772619072345\" level=\"ERROR\">\n"
            + "<log4j:message><![CDATA[a ]]]]><![CDATA[> b]]></log4j:message>\n</log4j:event>",
        "<Event " + "a=\"1\" ".repeat(20_000) + "/>",
        "<Event><xi:include href=\"file:///etc/passwd\"/></Event>");
  }

  static List<String> json() {
    return List.of(
        "{\"a\":".repeat(100_000),
        "[".repeat(100_000),
        "{\"ts\":1772619072,\"n\":" + "7".repeat(1_000_000) + "}",
        "{\"ts\":1772619072,\"n\":-0,\"m\":9007199254740993,\"o\":1e400}",
        "{\"ts\":1772619072,\"" + "k".repeat(1_000_000) + "\":1}",
        "{\"ts\":1772619072,\"msg\":\"" + "m".repeat(3_000_000) + "\"}",
        "{\"ts\":1772619072,\"msg\":\"\\ud800 lone \\u0000 zero\"}",
        "{\"ts\":1772619072,\"msg\":\"never closed",
        "{\"ts\":1772619072,\"a\":1},{\"ts\":1772619073,\"a\":2}");
  }
}
