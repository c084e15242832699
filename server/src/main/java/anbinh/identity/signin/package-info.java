/// Sign-in through the office's own provider (OpenID Connect).
@NullMarked
package anbinh.identity.signin;

import org.jspecify.annotations.NullMarked;
