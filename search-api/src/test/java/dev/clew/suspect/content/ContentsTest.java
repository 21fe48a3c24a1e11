// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.suspect.edit.Edits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path temp;
  private GitFixture git;

  @BeforeEach
  void create() {
    git = GitFixture.in(temp);
    git.file("README.md", "a shop").commit("first", "ann", NOON.minusSeconds(900));
  }

  @Test
  void tellsWhichVersionOfWhichDependencyMavenGets() {
    assertThat(
            changed(
                "pom.xml",
                """
                <project>
                  <properties>
                    <jackson.version>2.17.0</jackson.version>
                  </properties>
                  <dependency>
                    <groupId>com.zaxxer</groupId>
                    <artifactId>HikariCP</artifactId>
                    <version>5.1.0</version>
                  </dependency>
                </project>
                """,
                """
                <project>
                  <properties>
                    <jackson.version>2.16.2</jackson.version>
                  </properties>
                  <dependency>
                    <groupId>com.zaxxer</groupId>
                    <artifactId>HikariCP</artifactId>
                    <version>6.0.0</version>
                  </dependency>
                </project>
                """))
        .containsExactly(
            "downgrades jackson.version 2.17.0 → 2.16.2 in pom.xml:3",
            "upgrades HikariCP 5.1.0 → 6.0.0 in pom.xml:8");
  }

  @Test
  void readsTheDependenciesOfEveryCommonTool() {
    assertThat(
            changed(
                "build.gradle.kts",
                "  implementation(\"com.acme:http:1.2.0\")\n",
                "  implementation(\"com.acme:http:1.10.0\")\n"))
        .containsExactly("upgrades com.acme:http 1.2.0 → 1.10.0 in build.gradle.kts:1");
    assertThat(
            changed(
                "package.json",
                "{\n  \"version\": \"1.0.0\",\n  \"dependencies\": {\n    \"axios\": \"^1.6.0\"\n  }\n}\n",
                "{\n  \"version\": \"1.0.1\",\n  \"dependencies\": {\n    \"axios\": \"^1.7.2\"\n  }\n}\n"))
        .containsExactly("upgrades axios ^1.6.0 → ^1.7.2 in package.json:4");
    assertThat(changed("requirements.txt", "flask==2.0.1\nredis>=4\n", "flask==3.0.0\n"))
        .containsExactly(
            "upgrades flask ==2.0.1 → ==3.0.0 in requirements.txt:1",
            "removes redis, which was >=4 in requirements.txt:2");
    assertThat(
            changed(
                "go.mod",
                "require (\n\tgithub.com/lib/pq v1.10.9\n)\n",
                "require (\n\tgithub.com/lib/pq v1.10.7\n\tgolang.org/x/net v0.20.0 // indirect\n)\n"))
        .containsExactly(
            "downgrades github.com/lib/pq v1.10.9 → v1.10.7 in go.mod:2",
            "adds golang.org/x/net = v0.20.0 in go.mod:3");
    assertThat(changed("Gemfile", "gem 'rails', '~> 7.0.8'\n", "gem 'rails', '~> 7.1.0'\n"))
        .containsExactly("upgrades rails ~> 7.0.8 → ~> 7.1.0 in Gemfile:1");
    assertThat(
            changed(
                "Cargo.toml",
                "[dependencies]\nserde = { version = \"1.0.1\", features = [\"derive\"] }\n",
                "[dependencies]\nserde = { version = \"1.0.2\", features = [\"derive\"] }\n"))
        .containsExactly("upgrades serde 1.0.1 → 1.0.2 in Cargo.toml:2");
    assertThat(
            changed(
                "Shop.csproj",
                "<PackageReference Include=\"Npgsql\" Version=\"8.0.1\" />\n",
                "<PackageReference Include=\"Npgsql\" Version=\"8.0.3\" />\n"))
        .containsExactly("upgrades Npgsql 8.0.1 → 8.0.3 in Shop.csproj:1");
  }

  @Test
  void tellsASettingWithItsPathAndItsOldAndNewValue() {
    assertThat(
            changed(
                "config/application.yml",
                "spring:\n  datasource:\n    hikari:\n      maximum-pool-size: 50\n      timeout: 30s\n",
                "spring:\n  datasource:\n    hikari:\n      maximum-pool-size: 10 # less\n      timeout: 500ms\n"))
        .containsExactly(
            "lowers spring.datasource.hikari.maximum-pool-size 50 → 10 in config/application.yml:4",
            "lowers spring.datasource.hikari.timeout 30s → 500ms in config/application.yml:5");
    assertThat(
            changed(
                "app.properties",
                "pool.max=10\nmode=safe\nold=1\n",
                "pool.max=50\nmode=fast\nnew=2\n"))
        .containsExactly(
            "raises pool.max 10 → 50 in app.properties:1",
            "changes mode safe → fast in app.properties:2",
            "adds new = 2 in app.properties:3",
            "removes old, which was 1 in app.properties:3");
    assertThat(
            changed(
                "settings.json",
                "{\n  \"http\": {\n    \"timeoutMs\": 5000\n  }\n}\n",
                "{\n  \"http\": {\n    \"timeoutMs\": 2500\n  }\n}\n"))
        .containsExactly("lowers http.timeoutMs 5000 → 2500 in settings.json:3");
    assertThat(changed("db.toml", "[pool]\nsize = 10\n", "[pool]\nsize = 5\n"))
        .containsExactly("lowers pool.size 10 → 5 in db.toml:2");
  }

  @Test
  void readsManifestsOfKubernetes() {
    assertThat(
            changed(
                "deploy/pay.yaml",
                "    spec:\n      containers:\n      - image: acme/pay:1.4.0\n        env:\n        - name: DB_POOL\n          value: \"20\"\n        resources:\n          limits:\n            memory: 1Gi\n",
                "    spec:\n      containers:\n      - image: acme/pay:1.5.0\n        env:\n        - name: DB_POOL\n          value: \"5\"\n        resources:\n          limits:\n            memory: 512Mi\n"))
        .containsExactly(
            "upgrades image acme/pay 1.4.0 → 1.5.0 in deploy/pay.yaml:3",
            "lowers DB_POOL 20 → 5 in deploy/pay.yaml:6",
            "lowers spec.containers.resources.limits.memory 1Gi → 512Mi in deploy/pay.yaml:9");
  }

  @Test
  void tellsASwitchedFlag() {
    assertThat(
            changed(
                "application.yml", "features:\n  new-tax: false\n", "features:\n  new-tax: true\n"))
        .containsExactly("changes flag features.new-tax false → true in application.yml:2");
  }

  @Test
  void tellsWhichTableAndColumnAMigrationChanges() {
    assertThat(
            added(
                "db/migration/V7__notes.sql",
                """
                -- a note for each order
                ALTER TABLE orders
                  ADD COLUMN note text,
                  DROP COLUMN remark;
                CREATE INDEX CONCURRENTLY orders_note ON orders (note);
                DROP TABLE old_orders;
                """))
        .containsExactly(
            "adds column orders.note in db/migration/V7__notes.sql:3",
            "drops column orders.remark in db/migration/V7__notes.sql:4",
            "adds an index on orders.note in db/migration/V7__notes.sql:5",
            "drops table old_orders in db/migration/V7__notes.sql:6");
    assertThat(
            added(
                "db/migrate/20260504_add_note.rb",
                "  def up\n    add_column :orders, :note, :string\n  end\n  def down\n    remove_column :orders, :note\n  end\n"))
        .containsExactly("adds column orders.note in db/migrate/20260504_add_note.rb:2");
    assertThat(
            added(
                "alembic/versions/9f31_note.py",
                "def upgrade():\n    op.add_column('orders', sa.Column('note', sa.Text()))\ndef downgrade():\n    op.drop_column('orders', 'note')\n"))
        .containsExactly("adds column orders.note in alembic/versions/9f31_note.py:2");
    assertThat(
            added(
                "shop/migrations/0007_note.py",
                "        migrations.RemoveField(\n            model_name='order',\n            name='note',\n        ),\n"))
        .containsExactly("drops column order.note in shop/migrations/0007_note.py:3");
    assertThat(
            added(
                "db/changelog/7.xml",
                "<changeSet id=\"7\">\n  <addColumn tableName=\"orders\">\n    <column name=\"note\" type=\"text\"/>\n  </addColumn>\n</changeSet>\n"))
        .containsExactly("adds column orders.note in db/changelog/7.xml:3");
  }

  @Test
  void tellsATimeoutThatChangesInCode() {
    assertThat(
            changed(
                "src/main/java/Http.java",
                "class Http {\n  static final Duration READ_TIMEOUT = Duration.ofMillis(5000);\n}\n",
                "class Http {\n  static final Duration READ_TIMEOUT = Duration.ofMillis(2500);\n}\n"))
        .containsExactly("lowers READ_TIMEOUT 5000 → 2500 in src/main/java/Http.java:2");
    assertThat(
            changed(
                "db/pool.go",
                "func open() {\n\tdb.SetMaxOpenConns(50)\n}\n",
                "func open() {\n\tdb.SetMaxOpenConns(10)\n}\n"))
        .containsExactly("lowers SetMaxOpenConns 50 → 10 in db/pool.go:2");
    assertThat(
            changed(
                "src/main/java/Carts.java",
                "class Carts {\n  void run() {\n    int removed = carts.removeOlderThan(30);\n  }\n}\n",
                "class Carts {\n  void run() {\n    int removed = carts.removeOlderThan(45);\n  }\n}\n"))
        .containsExactly("raises removeOlderThan 30 → 45 in src/main/java/Carts.java:3");
  }

  @Test
  void showsNoSecret() {
    assertThat(changed("app.properties", "db.password=one\n", "db.password=two\n"))
        .containsExactly("changes db.password (hidden) → (hidden) in app.properties:1");
  }

  @Test
  void leavesOutWhatOnlyMovesAndWhatIsNotRun() {
    assertThat(changed("app.properties", "a=1\nb=2\n", "b=2\na=1\n")).isEmpty();
    assertThat(changed("docs/config.yml", "a: 1\n", "a: 2\n")).isEmpty();
    assertThat(added("new.properties", "a=1\nb=2\n")).isEmpty();
  }

  @Test
  void saysWhenThereIsMoreThanItTells() {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      before.append("key").append(i).append("=1\n");
      after.append("key").append(i).append("=2\n");
    }
    git.file("many.properties", before.toString()).commit("one", "ann", NOON);
    Contents contents =
        contents(git.file("many.properties", after.toString()).commit("two", "ann", NOON));

    assertThat(contents.all()).hasSize(100);
    assertThat(contents.complete()).isFalse();
  }

  @Test
  void readsEachDocumentedExampleAsThePageSays() throws IOException {
    Path module = Path.of("").toAbsolutePath();
    Path home = module.endsWith("search-api") ? module.getParent() : module;
    Matcher example =
        Pattern.compile("```diff\\n--- (\\S+)\\n(.*?)```\\n```text\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(home.resolve("docs/changes.md")));
    int seen = 0;
    while (example.find()) {
      seen++;
      String before = side(example.group(2), '+');
      String after = side(example.group(2), '-');
      assertThat(
              before.isEmpty()
                  ? added(example.group(1), after)
                  : changed(example.group(1), before, after))
          .isEqualTo(example.group(3).lines().toList());
    }
    assertThat(seen).isEqualTo(3);
  }

  /** The lines of a diff without those of the other side. */
  private static String side(String diff, char other) {
    return diff.lines()
        .filter(line -> line.charAt(0) != other)
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  private List<String> changed(String file, String before, String after) {
    git.file(file, before).commit("before", "ann", NOON);
    return texts(git.file(file, after).commit("after", "ann", NOON.plusSeconds(60)));
  }

  private List<String> added(String file, String text) {
    return texts(git.file(file, text).commit("new", "ann", NOON));
  }

  private List<String> texts(String commit) {
    return contents(commit).all().stream().map(Content::text).toList();
  }

  private Contents contents(String commit) {
    try (GitRepository repository = git.open()) {
      return Contents.of(new Edits(repository.diff(commit)));
    }
  }
}
