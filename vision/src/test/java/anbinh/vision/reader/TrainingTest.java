package anbinh.vision.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import anbinh.vision.draw.DrawCommand;
import anbinh.vision.model.Manifest;
import anbinh.vision.model.Model;
import anbinh.vision.model.ModelFiles;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hundred steps of training on plates that are drawn here: the net that comes out says in Java
/// what it says in Python.
class TrainingTest {
  /// Debian's own, which has its PyTorch, whichever comes first in PATH.
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private static final int PICTURES = 8;

  @TempDir Path folder;

  @Test
  void aTrainedNetSaysTheSameInJavaAndInPython() throws Exception {
    assumeThat(run(PYTHON, "-c", "import torch, onnx, numpy"))
        .as("Debian's packages python3-torch, python3-onnx and python3-numpy are there")
        .isZero();
    Path pool = folder.resolve("pool");
    var quiet = new PrintStream(OutputStream.nullOutputStream());
    assertThat(
            DrawCommand.run(
                List.of("--packed", "--count", "400", "--seed", "7", pool.toString()), quiet))
        .isZero();
    int trained =
        run(
            PYTHON,
            Path.of("train/train.py"),
            "--pool",
            pool,
            "--steps",
            100,
            "--batch",
            4,
            "--sample",
            PICTURES,
            "--out",
            folder);
    assertThat(trained).isZero();

    Manifest manifest = Manifest.of(ModelFiles.in(folder), "reader");
    assertThat(TextReader.of(manifest, manifest.load(1))).isInstanceOf(PlateCtcReader.class);
    byte[] pictures = Files.readAllBytes(folder.resolve("sample.pictures"));
    float[] input = new float[pictures.length];
    for (int i = 0; i < input.length; i++) {
      input[i] = Byte.toUnsignedInt(pictures[i]);
    }
    float[] java;
    try (Model model = manifest.load(1)) {
      java = model.first(input, PICTURES, 1, 64, 128).values();
    }
    var python =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("sample.characters")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    assertThat(python.remaining()).isEqualTo(java.length);
    for (float value : java) {
      assertThat(value).isCloseTo(python.get(), within(1e-4f));
    }
  }

  private static int run(Object... command) throws Exception {
    ProcessBuilder process =
        new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    process.environment().put("OMP_NUM_THREADS", "1"); // Other tests go on beside it.
    return process.start().waitFor();
  }
}
