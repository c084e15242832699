package anbinh.vision.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// A net in the ONNX format that takes one tensor of floats or bytes, run on the processor. For one
/// thread at a time.
public final class Model implements AutoCloseable {
  private final OrtEnvironment environment = OnnxLibrary.environment();
  private final String name;
  private final OrtSession session;
  private final String input;
  private final boolean bytes;

  /// @param name of the file, for messages
  /// @param net bytes of the file
  /// @param threads that compute at a time
  /// @throws ModelException where they are no net, or one that takes something else
  public Model(String name, byte[] net, int threads) throws ModelException {
    this.name = name;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      session = environment.createSession(net, options);
    } catch (OrtException e) {
      throw new ModelException(name + " is no net in the ONNX format: " + e.getMessage());
    }
    try {
      Map<String, NodeInfo> inputs = session.getInputInfo();
      NodeInfo only = inputs.values().iterator().next();
      if (inputs.size() != 1 || !(only.getInfo() instanceof TensorInfo tensor)) {
        throw new ModelException(name + " must take one tensor");
      }
      input = only.getName();
      bytes = tensor.type == OnnxJavaType.UINT8;
      if (!bytes && tensor.type != OnnxJavaType.FLOAT) {
        throw new ModelException(name + " must take floats or bytes, not " + tensor.type);
      }
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  /// @param values that a net of bytes takes rounded, from 0 to 255
  /// @return the values of each tensor that comes out, by its name, in the order of the net
  public Map<String, Output> run(float[] values, long... shape) throws ModelException {
    try (OnnxTensor tensor = tensor(values, shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      Map<String, Output> outputs = new LinkedHashMap<>();
      for (Map.Entry<String, OnnxValue> each : result) {
        if (!(each.getValue() instanceof OnnxTensor floats)
            || floats.getInfo().type != OnnxJavaType.FLOAT) {
          throw new ModelException(
              name + ": the output " + each.getKey() + " is no tensor of floats");
        }
        FloatBuffer buffer = floats.getFloatBuffer();
        float[] copy = new float[buffer.remaining()];
        buffer.get(copy);
        outputs.put(each.getKey(), new Output(floats.getInfo().getShape(), copy));
      }
      return outputs;
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  /// The only tensor that comes out, or the first of several.
  public Output first(float[] values, long... shape) throws ModelException {
    return run(values, shape).values().iterator().next();
  }

  /// A tensor that came out.
  public static final class Output {
    private final long[] shape;
    private final float[] values;

    Output(long[] shape, float[] values) {
      this.shape = shape;
      this.values = values;
    }

    /// Of its innermost dimension.
    public int width() {
      return shape.length == 0 ? 1 : Math.toIntExact(shape[shape.length - 1]);
    }

    /// Row by row; not a copy, and not to be changed.
    public float[] values() {
      return values;
    }
  }

  private OnnxTensor tensor(float[] values, long[] shape) throws OrtException {
    if (!bytes) {
      return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
    }
    ByteBuffer rounded = ByteBuffer.allocateDirect(values.length);
    for (float value : values) {
      rounded.put((byte) Math.clamp(Math.round(value), 0, 255));
    }
    return OnnxTensor.createTensor(environment, rounded.flip(), shape, OnnxJavaType.UINT8);
  }

  private ModelException failed(OrtException e) {
    return new ModelException(name + " does not fit its manifest: " + e.getMessage());
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(name + " cannot be closed", e);
    }
  }
}
