// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.code.GitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  @TempDir private Path temp;

  @Test
  void aFolderStandsBehindAColon() throws IOException {
    Path repository = Files.createDirectory(temp.resolve("shop.git"));
    assertThat(Place.parse(repository + ":services/cart/"))
        .isEqualTo(new Place(repository, null, "services/cart"));
    assertThat(Place.parse(repository + ":/")).isEqualTo(Place.at(repository));
    assertThat(Place.parse(repository.toString())).isEqualTo(Place.at(repository));
  }

  @Test
  void aPathWithColonsThatExistsIsMeantAsItStands() throws IOException {
    Path repository = Files.createDirectory(temp.resolve("a:b"));
    assertThat(Place.parse(repository.toString())).isEqualTo(Place.at(repository));
    assertThat(Place.parse(repository + ":c:d")).isEqualTo(new Place(repository, null, "c:d"));
  }

  @Test
  void theColonOfADriveIsNone() {
    assertThat(Place.parse("C:\\src\\shop")).isEqualTo(Place.at(Path.of("C:\\src\\shop")));
    assertThat(Place.parse("C:/src/shop").folder()).isEmpty();
    assertThat(Place.parse("C:shop").folder()).isEmpty();
  }

  @Test
  void aFolderAboveTheRepositoryIsRefused() {
    assertThatThrownBy(() -> Place.parse(temp + ":a/../../b"))
        .isInstanceOf(GitException.class)
        .hasMessageContaining("leads out of the repository");
  }

  @Test
  void anAddressMayHaveAFolder() {
    Place place = Place.parse("https://Git.Example.org:8443/shop.git:services/cart");
    assertThat(place.address())
        .isEqualTo(new Address("https", "git.example.org", 8443, "/shop.git"));
    assertThat(place.folder()).isEqualTo("services/cart");
    assertThat(Place.parse("https://git.example.org:8443/shop.git").folder()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ssh://git@host/shop.git|ssh is not supported",
        "ssh://-oProxyCommand=x/y|ssh is not supported",
        "git@github.com:acme/shop.git|ssh is not supported",
        "ssh://x@-oX/y|ssh is not supported",
        "git@-x:y|ssh is not supported",
        "git://host/shop.git|addresses begin with https://",
        "file:///etc|addresses begin with https://",
        "ftp://host/x|addresses begin with https://",
        "gopher://host/x|addresses begin with https://",
        "jar://host/x|addresses begin with https://",
        "ext::sh -c id|addresses begin with https://",
        "fd::7|addresses begin with https://",
        "https://ann:secret@host/shop.git|CLEW_GIT_TOKEN_HOST",
        "http://good@127.0.0.1/x|CLEW_GIT_TOKEN_127_0_0_1",
        "https://host/shop.git?x=1|behind ? or #",
        "https://127.0.0.1#@good/x|behind ? or #",
        "http://good\\@127.0.0.1/x|a character",
        "https:///127.0.0.1|no plain host",
        "http://good:80:22/x|no address",
        "https://host:0/x|port 0",
        "https://host:65536/x|port 65536",
        "https://host|no repository",
        "https://a%2eb/x|no address",
        "https://ho_st/x|no address"
      })
  void whatIsNeverFetchedIsRefusedByItsRule(String text, String rule) {
    assertThatThrownBy(() -> Place.parse(text))
        .isInstanceOf(GitException.class)
        .hasMessageContaining(rule)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://host/a\tb", "https://host/a\nb", "https://ho\u0000st/a"})
  void controlCharactersAreRefused(String text) {
    assertThatThrownBy(() -> Place.parse(text)).isInstanceOf(GitException.class);
  }
}
