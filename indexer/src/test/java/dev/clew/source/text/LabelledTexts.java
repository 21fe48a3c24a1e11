// SPDX-License-Identifier: Apache-2.0
package dev.clew.source.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Logs in many languages and encodings, of which the encoding is known. */
final class LabelledTexts {
  /**
   * @param name what it is made of
   * @param text what it says
   * @param bytes how that is spelled, a mark in front included
   * @param encoding in which
   */
  record Labelled(String name, String text, byte[] bytes, TextEncoding encoding) {}

  private record Language(String name, String[] phrases, TextEncoding... encodings) {}

  private static final List<Language> LANGUAGES =
      List.of(
          new Language(
              "German",
              new String[] {
                "Benutzer Müller hat sich abgemeldet",
                "Größe der Datei überschreitet das Limit",
                "Verbindung zum Server für Aufträge geschlossen",
                "Ungültiger Schlüssel, Zugriff verweigert"
              },
              TextEncoding.WINDOWS_1252),
          new Language(
              "French",
              new String[] {
                "échec de la connexion à la base de données",
                "le fichier a été créé avec succès",
                "paramètre manquant dans la requête reçue",
                "mémoire libérée après l'arrêt du service"
              },
              TextEncoding.WINDOWS_1252),
          new Language(
              "Spanish",
              new String[] {
                "la operación terminó con éxito",
                "contraseña incorrecta para el usuario Núñez",
                "se superó el tamaño máximo de la petición",
                "conexión rechazada por el servidor más próximo"
              },
              TextEncoding.WINDOWS_1252),
          new Language(
              "Polish",
              new String[] {
                "Błąd połączenia z bazą danych, próba wznowienia",
                "Użytkownik został wylogowany z powodu bezczynności",
                "Nie można otworzyć pliku: odmowa dostępu, sprawdź uprawnienia",
                "Zakończono przetwarzanie zamówień w ciągu dwóch minut, wszystkie są gotowe"
              },
              TextEncoding.WINDOWS_1250),
          new Language(
              "Russian",
              new String[] {
                "Ошибка подключения к базе данных",
                "Пользователь вошёл в систему",
                "Файл не найден, повторная попытка через минуту",
                "Служба остановлена администратором"
              },
              TextEncoding.WINDOWS_1251,
              TextEncoding.KOI8_R),
          new Language(
              "Japanese",
              new String[] {
                "データベースへの接続に失敗しました",
                "ユーザーがログインしました",
                "ファイルが見つかりません。設定を確認してください",
                "処理が完了しました、能力表示の予定は十件です"
              },
              TextEncoding.SHIFT_JIS,
              TextEncoding.EUC_JP),
          new Language(
              "Korean",
              new String[] {
                "데이터베이스 연결에 실패했습니다", "사용자가 로그인했습니다", "파일을 찾을 수 없습니다. 설정을 확인하세요", "요청 처리가 완료되었습니다"
              },
              TextEncoding.EUC_KR),
          new Language(
              "Chinese",
              new String[] {"数据库连接失败，正在重试", "用户已登录系统", "找不到文件，请检查配置", "订单支付处理完成，耗时较长"},
              TextEncoding.GB18030),
          new Language(
              "Taiwanese",
              new String[] {"資料庫連線失敗，正在重試", "使用者已登入系統", "找不到檔案，請檢查設定", "訂單付款處理完成，花費時間較長"},
              TextEncoding.BIG5));

  private static final TextEncoding[] UNICODE = {
    TextEncoding.UTF_8,
    TextEncoding.UTF_16LE,
    TextEncoding.UTF_16BE,
    TextEncoding.UTF_32LE,
    TextEncoding.UTF_32BE
  };

  private LabelledTexts() {}

  /** All of them, the same in every run. */
  static List<Labelled> all() {
    List<Labelled> all = new ArrayList<>();
    Random random = new Random(11);
    for (Language language : LANGUAGES) {
      for (int lines : new int[] {1, 3, 10, 60, 800}) {
        for (int plain : new int[] {0, 3}) {
          String text = text(language, lines, plain, random);
          for (TextEncoding each : language.encodings()) {
            all.add(labelled(language, text, each, false));
          }
          for (TextEncoding each : UNICODE) {
            all.add(labelled(language, text, each, false));
            all.add(labelled(language, text, each, true));
          }
        }
      }
    }
    return all;
  }

  private static Labelled labelled(
      Language language, String text, TextEncoding encoding, boolean marked) {
    Charset charset = encoding.charset();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((marked ? "\uFEFF" : "").getBytes(charset));
    bytes.writeBytes(text.getBytes(charset));
    String name =
        "%s, %d characters, %s%s"
            .formatted(language.name(), text.length(), encoding, marked ? ", marked" : "");
    return new Labelled(name, text, bytes.toByteArray(), encoding);
  }

  /** Lines of a log; for each with a phrase there are up to {@code plain} in ASCII alone. */
  private static String text(Language language, int lines, int plain, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      String phrase = language.phrases()[random.nextInt(language.phrases().length)];
      text.append("2026-03-04 10:%02d:%02d.%03d ".formatted(i / 60 % 60, i % 60, i % 1000))
          .append(random.nextBoolean() ? "INFO" : "ERROR")
          .append(" [worker-%d] com.acme.Shop - ".formatted(i % 8))
          .append(phrase)
          .append(" (id=%d)\n".formatted(random.nextInt(100_000)));
      for (int j = random.nextInt(plain + 1); j > 0; j--) {
        text.append("2026-03-04 10:00:00.000 DEBUG [main] com.acme.Shop - cache hit\n");
      }
    }
    return text.toString();
  }
}
