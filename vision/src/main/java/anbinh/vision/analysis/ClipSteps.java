package anbinh.vision.analysis;

/// Decides of each step of a file's analysis, just before it, whether it is done. What is decided
/// of a step must not depend on when it is asked. For the thread that analyses.
public interface ClipSteps {
  /// Everything is done.
  ClipSteps ALL =
      new ClipSteps() {
        @Override
        public boolean decodes(long packet) {
          return true;
        }

        @Override
        public boolean looksAt(long millisecond) {
          return true;
        }
      };

  /// @param packet how many of the video's packets come before it in the file
  boolean decodes(long packet);

  /// @param millisecond the picture's time in the file
  boolean looksAt(long millisecond);
}
