package anbinh.platform.sheet;

/// How the letters of a list are stored. Offices still have files from before Unicode.
enum TextEncoding {
  /// UTF-8 or UTF-16.
  UNICODE("Unicode"),
  /// The code page of Vietnamese Windows: base letters, then tone marks.
  WINDOWS_1258("Windows-1258"),
  /// TCVN 5712:1993, third table, which fonts such as .VnTime show; also called ABC.
  TCVN3("TCVN3 (ABC)"),
  /// A base letter and a mark, which fonts such as VNI-Times show.
  VNI("VNI"),
  /// RFC 1456, which fonts such as VI Times show.
  VISCII("VISCII"),
  /// Of a workbook: each cell as its font needs it.
  BY_FONT("font");

  private final String title;

  TextEncoding(String title) {
    this.title = title;
  }

  /// Its own name, the same in every language.
  String title() {
    return title;
  }
}
