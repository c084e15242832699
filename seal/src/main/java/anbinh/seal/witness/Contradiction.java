package anbinh.seal.witness;

/// Why a head that the log signed is not cosigned.
enum Contradiction {
  /// A larger head was seen before.
  SMALLER("smaller than what was seen before"),
  /// Another head of the same size was seen before.
  TWO_HEADS("two heads of one size"),
  /// It is not shown that everything seen before is still there.
  NOT_APPENDED("the proof does not show that the log only appended"),
  /// It has no entries and the root of some.
  NOT_EMPTY("the root of an empty tree is the SHA-256 of nothing");

  private final String why;

  Contradiction(String why) {
    this.why = why;
  }

  /// In English, for whoever operates the log; people read `why.<name>` of the texts.
  String why() {
    return why;
  }
}
