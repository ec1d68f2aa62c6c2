using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;

namespace TechPlan.Local.Tables.Http;

/// <summary>Reads <c>{"odata.error":{"code":"..","message":{"value":".."}}}</c>, so that exceptions carry the service's code.</summary>
internal sealed class ServiceErrorParser : RequestFailedDetailsParser
{
    /// <summary>Key in an exception's data: position of the action that a failed transaction stumbled over.</summary>
    public const string FailedActionKey = "FailedEntity";

    public static readonly ServiceErrorParser Instance = new();

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            return TryRead(document.RootElement, out error, out data);
        }
        catch (JsonException)
        {
            // A proxy's page instead of the service's answer: the status says what there is to know.
            return false;
        }
    }

    private static bool TryRead(JsonElement root, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("odata.error", out var body))
        {
            return false;
        }

        var code = body.TryGetProperty("code", out var c) ? c.GetString() : null;
        var text = body.TryGetProperty("message", out var m) && m.TryGetProperty("value", out var v) ? v.GetString() : null;
        error = new ResponseError(code, text);
        data = FailedAction(text);
        return true;
    }

    // In a transaction the service puts the action's position before its message: "3:The specified entity already exists."
    private static Dictionary<string, string>? FailedAction(string? message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new Dictionary<string, string>(StringComparer.Ordinal) { [FailedActionKey] = message![..colon] }
            : null;
    }
}
