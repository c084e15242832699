package anbinh.vision.model;

import ai.onnxruntime.OrtEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Loader;

/// The native library of ONNX Runtime, unpacked once beside those of FFmpeg. Left to itself, each
/// process unpacks it anew, and one that is killed leaves 24 MB behind.
final class OnnxLibrary {
  private static final String PATH = "onnxruntime.native.path";

  private OnnxLibrary() {}

  static OrtEnvironment environment() {
    if (System.getProperty(PATH) == null) {
      unpack();
    }
    return OrtEnvironment.getEnvironment();
  }

  private static void unpack() {
    String processor = System.getProperty("os.arch").equals("amd64") ? "x64" : "aarch64";
    String folder = "/ai/onnxruntime/native/linux-" + processor + "/";
    try {
      Loader.cacheResource(OrtEnvironment.class, folder + "libonnxruntime4j_jni.so");
      File library = Loader.cacheResource(OrtEnvironment.class, folder + "libonnxruntime.so");
      System.setProperty(PATH, library.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
