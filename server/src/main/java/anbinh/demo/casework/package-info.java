/// A case of the demonstration with a sealed package that is handed over, made by its people as
/// anybody would: they sign in to the running server and use its HTTP API, so that rights, the
/// second person, the seal and the log hold for them as for everybody.
@NullMarked
package anbinh.demo.casework;

import org.jspecify.annotations.NullMarked;
