// SPDX-License-Identifier: Apache-2.0
package dev.clew.suspect.content;

/**
 * What one line of a file says.
 *
 * @param kind what sort of thing it is about
 * @param name the thing
 * @param value its value; empty when it has none
 * @param verb what a migration does; empty for the others
 */
record Item(Content.Kind kind, String name, String value, String verb) {

  static Item dependency(String name, String version) {
    return new Item(Content.Kind.DEPENDENCY, name, version, "");
  }
}
