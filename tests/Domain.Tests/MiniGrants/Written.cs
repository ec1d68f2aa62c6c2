using System.Text.Json;

namespace TechPlan.Domain.Tests.MiniGrants;

/// <summary>States and events as text, so that they compare by content: immutable arrays compare by reference.</summary>
internal static class Written
{
    internal static string Of(object stateOrEvent) =>
        $"{stateOrEvent.GetType().Name} {JsonSerializer.Serialize(stateOrEvent, stateOrEvent.GetType())}";
}
