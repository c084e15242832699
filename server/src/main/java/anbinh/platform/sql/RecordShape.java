package anbinh.platform.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a class of records consists of, looked up once a class.
record RecordShape(Class<?> type, Constructor<?> constructor, List<Component> components) {
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return RecordShape.inspect(type);
        }
      };

  /// @param column its name in SQL: `proposed_at` for `proposedAt`
  /// @param elements of a list or set; the type itself otherwise
  record Component(
      String name,
      String column,
      Class<?> type,
      Class<?> elements,
      boolean nullable,
      Method accessor) {}

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static RecordShape inspect(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return new RecordShape(
          type, constructor, Arrays.stream(components).map(RecordShape::inspect).toList());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Component inspect(RecordComponent component) {
    String column = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    Type elements =
        component.getGenericType() instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[0]
            : component.getType();
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Component(
        component.getName(),
        column,
        component.getType(),
        elements instanceof Class<?> plain ? plain : component.getType(),
        component.getAnnotatedType().isAnnotationPresent(Nullable.class),
        accessor);
  }

  Object create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("A row makes no " + type.getName(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws IllegalArgumentException if there is none of the name
  Component component(String name) {
    for (Component each : components) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException(type.getName() + " has no component " + name);
  }

  @Nullable Object read(String name, Object record) {
    try {
      return component(name).accessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
