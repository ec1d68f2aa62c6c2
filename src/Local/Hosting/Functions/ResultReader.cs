namespace TechPlan.Local.Hosting;

/// <summary>Awaits what a function's method returned, if it is to be awaited, and gives the value inside.</summary>
internal abstract class ResultReader
{
    public abstract ValueTask<object?> ReadAsync(object? returned);

    public static ResultReader For(Type returnType)
    {
        if (returnType == typeof(Task) || returnType == typeof(ValueTask))
        {
            return new OfNothing();
        }

        return Generic(returnType) switch
        {
            var task when task == typeof(Task<>) => Create(typeof(OfTask<>), returnType),
            var task when task == typeof(ValueTask<>) => Create(typeof(OfValueTask<>), returnType),
            _ => new OfValue(),
        };
    }

    /// <summary>The type of the value inside; void where there is none.</summary>
    public static Type Unwrap(Type returnType)
    {
        if (returnType == typeof(Task) || returnType == typeof(ValueTask))
        {
            return typeof(void);
        }

        var generic = Generic(returnType);
        return generic == typeof(Task<>) || generic == typeof(ValueTask<>) ? returnType.GetGenericArguments()[0] : returnType;
    }

    private static Type? Generic(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : null;

    private static ResultReader Create(Type reader, Type returnType) =>
        (ResultReader)Activator.CreateInstance(reader.MakeGenericType(returnType.GetGenericArguments()))!;

    private sealed class OfValue : ResultReader
    {
        public override ValueTask<object?> ReadAsync(object? returned) => new(returned);
    }

    private sealed class OfNothing : ResultReader
    {
        public override async ValueTask<object?> ReadAsync(object? returned)
        {
            await (returned as Task ?? ((ValueTask)returned!).AsTask());
            return null;
        }
    }

    private sealed class OfTask<T> : ResultReader
    {
        public override async ValueTask<object?> ReadAsync(object? returned) => await (Task<T>)returned!;
    }

    private sealed class OfValueTask<T> : ResultReader
    {
        public override async ValueTask<object?> ReadAsync(object? returned) => await (ValueTask<T>)returned!;
    }
}
