// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What migrations of a database do to which table and column: SQL as Flyway and Liquibase run it,
 * Liquibase's XML, Rails, Alembic and Django. What takes a migration back is left out.
 */
final class MigrationLines implements LineReader {
  private static final Pattern FILE =
      Pattern.compile(
          "(?i)(?:(?:^|/)(?:migrations?|migrate|versions|changelogs?|liquibase|flyway)/.*\\.(?:sql|rb|py|xml)"
              + "|(?:^|/)[VR][\\d._]*__[^/]*\\.sql)$");
  private static final Pattern UNDO =
      Pattern.compile(
          "(?i)^(?:def downgrade\\b|def down\\b|--\\s*(?:rollback|\\+goose down|migrate:down)|<rollback\\b)");
  private static final String NAME = "(?:if (?:not )?exists )?[\"`\\[]?([\\w.]{1,100}+)[\"`\\]]?";

  /** A statement: what it does, and in which group its table and column stand. */
  private record Form(String verb, Pattern pattern, int table, int column) {
    Form(String verb, String pattern, int table, int column) {
      this(verb, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), table, column);
    }
  }

  private static final String ARGUMENT = "\\(?\\s*:?[\"']?(\\w{1,100}+)[\"']?";
  private static final List<Form> FORMS =
      List.of(
          new Form("creates table", "^create (?:temp(?:orary)? |unlogged )?table " + NAME, 1, 0),
          new Form("drops table", "^drop table " + NAME, 1, 0),
          new Form(
              "adds an index on",
              "^create (?:unique )?index (?:concurrently )?(?:"
                  + NAME
                  + " )?on "
                  + NAME
                  + "(?: using \\w+)? ?\\(?\\W?(\\w+)?",
              2,
              3),
          new Form("drops index", "^drop index (?:concurrently )?" + NAME, 1, 0),
          new Form("updates rows of", "^update " + NAME + " set\\b", 1, 0),
          new Form("deletes rows of", "^delete from " + NAME, 1, 0),
          // Rails and Alembic
          new Form(
              "adds column",
              "^(?:op\\.)?add_column" + ARGUMENT + ",\\s*(?:sa\\.Column\\()?:?[\"']?(\\w+)",
              1,
              2),
          new Form(
              "drops column",
              "^(?:op\\.drop|remove)_column" + ARGUMENT + ",\\s*:?[\"']?(\\w+)",
              1,
              2),
          new Form("renames column", "^rename_column" + ARGUMENT + ",\\s*:?[\"']?(\\w+)", 1, 2),
          new Form(
              "changes column",
              "^(?:op\\.alter|change)_column\\w*" + ARGUMENT + ",\\s*:?[\"']?(\\w+)",
              1,
              2),
          new Form("creates table", "^(?:op\\.)?create_table" + ARGUMENT, 1, 0),
          new Form("drops table", "^(?:op\\.)?drop_table" + ARGUMENT, 1, 0),
          new Form("adds an index on", "^add_index" + ARGUMENT + ",\\s*[\\[:]*[\"']?(\\w+)", 1, 2),
          new Form(
              "adds an index on",
              "^op\\.create_index\\([^,]{1,120},\\s*[\"'](\\w+)[\"'],\\s*\\[[\"'](\\w+)",
              1,
              2),
          new Form("adds column", "^add_reference" + ARGUMENT + ",\\s*:?[\"']?(\\w+)", 1, 2),
          // Liquibase
          new Form("creates table", "^<createTable\\b.{0,200}?\\btableName=\"([\\w.]+)\"", 1, 0),
          new Form("drops table", "^<dropTable\\b.{0,200}?\\btableName=\"([\\w.]+)\"", 1, 0),
          new Form(
              "drops column",
              "^<dropColumn\\b.{0,200}?\\bcolumnName=\"(\\w+)\".{0,200}?\\btableName=\"([\\w.]+)\"",
              2,
              1),
          new Form(
              "drops column",
              "^<dropColumn\\b.{0,200}?\\btableName=\"([\\w.]+)\".{0,200}?\\bcolumnName=\"(\\w+)\"",
              1,
              2));

  private static final Pattern ALTER =
      Pattern.compile("(?i)^alter table (?:only )?" + NAME + "(.*)$");
  private static final List<Form> ALTERATIONS =
      List.of(
          new Form(
              "adds a constraint on",
              "^add (?:constraint|primary key|foreign key|unique|check)\\b",
              0,
              0),
          new Form("adds column", "^add (?:column )?" + NAME, 0, 1),
          new Form("drops a constraint of", "^drop constraint\\b", 0, 0),
          new Form("drops column", "^drop (?:column )?" + NAME, 0, 1),
          new Form("renames column", "^rename (?:column )?" + NAME + " to\\b", 0, 1),
          new Form("renames table", "^rename to\\b", 0, 0),
          new Form("changes column", "^(?:alter|modify|change) (?:column )?" + NAME, 0, 1));

  private static final Pattern DJANGO =
      Pattern.compile(
          "^migrations\\.(AddField|RemoveField|AlterField|RenameField|CreateModel|DeleteModel)\\(");
  private static final Pattern MODEL = Pattern.compile("\\bmodel_name=[\"'](\\w+)[\"']");
  private static final Pattern FIELD =
      Pattern.compile("(?:^|[\\s(,])(?:old_)?name=[\"'](\\w+)[\"']");
  private static final Pattern ADD_COLUMNS =
      Pattern.compile("(?i)^<addColumn\\b.{0,200}?\\btableName=\"([\\w.]+)\"");
  private static final Pattern COLUMN = Pattern.compile("^<column\\b.{0,200}?\\bname=\"(\\w+)\"");

  private String table = "";
  private boolean inAddColumn;
  private String operation = "";
  private boolean undone;

  /** True when a file of that path is a migration. */
  static boolean isMigration(String path) {
    return FILE.matcher(path).find();
  }

  @Override
  public Optional<Item> read(String line) {
    String text = line.strip();
    undone |= UNDO.matcher(text).find();
    if (undone || text.startsWith("--") || text.startsWith("#")) {
      return Optional.empty();
    }
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(text);
      if (matcher.find()) {
        table = "";
        return Optional.of(item(form, matcher, matcher.group(form.table())));
      }
    }
    return sql(text).or(() -> liquibase(text)).or(() -> django(text));
  }

  @Override
  public void skip() {
    table = "";
    operation = "";
    inAddColumn = false;
  }

  private Optional<Item> sql(String text) {
    Matcher alter = ALTER.matcher(text);
    String rest = text;
    if (alter.find()) {
      table = alter.group(1);
      rest = alter.group(2).strip();
    }
    Optional<Item> found = table.isEmpty() ? Optional.empty() : alteration(rest);
    if (text.endsWith(";")) {
      table = "";
    }
    return found;
  }

  private Optional<Item> alteration(String text) {
    for (Form form : ALTERATIONS) {
      Matcher matcher = form.pattern().matcher(text);
      if (matcher.find()) {
        return Optional.of(item(form, matcher, table));
      }
    }
    return Optional.empty();
  }

  private Optional<Item> liquibase(String text) {
    Matcher add = ADD_COLUMNS.matcher(text);
    if (add.find()) {
      table = add.group(1);
      inAddColumn = true;
      return Optional.empty();
    }
    inAddColumn &= !text.startsWith("</addColumn");
    Matcher column = COLUMN.matcher(text);
    return inAddColumn && column.find()
        ? Optional.of(migration("adds column", table + "." + column.group(1)))
        : Optional.empty();
  }

  /** An operation's arguments stand in the lines below it. */
  private Optional<Item> django(String text) {
    Matcher begins = DJANGO.matcher(text);
    if (begins.find()) {
      operation = begins.group(1);
      table = "";
    }
    Matcher model = MODEL.matcher(text);
    if (model.find()) {
      table = model.group(1);
    }
    Matcher field = FIELD.matcher(text);
    if (operation.isEmpty() || !field.find()) {
      return Optional.empty();
    }
    String name = table.isEmpty() ? field.group(1) : table + "." + field.group(1);
    String verb =
        switch (operation) {
          case "AddField" -> "adds column";
          case "RemoveField" -> "drops column";
          case "AlterField" -> "changes column";
          case "RenameField" -> "renames column";
          case "CreateModel" -> "creates table";
          default -> "drops table";
        };
    operation = "";
    return Optional.of(migration(verb, name));
  }

  private static Item item(Form form, Matcher matcher, String table) {
    String column = form.column() == 0 ? null : matcher.group(form.column());
    return migration(form.verb(), column == null ? table : table + "." + column);
  }

  private static Item migration(String verb, String name) {
    return new Item(Content.Kind.MIGRATION, name, "", verb);
  }
}
