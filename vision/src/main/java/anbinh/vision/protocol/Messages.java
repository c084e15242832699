package anbinh.vision.protocol;

/// The numbers of the protocol.
final class Messages {
  /// `ABVA`.
  static final int MAGIC = 0x41425641;

  static final int VERSION = 2;

  /// Of a message, in bytes; a pass has a picture.
  static final int MAX_LENGTH = 1 << 20;

  /// Of a list, in elements.
  static final int MAX_LIST = 255;

  static final int ANALYSE = 1;
  static final int FINISH = 2;

  static final int READY = 1;
  static final int PASS_FOUND = 2;
  static final int UNIT_DONE = 3;
  static final int UNIT_FAILED = 4;
  static final int CAMERA_FINISHED = 5;
  static final int STEP_BEGUN = 6;

  private Messages() {}
}
