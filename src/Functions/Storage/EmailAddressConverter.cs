using System.Text.Json;
using System.Text.Json.Serialization;
using TechPlan.Domain;

namespace TechPlan.Functions.Storage;

/// <summary>A mail address as its text.</summary>
internal sealed class EmailAddressConverter : JsonConverter<EmailAddress>
{
    public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EmailAddress.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
