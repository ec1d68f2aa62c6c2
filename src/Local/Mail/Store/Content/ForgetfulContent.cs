using System.Collections.Concurrent;

namespace TechPlan.Local.Mail.Store;

/// <summary>Content for an app without storage: it lasts as long as this object.</summary>
internal sealed class ForgetfulContent : IMailContent
{
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _kept = new(StringComparer.Ordinal);

    public Task SaveAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        _kept[id] = content;
        return Task.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> ReadAsync(string id, CancellationToken cancellation) =>
        Task.FromResult(_kept.TryGetValue(id, out var content) ? content : default(ReadOnlyMemory<byte>?));
}
