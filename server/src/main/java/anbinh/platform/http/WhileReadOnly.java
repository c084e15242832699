package anbinh.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a controller, or a method of one, that answers also while the server only reads: signing in
/// and out, what only looks although it is no GET, and the way back.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WhileReadOnly {}
