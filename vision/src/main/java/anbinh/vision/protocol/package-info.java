/// How the server and the process that analyses its video speak: requests go to the process's
/// standard input, answers come from its standard output.
///
/// Each direction begins with four bytes `ABVA` and the number of the version, 2. Then come
/// messages, each after its length as four bytes, the highest first. A message is a byte that says
/// its kind and then its fields in the order of its record: numbers as `DataOutput` writes them,
/// texts as a length of four bytes and UTF-8, times as milliseconds since 1970, lists with their
/// length as a byte before them, enums as the text of their name, which is empty for null.
///
/// | request | kind | answered, after the passes that end with it, by |
/// |---|---|---|
/// | `Analyse` | 1 | `UnitDone` or `UnitFailed` |
/// | `Finish` | 2 | `CameraFinished` |
///
/// | answer | kind |
/// |---|---|
/// | `Ready` | 1 |
/// | `PassFound` | 2 |
/// | `UnitDone` | 3 |
/// | `UnitFailed` | 4 |
/// | `CameraFinished` | 5 |
/// | `StepBegun` | 6 |
///
/// `Ready` comes first, once the nets are loaded. The process does one request after the other, in
/// their order. Before each packet that it decodes and each picture that it looks at it says so
/// with `StepBegun`, and passes that to the system at once, so that the last one tells in what it
/// ended if it ends there. `Analyse` names the steps that are left out therefore. The end of the
/// requests ends the process, once all that it follows is told.
@NullMarked
package anbinh.vision.protocol;

import org.jspecify.annotations.NullMarked;
