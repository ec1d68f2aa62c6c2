using System.Collections.Immutable;
using System.Text.Json;

namespace TechPlan.Functions.Mail.Events;

/// <summary>What a post of SendGrid's Event Webhook holds.</summary>
/// <param name="Ignored">Items that are sound but say nothing about a mail of ours.</param>
/// <param name="Malformed">Items that cannot be read.</param>
internal sealed record MailEventBatch(ImmutableArray<MailEvent> Events, int Ignored, int Malformed)
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 16 };

    /// <summary>Reads a body; null when it is not an array in JSON.</summary>
    internal static MailEventBatch? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            return document.RootElement.ValueKind is JsonValueKind.Array ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static MailEventBatch Read(JsonElement items)
    {
        var events = ImmutableArray.CreateBuilder<MailEvent>();
        var (ignored, malformed) = (0, 0);
        foreach (var item in items.EnumerateArray())
        {
            switch (MailEventReader.Read(item))
            {
                case MailEventReading.Event { Value: var value }:
                    events.Add(value);
                    break;
                case MailEventReading.NotOurs:
                    ignored++;
                    break;
                default:
                    malformed++;
                    break;
            }
        }

        return new MailEventBatch(events.ToImmutable(), ignored, malformed);
    }
}
