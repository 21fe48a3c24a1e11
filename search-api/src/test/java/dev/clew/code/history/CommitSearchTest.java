// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.code.CommitRange;
import dev.clew.code.FileKind;
import dev.clew.code.GitFixture;
import dev.clew.code.GitRepository;
import dev.clew.code.history.CommitSearch.Found;
import dev.clew.code.history.CommitSearch.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitSearchTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir Path folder;

  private GitFixture shop;

  @BeforeEach
  void aShop() {
    shop = shop();
  }

  @Test
  void findsWordsInMessagesInEditsAndInPaths() {
    assertThat(subjects("coupons", "", "", null)).containsExactly("Take it", "Plan coupons");
    assertThat(subjects("pool", "", "", null)).containsExactly("Smaller");
    assertThat(subjects("basket", "", "", null)).containsExactly("Smaller", "Call it otherwise");
  }

  @Test
  void allWordsStandTogetherInTheMessageAndOneFile() {
    assertThat(subjects("plan coupon", "", "", null)).containsExactly("Plan coupons");
    assertThat(subjects("smaller pool", "", "", null)).containsExactly("Smaller");
    // one stands in a file, the other in another
    assertThat(subjects("size basket", "", "", null)).isEmpty();
  }

  @Test
  void aFileIsFollowedThroughItsNames() {
    assertThat(subjects("", "src/Basket.java", "", null))
        .containsExactly("Smaller", "Call it otherwise", "Start");
    assertThat(subjects("", "src/Cart.java", "", null))
        .containsExactly("Call it otherwise", "Start");
  }

  @Test
  void looksIntoAFolderAndNotIntoOneThatBeginsAlike() {
    assertThat(subjects("", "conf", "", null)).containsExactly("Smaller");
    assertThat(subjects("", "con", "", null)).isEmpty();
  }

  @Test
  void kindsAndAuthorsNarrow() {
    assertThat(subjects("", "", "", FileKind.SETTINGS)).containsExactly("Smaller");
    assertThat(subjects("", "", "BO", null)).containsExactly("Take it");
  }

  @Test
  void onlyTheFilesThatAnswerAreListed() {
    Found found = find(new Question(Set.of("pool"), "", "", null), 10, range -> range);
    assertThat(found.hits()).hasSize(1);
    assertThat(found.hits().get(0).files())
        .extracting(FileChange::newPath)
        .containsExactly("conf/app.yaml");
  }

  @Test
  void saysThatThereAreMoreOnlyWhenThereAre() {
    Question any = new Question(Set.of(), "src/Basket.java", "", null);
    assertThat(find(any, 2, range -> range).more()).isTrue();
    assertThat(find(any, 3, range -> range).more()).isFalse();
  }

  @Test
  void keepsToTheTimeAskedFor() {
    Found found =
        find(
            new Question(Set.of(), "", "", null),
            10,
            range -> range.from(MONDAY.plusSeconds(50)).before(MONDAY.plusSeconds(130)));
    assertThat(found.hits()).hasSize(2);
  }

  @Test
  void whatTheIndexDoesNotHoldIsCounted() {
    try (GitRepository git = shop.open();
        HistoryIndex index =
            HistoryIndex.open(git, folder.resolve("cache"), note -> {}).orElseThrow()) {
      Found found =
          new CommitSearch(git, index)
              .find(
                  CommitRange.upTo(git.head().orElseThrow(), 100),
                  new Question(Set.of("pool"), "", "", null),
                  10);
      assertThat(found.hits()).isEmpty();
      assertThat(found.unknown()).isEqualTo(5);
    }
  }

  private List<String> subjects(String words, String path, String author, @Nullable FileKind kind) {
    return find(new Question(Set.copyOf(Terms.of(words)), path, author, kind), 10, range -> range)
        .hits()
        .stream()
        .map(hit -> hit.commit().commit().subject())
        .toList();
  }

  private Found find(Question question, int limit, UnaryOperator<CommitRange> narrow) {
    List<String> notes = new ArrayList<>();
    try (GitRepository git = shop.open();
        HistoryIndex index =
            HistoryIndex.open(git, folder.resolve("cache"), notes::add).orElseThrow()) {
      assertThat(index.update(List.of(), Duration.ofMinutes(1)).isWhole()).isTrue();
      CommitRange all = CommitRange.upTo(git.head().orElseThrow(), 100);
      assertThat(notes).isEmpty();
      return new CommitSearch(git, index).find(narrow.apply(all), question, limit);
    }
  }

  private GitFixture shop() {
    GitFixture shop = GitFixture.in(folder.resolve("shop.git"));
    shop.file("src/Cart.java", "class Cart {", "int a = 1;", "int b = 2;", "int c = 3;", "}");
    shop.commit("Start", "ann", MONDAY);
    shop.file("notes.md", "soon").commit("Plan coupons", "ann", MONDAY.plusSeconds(30));
    shop.file("src/Pay.java", "String couponCode = null;");
    shop.commit("Take it", "bob", MONDAY.plusSeconds(60));
    shop.move("src/Cart.java", "src/Basket.java").without("src/Cart.java");
    shop.file("src/Basket.java", "class Cart {", "int a = 1;", "int b = 2;", "int c = 4;", "}");
    shop.commit("Call it otherwise", "ann", MONDAY.plusSeconds(120));
    shop.file("src/Basket.java", "class Cart {", "int a = 1;", "int b = 9;", "int c = 4;", "}");
    shop.file("conf/app.yaml", "poolSize: 8");
    shop.commit("Smaller", "cy", MONDAY.plusSeconds(180));
    return shop;
  }
}
