package anbinh.vision.protocol;

/// A step of the analysis of a file. Native code does it, so it may end the process.
///
/// @param number that says which; the same each time the file is analysed
public record Step(Stage stage, long number) {
  public enum Stage {
    /// A packet of the video is decoded. Its number is how many come before it in the file.
    DECODE,
    /// A picture is looked at. Its number is its time in the file, in milliseconds.
    LOOK
  }
}
