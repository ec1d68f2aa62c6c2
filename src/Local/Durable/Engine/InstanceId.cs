namespace TechPlan.Local.Durable.Engine;

/// <summary>What an instance id may look like: it is a key of Table Storage, and a leading @ is kept for entities.</summary>
internal static class InstanceId
{
    private const int MaxLength = 256;
    private static readonly char[] Forbidden = ['/', '\\', '#', '?'];

    public static void ThrowIfInvalid(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.Length > MaxLength)
        {
            throw new ArgumentException($"An instance id has at most {MaxLength} characters; this one has {id.Length}.", nameof(id));
        }

        if (id[0] == '@')
        {
            throw new ArgumentException("An instance id must not begin with '@'.", nameof(id));
        }

        if (id.IndexOfAny(Forbidden) >= 0 || id.Any(char.IsControl))
        {
            throw new ArgumentException("An instance id must not contain '/', '\\', '#', '?' or control characters.", nameof(id));
        }
    }
}
