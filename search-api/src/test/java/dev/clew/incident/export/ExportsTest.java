// SPDX-License-Identifier: Apache-2.0
package dev.clew.incident.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.incident.EvidenceKind;
import dev.clew.incident.Whole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ExportsTest {
  private static final Whole WHOLE = Sample.whole();
  private final Exports exports = new Exports(List.of());

  private String text(ExportFormat format) {
    return new String(exports.write(WHOLE, format), UTF_8);
  }

  @ParameterizedTest
  @EnumSource(names = {"MARKDOWN", "HTML", "CONFLUENCE"})
  void holdsAllEvidenceInUtcAndInTheBusinessZone(ExportFormat format) {
    String text = text(format);
    for (int i = 1; i <= EvidenceKind.values().length; i++) {
      assertThat(text).contains("E" + i);
    }
    // Every digit of the time, and the clock of the business beside it.
    assertThat(text).containsPattern("14:11:58\\.123456789Z \\(15:11:58 \\+01:00");
    assertThat(text).contains("17 m 34 s").contains("no source").contains("now 418, was 423");
    assertThat(text).contains("about 585").contains("2 differences, of 40 comparisons");
    assertThat(text).contains("0.44").contains("likely").contains("HttpDefaults.java:12");
    assertThat(text).contains("Facts").contains("Interpretation");
  }

  @ParameterizedTest
  @EnumSource(names = {"MARKDOWN", "HTML", "CONFLUENCE"})
  void showsWhatHides(ExportFormat format) {
    assertThat(text(format)).doesNotContain("\u202E").containsPattern("u\\\\?\\{202e\\\\?}gnp");
  }

  @Test
  void runsAndFetchesNothing() {
    String text = text(ExportFormat.HTML);
    assertThat(text)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\"javascript:");
    assertThat(text).contains("[picture: spy, http://evil.example/x.png]");
  }

  @Test
  void theHtmlIsOneFileWithAPolicyOfItsOwn() {
    String html = text(ExportFormat.HTML);
    assertThat(html).contains("default-src 'none'; style-src 'unsafe-inline'");
    assertThat(html).doesNotContain("<link").doesNotContain(" src=");
    assertThat(html).contains("<a href=\"#E1\">[E1]</a>").contains("id=\"E1\"");
    assertThat(html).contains("<svg").contains("class=\"error\"");
  }

  @Test
  void theConfluencePageIsWellFormedStorage() throws Exception {
    String storage = text(ExportFormat.CONFLUENCE);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document page =
        factory
            .newDocumentBuilder()
            .parse(
                new InputSource(
                    new StringReader(
                        "<page xmlns:ac=\"http://atlassian.com/content\">" + storage + "</page>")));
    String ac = "http://atlassian.com/content";
    assertThat(page.getElementsByTagNameNS(ac, "structured-macro").getLength()).isPositive();
    // What a hostile line holds is text, and the end of its CDATA is not the end.
    assertThat(page.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script> ]]> &")
        .contains("]]> code");
    assertThat(page.getElementsByTagNameNS("*", "script").getLength()).isZero();
    assertThat(storage).doesNotContain("<h1>");
  }

  @Test
  void aLineOfMarkdownReadsAsItself() {
    assertThat(MarkdownFile.escaped("a|b <i> *x* [E2] `t` 1. c:\\d"))
        .isEqualTo("a\\|b \\<i\\> \\*x\\* [E2] \\`t\\` 1. c:\\\\d");
    assertThat(MarkdownFile.escaped("1. one")).isEqualTo("1\\. one");
    assertThat(MarkdownFile.escaped("- one_two _x_")).isEqualTo("\\- one_two \\_x\\_");
    assertThat(text(ExportFormat.MARKDOWN)).contains("````text");
  }

  @Test
  void noCellOfTheTimelineIsAFormula() {
    String csv = text(ExportFormat.CSV);
    assertThat(csv).startsWith("time,local time,kind,service,text,evidence,by,sourced");
    assertThat(csv).contains("2026-03-10T14:11:58.123456789Z,2026-03-10T15:11:58.123456789+01:00");
    assertThat(csv).contains("'=cmd");
  }

  @Test
  void aBundleComesBackWithEveryByte() {
    byte[] bundle = exports.write(WHOLE, ExportFormat.BUNDLE);
    Whole back = exports.read(new ByteArrayInputStream(bundle));
    assertThat(back.incident()).isEqualTo(WHOLE.incident());
    assertThat(back.versions()).isEqualTo(WHOLE.versions());
    assertThat(back.copies().keySet()).isEqualTo(WHOLE.copies().keySet());
    back.copies().forEach((id, copy) -> assertThat(copy).isEqualTo(WHOLE.copies().get(id)));
    assertThat(exports.write(back, ExportFormat.BUNDLE)).isEqualTo(bundle);
  }

  @Test
  void anAlteredBundleIsRefused() throws IOException {
    byte[] bundle = exports.write(WHOLE, ExportFormat.BUNDLE);
    refused(altered(bundle, "evidence/E1.json", "{}"), "evidence/E1.json was altered");
    refused(altered(bundle, "../../etc/passwd", "x"), "does not hold the files");
    refused("no zip at all".getBytes(UTF_8), "no bundle");
    refused(Arrays.copyOf(bundle, bundle.length / 2), "");
  }

  private void refused(byte[] bundle, String why) {
    assertThatThrownBy(() -> exports.read(new ByteArrayInputStream(bundle)))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining(why);
  }

  private static byte[] altered(byte[] bundle, String name, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean replaced = false;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bundle));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(entry.getName().equals(name) ? content.getBytes(UTF_8) : bytes);
        zip.closeEntry();
        replaced |= entry.getName().equals(name);
      }
      if (!replaced) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  @Test
  void saysWhenItCannotPrint() {
    assertThatThrownBy(() -> exports.write(WHOLE, ExportFormat.PDF))
        .isInstanceOf(PdfException.class)
        .hasMessageContaining("no browser");
    assertThatThrownBy(
            () -> new Exports(List.of("/nowhere/chromium")).write(WHOLE, ExportFormat.PDF))
        .isInstanceOf(PdfException.class)
        .hasMessageContaining("cannot be printed");
  }
}
