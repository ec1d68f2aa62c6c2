using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker;

[SuppressMessage("Naming", "CA1710", Justification = "The name is the real package's.")]
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    [SuppressMessage("Naming", "CA1716", Justification = "The name is the real package's.")]
    T? Get<T>();

    [SuppressMessage("Naming", "CA1716", Justification = "The name is the real package's.")]
    void Set<T>(T instance);
}
