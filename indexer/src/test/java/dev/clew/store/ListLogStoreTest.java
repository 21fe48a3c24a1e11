// SPDX-License-Identifier: Apache-2.0
package dev.clew.store;

import java.nio.file.Path;

class ListLogStoreTest extends LogStoreContract {
  @Override
  protected LogStore open(Path folder) {
    return new ListLogStore();
  }

  @Override
  protected boolean isDurable() {
    return false;
  }
}
